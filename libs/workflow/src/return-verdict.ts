import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { checkVersion } from './check-version.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, type Outcome } from './refusal.js';

/** An editor sends a verdict back with a reason; it comes first in its proposer's queue. */
export async function returnVerdict(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & { readonly verdictVersion: number; readonly reason: string },
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch, reason } = command;
  const ask = { assertionId, ifMatch, action: 'verdict.return' } as const;
  return decideOnTask(desk, actor, ask, async ({ unit, task, verdict, actor: person }) => {
    const current = checkVersion(verdict, command.verdictVersion);
    if (!current.ok) return current;
    const { id, version, proposedBy, ratingKey } = current.value;
    await unit.verdicts.markReturned(id, version, person.personId, reason);
    const patch = { returnedToPersonId: proposedBy, stateReason: `Returned: ${reason}` };
    const state = await moveTask(unit, task, { verb: 'return', by: 'editor' }, patch);
    await recordOnTask(unit, task, actor, {
      type: 'verdict.returned',
      role: 'editor',
      subject: { verdict: id, version },
      before: { state: task.state, rating: ratingKey, proposer: proposedBy },
      after: { state },
      said: { reason },
    });
    return done(null);
  });
}
