import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Held, type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, refuse, type Outcome } from './refusal.js';

/** Longest wait for a source or a reply, in days. */
const LONGEST_DAYS = 90;

/** Sets the task aside until a source or a reply comes, at the latest until `until`; the holder stays its holder. */
export async function blockTask(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & Held & { awaited: 'source' | 'reply'; until: string; note: string },
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch, leaseToken, awaited, until, note } = command;
  const ask = { assertionId, ifMatch, leaseToken, action: 'task.block' } as const;
  return decideOnTask(desk, actor, ask, async ({ unit, task }) => {
    const blockedUntil = new Date(until);
    const days = (blockedUntil.getTime() - Date.now()) / 86_400_000;
    if (!(days > 0 && days <= LONGEST_DAYS))
      return refuse('request.invalid', `Wait until a time to come, at most ${LONGEST_DAYS} days from now.`);
    const patch = { leaseUntil: null, awaited, blockedUntil, stateReason: note };
    const state = await moveTask(unit, task, { verb: 'block', by: 'holder' }, patch);
    await recordOnTask(unit, task, actor, {
      type: 'task.blocked',
      role: 'checker',
      leaseToken,
      before: { state: task.state },
      after: { state, awaited, until: blockedUntil.toISOString() },
      said: { note },
    });
    return done(null);
  });
}
