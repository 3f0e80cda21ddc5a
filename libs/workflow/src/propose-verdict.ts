import { randomUUID } from 'node:crypto';
import { type ProposeVerdict, type ReviewTask } from '@proofdesk/contract';
import { UNHELD } from '@proofdesk/persistence';
import { approvalsNeeded, findRating } from '@proofdesk/verdicts';
import { type Actor } from './actor.js';
import { hashOfEvidence } from './binding-now.js';
import { checkEvidence } from './check-evidence.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { destination, moveTask } from './move-task.js';
import { scaleInUse } from './present-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, refuse, type Outcome } from './refusal.js';

/**
 * The holder proposes a verdict: rating and rationale, on the evidence as it stands. It is bound to the exact words, the
 * evidence set and the scale. Refusals: verdict.rating_unknown, verdict.rationale_missing, evidence.incomplete, evidence.not_independent.
 */
export async function proposeVerdict(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & ProposeVerdict,
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch, leaseToken, rationale } = command;
  const ask = { assertionId, ifMatch, leaseToken, action: 'verdict.propose' } as const;
  return decideOnTask(desk, actor, ask, async ({ unit, task, verdict: last, actor: person }) => {
    const scale = await scaleInUse(unit);
    const rating = findRating(scale, command.rating);
    if (rating === null)
      return refuse('verdict.rating_unknown', `“${command.rating}” is not on the scale “${scale.name}”.`);
    if (rationale.trim() === '') return refuse('verdict.rationale_missing', 'Give the reasons for the rating.');
    const standing = await unit.evidence.standing(assertionId);
    const enough = checkEvidence(task, standing, 'A verdict on this assertion');
    if (!enough.ok) return enough;
    const id = last?.id ?? randomUUID();
    const version = (last?.version ?? 0) + 1;
    const evidenceSha256 = hashOfEvidence(standing);
    await unit.verdicts.propose({
      id,
      version,
      assertionId,
      scaleId: scale.id,
      scaleVersion: scale.version,
      ratingKey: rating.key,
      rationale,
      proposedBy: person.personId,
      revisionId: task.revisionId,
      exactSha256: task.exactSha256,
      evidenceSha256,
      risk: task.risk,
    });
    // A proposal goes on at once while nothing stands between it and approval.
    const proposed = destination(task.state, { verb: 'propose', by: 'holder' });
    const onward = { assertionId, state: proposed };
    const patch = { ...UNHELD, returnedToPersonId: null, stateReason: null };
    const state = await moveTask(unit, onward, { verb: 'forward', by: 'system' }, patch);
    await unit.tasks.dropDraft(assertionId, person.personId);
    await recordOnTask(unit, task, actor, {
      type: 'verdict.proposed',
      role: 'checker',
      leaseToken,
      subject: { verdict: id, version },
      evidence: standing.map(({ id: piece, sha256 }) => ({ id: piece, sha256 })),
      data: { evidenceSha256, scale: scale.id, scaleVersion: scale.version },
      before: { state: task.state, rating: last?.ratingKey ?? null },
      after: { state, rating: rating.key, risk: task.risk, approvalsNeeded: approvalsNeeded(task.risk) },
      said: { rationale },
    });
    return done(null);
  });
}
