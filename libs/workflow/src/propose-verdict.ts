import { randomUUID } from 'node:crypto';
import { type ProposeVerdict, type ReviewTask } from '@proofdesk/contract';
import { transitionsFor } from '@proofdesk/review';
import { approvalsNeeded, findRating } from '@proofdesk/verdicts';
import { type Actor } from './actor.js';
import { hashOfEvidence } from './binding-now.js';
import { checkEvidence } from './check-evidence.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
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
    const state = stateAfterProposal();
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
    await unit.tasks.update(assertionId, {
      state,
      holderPersonId: null,
      leaseUntil: null,
      returnedToPersonId: null,
      stateReason: null,
    });
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

/** A proposal is forwarded at once while nothing stands between it and approval. */
function stateAfterProposal(): 'in_approval' {
  const [forward] = transitionsFor('forward', 'proposed');
  if (forward?.to !== 'in_approval') throw new Error('the transition table has no way from a proposal to approval');
  return forward.to;
}
