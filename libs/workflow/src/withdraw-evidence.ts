import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask, notFound, type TaskCase } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, refuse, type Outcome } from './refusal.js';

/**
 * Withdraws a piece of evidence: the holder while checking, an editor later. A verdict that rested on it is out of date
 * from then on. Refusal: evidence.not_found.
 */
export async function withdrawEvidence(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & { leaseToken?: string | undefined; evidenceId: string; reason: string },
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch, evidenceId, reason } = command;
  const ask = { assertionId, ifMatch, leaseToken: command.leaseToken ?? null, action: 'evidence.withdraw' } as const;
  return decideOnTask(desk, actor, ask, async (at) => {
    const { unit, task, actor: person } = at;
    const isChecking = task.state === 'in_check';
    if (isChecking && command.leaseToken === undefined)
      return refuse('task.lease_lost', 'Send the token of your lease with this.');
    const piece = (await unit.evidence.standing(assertionId)).find(({ id }) => id === evidenceId);
    if (piece === undefined) return refuse('evidence.not_found', 'There is no such piece, or it was withdrawn before.');
    if (!(await unit.evidence.withdraw(assertionId, evidenceId, person.personId, reason))) return notFound('evidence');
    await recordOnTask(unit, task, actor, {
      type: 'evidence.withdrawn',
      role: isChecking ? 'checker' : 'editor',
      ...(command.leaseToken !== undefined && { leaseToken: command.leaseToken }),
      subject: { evidence: evidenceId },
      evidence: [{ id: piece.id, sha256: piece.sha256 }],
      said: { reason },
    });
    if (!isChecking) await outdate(at, reason);
    return done(null);
  });
}

/** The verdict no longer stands on what it was given on. */
async function outdate({ unit, task, verdict }: TaskCase, reason: string): Promise<void> {
  if (verdict === null) return;
  await unit.verdicts.setState(verdict.id, verdict.version, 'stale');
  const patch = { stateReason: `Evidence was withdrawn: ${reason}` };
  const state = await moveTask(unit, task, { verb: 'withdraw_evidence', by: 'editor' }, patch);
  await recordOnTask(
    unit,
    task,
    { kind: 'system', name: 'api' },
    {
      type: 'verdict.stale',
      role: 'editor',
      subject: { verdict: verdict.id, version: verdict.version },
      before: { state: task.state, verdict: verdict.state },
      after: { state, verdict: 'stale', why: 'evidence_withdrawn' },
    },
  );
}
