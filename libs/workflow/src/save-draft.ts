import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Held, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** Keeps an unfinished verdict; it outlives the lease. No decision, so no ledger entry. */
export async function saveDraft(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Held & { readonly rating: string | null; readonly rationale: string },
): Promise<Outcome<ReviewTask>> {
  const { assertionId, leaseToken, rating, rationale } = command;
  const ask = { assertionId, leaseToken, ifMatch: null, action: 'task.save_draft' } as const;
  return decideOnTask(desk, actor, ask, async ({ unit, actor: person }) => {
    await unit.tasks.saveDraft(assertionId, person.personId, rating, rationale);
    return done(null);
  });
}
