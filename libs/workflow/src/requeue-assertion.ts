import { type ReviewTask } from '@proofdesk/contract';
import { roleAmong } from './act.js';
import { type Actor } from './actor.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, type Outcome } from './refusal.js';

/** Pulls a dismissed assertion, or one whose verdict went stale, back into the queue. */
export async function requeueAssertion(
  desk: Desk,
  actor: Actor,
  { assertionId, ifMatch, reason }: OnAssertion & Matching & { readonly reason: string },
): Promise<Outcome<ReviewTask>> {
  return decideOnTask(desk, actor, { assertionId, ifMatch, action: 'task.requeue' }, async ({ unit, task }) => {
    const role = roleAmong(actor, 'checker', 'editor');
    const by = role === 'editor' ? 'editor' : 'checker';
    const patch = { dismissalReason: null, stateReason: reason };
    const state = await moveTask(unit, task, { verb: 'requeue', by }, patch);
    await unit.tasks.restartAge(assertionId);
    await recordOnTask(unit, task, actor, {
      type: 'assertion.requeued',
      role,
      before: { state: task.state },
      after: { state },
      said: { reason },
    });
    return done(null);
  });
}
