import { type LedgerEntry } from '@proofdesk/contract';
import { type Role } from './actor.js';

/** Who is told of an entry, and in what words. People are named by id; `everybody` with a role is looked up later. */
export interface Announcement {
  readonly persons: readonly string[];
  readonly role?: Role;
  readonly text: string;
}

const idIn = (part: LedgerEntry['before'], name: string): string[] => {
  const value = part?.[name];
  return typeof value === 'string' ? [value] : [];
};

/** Past the proposer, only those whom the entry concerns hear of it; null where nobody needs to. */
export function announcementOf(entry: LedgerEntry, proposer: string | null): Announcement | null {
  const of = entry.articleTitle === null ? '' : ` (“${entry.articleTitle}”)`;
  const toProposer = proposer === null ? [] : [proposer];
  switch (entry.type) {
    case 'verdict.proposed':
      return { persons: [], role: 'editor', text: `A verdict waits for your approval${of}.` };
    case 'verdict.returned':
      return { persons: idIn(entry.before, 'proposer'), text: `Your verdict was returned${of}: ${reasonOf(entry)}` };
    case 'verdict.approved':
      return entry.after?.['state'] === 'approved'
        ? { persons: toProposer, text: `Your verdict was approved${of}.` }
        : { persons: [], role: 'editor', text: `A verdict needs one more approval${of}.` };
    case 'verdict.published':
      return { persons: toProposer, text: `Your verdict was published${of}.` };
    case 'verdict.retraction_asked':
      return { persons: [], role: 'editor', text: `A retraction needs a second editor${of}.` };
    case 'verdict.retracted':
      return { persons: toProposer, text: `Your verdict was retracted${of}.` };
    case 'verdict.stale':
      return {
        persons: toProposer,
        role: 'editor',
        text: `A verdict is out of date${of}: its evidence was withdrawn.`,
      };
    case 'task.taken_over':
      return { persons: idIn(entry.before, 'holder'), text: `An editor took your task back${of}: ${reasonOf(entry)}` };
    case 'task.unblocked':
      return entry.after?.['state'] === 'queued'
        ? { persons: idIn(entry.before, 'holder'), text: `What you set aside is in the queue again${of}.` }
        : null;
    case 'article.extraction_failed':
      return { persons: [], role: 'admin', text: `The engine could not read an article${of}: ${reasonOf(entry)}` };
    default:
      return null;
  }
}

const reasonOf = (entry: LedgerEntry): string => entry.disclosed['reason'] ?? 'no reason is kept';
