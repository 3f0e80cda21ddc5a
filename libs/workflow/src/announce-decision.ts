import { randomUUID } from 'node:crypto';
import { type LedgerEntry } from '@proofdesk/contract';
import { type Unit } from '@proofdesk/persistence';
import { announcementOf } from './announcements.js';
import { decide } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { workOf } from './give-up-work.js';
import { done, type Outcome } from './refusal.js';

/** The job behind a decision: tells the people whom it concerns, each once, whoever acted excepted. */
export async function announceDecision(
  desk: Desk,
  command: { readonly stream: string; readonly seq: number; readonly jobKey: string },
): Promise<Outcome<{ readonly notified: number }>> {
  return decide(desk, async (unit) => {
    const work = workOf(command.jobKey);
    if (work !== null && !(await unit.outbox.markDone('announce-decision', work, command.jobKey)))
      return done({ notified: 0 });
    const entry = await unit.view.ledger.find(command.stream, command.seq);
    if (entry === null) return notFound('ledger entry');
    const { persons, text } = await recipients(unit, entry);
    await unit.notifications.add(
      persons.map((personId) => ({
        id: randomUUID(),
        personId,
        type: entry.type,
        assertionId: entry.exact === null ? null : entry.stream,
        articleId: entry.articleId,
        text,
        ledgerStream: entry.stream,
        ledgerSeq: entry.seq,
      })),
    );
    return done({ notified: persons.length });
  });
}

async function recipients(unit: Unit, entry: LedgerEntry): Promise<{ persons: string[]; text: string }> {
  const isOnAssertion = entry.exact !== null;
  const verdict = isOnAssertion ? await unit.verdicts.latest(entry.stream) : null;
  const announcement = announcementOf(entry, verdict?.proposedBy ?? null);
  if (announcement === null) return { persons: [], text: '' };
  const { role, text } = announcement;
  const everybody = role === undefined ? [] : await unit.people.idsWithRole(role);
  const task = isOnAssertion ? await unit.tasks.read(entry.stream) : null;
  // An editor who cannot decide on it need not be called.
  const cannot =
    role === 'editor' ? [...(verdict?.proposers ?? []), ...(verdict?.approvers ?? []), task?.authorPersonId] : [];
  const called = everybody.filter((person) => !cannot.includes(person));
  const persons = [...new Set([...announcement.persons, ...called])].filter((person) => person !== entry.actor.id);
  return { persons, text };
}
