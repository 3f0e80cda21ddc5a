import { randomUUID } from 'node:crypto';
import { type EntryData, type EventType, type EvidenceRef, type Subject } from '@proofdesk/ledger';
import { type Decision, type Recorded, type TaskFacts, type Unit } from '@proofdesk/persistence';
import { ledgerActor } from './act.js';
import { type Actor, type Role } from './actor.js';

/** What changed, for the history: enumerable values before and after; free text goes into `said`. */
export interface Change {
  readonly type: EventType;
  readonly role: Role;
  readonly before?: EntryData;
  readonly after?: EntryData;
  readonly data?: EntryData;
  readonly said?: Decision['said'];
  readonly subject?: Subject;
  readonly leaseToken?: string;
  readonly evidence?: readonly EvidenceRef[];
}

/** Entries that nobody needs to be told of. */
const quiet: ReadonlySet<EventType> = new Set(['task.leased', 'task.released', 'task.lease_expired']);

/** The record of a change to one assertion, ready for the ledger. */
export function decisionOn(task: TaskFacts, actor: Actor, change: Change): Decision {
  const { type, role, before, after, data, said, subject, leaseToken, evidence } = change;
  const all = { ...data, ...(before && { before }), ...(after && { after }) };
  return {
    stream: task.assertionId,
    type,
    actor: ledgerActor(actor, role),
    subject: {
      article: task.articleId,
      revision: task.revisionId,
      articleSha256: task.articleSha256,
      assertion: task.assertionId,
      wordsSha256: task.exactSha256,
      ...subject,
    },
    ...(Object.keys(all).length > 0 && { data: all }),
    ...(said && { said }),
    ...(leaseToken !== undefined && { leaseToken }),
    ...(evidence && { evidence }),
  };
}

/** Writes the ledger entry of a change to one assertion and the outbox row that announces it. */
export async function recordOnTask(unit: Unit, task: TaskFacts, actor: Actor, change: Change): Promise<Recorded> {
  const recorded = await unit.ledger.append(decisionOn(task, actor, change));
  if (!quiet.has(change.type)) await announce(unit, recorded);
  return recorded;
}

/** Asks the machine to tell the people whom an entry concerns. */
export async function announce(unit: Unit, { stream, seq }: Recorded): Promise<void> {
  await unit.outbox.add([{ topic: 'announce-decision', id: randomUUID(), payload: { stream, seq } }]);
}
