import { type ReviewTask } from '@proofdesk/contract';
import { UNHELD } from '@proofdesk/persistence';
import { type Actor } from './actor.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, type Outcome } from './refusal.js';

/** An editor takes the task away from its holder and puts it back into the queue, with a reason that the holder is told. */
export async function takeOverLease(
  desk: Desk,
  actor: Actor,
  { assertionId, ifMatch, reason }: OnAssertion & Matching & { readonly reason: string },
): Promise<Outcome<ReviewTask>> {
  const ask = { assertionId, ifMatch, action: 'task.take_over' } as const;
  return decideOnTask(desk, actor, ask, async ({ unit, task }) => {
    const state = await moveTask(unit, task, { verb: 'take_over', by: 'editor' }, UNHELD);
    await recordOnTask(unit, task, actor, {
      type: 'task.taken_over',
      role: 'editor',
      leaseToken: task.leaseToken,
      before: { state: task.state, holder: task.holderPersonId },
      after: { state },
      said: { reason },
    });
    return done(null);
  });
}
