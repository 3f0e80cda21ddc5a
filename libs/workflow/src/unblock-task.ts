import { type ReviewTask } from '@proofdesk/contract';
import { UNHELD } from '@proofdesk/persistence';
import { type Actor } from './actor.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
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
    const by = goesOn ? 'holder' : 'editor';
    const resumed = { awaited: null, blockedUntil: null, leaseUntil: new Date() };
    const patch = { stateReason: null, ...(goesOn ? resumed : UNHELD) };
    const state = await moveTask(unit, task, { verb: 'unblock', by }, patch);
    // The lease runs from now in database time.
    if (goesOn) await unit.tasks.renew(assertionId);
    await recordOnTask(unit, task, actor, {
      type: 'task.unblocked',
      role: goesOn ? 'checker' : 'editor',
      leaseToken: task.leaseToken,
      before: { state: 'blocked', holder: task.holderPersonId },
      after: { state },
    });
    return done(null);
  });
}
