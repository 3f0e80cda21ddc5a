import { type ReviewTask } from '@proofdesk/contract';
import { UNHELD } from '@proofdesk/persistence';
import { type Actor } from './actor.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { recordOnTask } from './record-on-task.js';
import { done, type Outcome } from './refusal.js';

/**
 * Takes up a task that was set aside. The holder, with the token, goes on checking under the same lease; an editor,
 * without one, puts it back into the queue.
 */
export async function unblockTask(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & { readonly leaseToken?: string | undefined },
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch, leaseToken } = command;
  const ask = { assertionId, ifMatch, leaseToken: leaseToken ?? null, action: 'task.unblock' } as const;
  return decideOnTask(desk, actor, ask, async ({ unit, task, actor: person }) => {
    const goesOn = leaseToken !== undefined && task.holderPersonId === person.personId;
    if (goesOn) {
      await unit.tasks.update(assertionId, {
        state: 'in_check',
        awaited: null,
        blockedUntil: null,
        stateReason: null,
        leaseUntil: new Date(),
      });
      await unit.tasks.renew(assertionId);
    } else await unit.tasks.update(assertionId, { state: 'queued', stateReason: null, ...UNHELD });
    await recordOnTask(unit, task, actor, {
      type: 'task.unblocked',
      role: goesOn ? 'checker' : 'editor',
      leaseToken: task.leaseToken,
      before: { state: 'blocked', holder: task.holderPersonId },
      after: { state: goesOn ? 'in_check' : 'queued' },
    });
    return done(null);
  });
}
