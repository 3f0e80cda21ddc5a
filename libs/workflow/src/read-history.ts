import { type LedgerEntry } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type OnAssertion, type Page, type PageRequest } from './command.js';
import { read } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { mayReadTask } from './read-review-task.js';
import { done, type Outcome } from './refusal.js';

/** The whole story of one assertion, oldest first, for everybody who may see it. */
export async function readHistory(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & PageRequest,
): Promise<Outcome<Page<LedgerEntry>>> {
  return read(desk, async (unit) => {
    if (!(await mayReadTask(unit, actor, command.assertionId))) return notFound('review task');
    return done(await unit.view.ledger.history(command.assertionId, command.after, command.limit));
  });
}
