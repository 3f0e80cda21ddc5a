import { type ReviewTask } from '@proofdesk/contract';
import { UNHELD } from '@proofdesk/persistence';
import { type Actor } from './actor.js';
import { type Held, type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, type Outcome } from './refusal.js';

/** Puts the task back into the queue; the draft is kept. */
export async function releaseLease(
  desk: Desk,
  actor: Actor,
  { assertionId, ifMatch, leaseToken }: OnAssertion & Matching & Held,
): Promise<Outcome<ReviewTask>> {
  const ask = { assertionId, ifMatch, leaseToken, action: 'task.release' } as const;
  return decideOnTask(desk, actor, ask, async ({ unit, task }) => {
    const state = await moveTask(unit, task, { verb: 'release', by: 'holder' }, UNHELD);
    await recordOnTask(unit, task, actor, {
      type: 'task.released',
      role: 'checker',
      leaseToken,
      before: { state: task.state, holder: task.holderPersonId },
      after: { state },
    });
    return done(null);
  });
}
