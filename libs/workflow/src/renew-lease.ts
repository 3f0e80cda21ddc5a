import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Held, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** The heartbeat: another five minutes from now. It adds nothing to the history, so the ETag stays. */
export async function renewLease(
  desk: Desk,
  actor: Actor,
  { assertionId, leaseToken }: OnAssertion & Held,
): Promise<Outcome<ReviewTask>> {
  return decideOnTask(
    desk,
    actor,
    { assertionId, leaseToken, ifMatch: null, action: 'task.renew' },
    async ({ unit }) => {
      await unit.tasks.renew(assertionId);
      return done(null);
    },
  );
}
