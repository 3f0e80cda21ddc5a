import { type ReviewTask } from '@proofdesk/contract';
import { graverRisk, ruleOnApproval, type ApprovalFault } from '@proofdesk/verdicts';
import { type Actor } from './actor.js';
import { whyVerdictIsStale } from './binding-now.js';
import { checkEvidence } from './check-evidence.js';
import { checkVersion } from './check-version.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask, type TaskCase } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, refuse, type Outcome } from './refusal.js';

/**
 * An editor approves one version of a verdict: never the proposer, never the author, by person and not by account; two of
 * them where it is serious. Refusals: approval.*, verdict.stale, evidence.incomplete, evidence.not_independent.
 */
export async function approveVerdict(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & { readonly verdictVersion: number; readonly note: string },
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch, note } = command;
  const ask = { assertionId, ifMatch, action: 'verdict.approve' } as const;
  return decideOnTask(desk, actor, ask, async (at) => {
    const { unit, task, actor: person } = at;
    const current = checkVersion(at.verdict, command.verdictVersion);
    if (!current.ok) return current;
    const verdict = current.value;
    const stands = await checkStanding(at, verdict);
    if (!stands.ok) return stands;
    const ruling = ruleOnApproval({
      approverPersonId: person.personId,
      proposerPersonIds: verdict.proposers,
      authorPersonId: task.authorPersonId,
      approvedBy: verdict.approvers,
      risk: graverRisk(verdict.risk, task.risk),
    });
    if (!ruling.ok) return refuse(`approval.${ruling.fault}`, words[ruling.fault]);
    await unit.verdicts.approve(verdict.id, verdict.version, person.personId, note);
    if (ruling.complete) await unit.verdicts.setState(verdict.id, verdict.version, 'approved');
    const guard = ruling.complete ? 'quorum_reached' : 'quorum_not_reached';
    const state = await moveTask(unit, task, { verb: 'approve', by: 'editor', guard });
    await recordOnTask(unit, task, actor, {
      type: 'verdict.approved',
      role: 'editor',
      subject: { verdict: verdict.id, version: verdict.version },
      before: { state: task.state, approvals: ruling.given - 1, rating: verdict.ratingKey },
      after: { state, approvals: ruling.given, approvalsNeeded: ruling.needed, rating: verdict.ratingKey },
      said: { note },
    });
    return done(null);
  });
}

const words: Readonly<Record<ApprovalFault, string>> = {
  own_verdict: 'You proposed this verdict: somebody else must approve it.',
  own_article: 'You wrote this article: somebody else must approve the verdict.',
  already_given: 'You have approved this verdict already: the next approval must come from somebody else.',
};

/** Whether words and evidence are still those the verdict was given on, and the evidence still enough for today's risk. */
async function checkStanding(
  { unit, task }: TaskCase,
  verdict: NonNullable<TaskCase['verdict']>,
): Promise<Outcome<null>> {
  const standing = await unit.evidence.standing(task.assertionId);
  const reasons = whyVerdictIsStale(verdict, task, standing);
  if (reasons.length > 0) return refuse('verdict.stale', 'The verdict is out of date. Return it.', { reasons });
  return checkEvidence(task, standing, 'At its present risk it');
}
