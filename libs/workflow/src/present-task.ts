import { type ReviewTask } from '@proofdesk/contract';
import {
  toAssertionSummary,
  type AssertionSqlRow,
  type StandingPiece,
  type Unit,
  type VerdictFacts,
} from '@proofdesk/persistence';
import { ruleOnEvidence } from '@proofdesk/provenance';
import { publishGate } from '@proofdesk/publication';
import { approvalsNeeded, graverRisk, type RatingScale } from '@proofdesk/verdicts';
import { personOf } from './act.js';
import { type Actor } from './actor.js';
import { hashOfEvidence, sha256Hex } from './binding-now.js';
import { type Desk } from './desk.js';

/** The review task with all that a person needs to decide, as this actor may see it; null where there is none. */
export async function presentTask(
  desk: Pick<Desk, 'publicUrl'>,
  unit: Unit,
  actor: Actor,
  assertionId: string,
): Promise<ReviewTask | null> {
  const row = await unit.view.tasks.find(assertionId);
  if (row === null) return null;
  const verdicts = await unit.verdicts.list(assertionId, row.risk);
  const latest = await unit.verdicts.latest(assertionId);
  const evidence = await unit.evidence.list(assertionId);
  const standing = await unit.evidence.standing(assertionId);
  const article = await unit.view.articles.find(row.articleId);
  const rule = ruleOnEvidence(row.risk, standing, article?.url ?? null);
  const isHolder = row.holderPersonId !== null && row.holderPersonId === personOf(actor);
  return {
    ...toAssertionSummary(row),
    prefix: row.prefix,
    suffix: row.suffix,
    attributionDetail:
      row.attribution === null ? null : await unit.view.articles.attribution(row.revisionId, row.attribution),
    evidence,
    verdicts,
    draft: isHolder ? await unit.tasks.draftFor(assertionId, row.holderPersonId ?? '') : null,
    leaseToken: isHolder ? row.leaseToken : null,
    blocked: blockedOf(row),
    publication: await publicationOf(desk, unit, assertionId),
    evidenceRule: { met: rule.met, needed: [...rule.needed] },
    publishGate: gateOf(row, latest, standing),
    ratingScale: await scaleInUse(unit),
  };
}

const blockedOf = (row: AssertionSqlRow): ReviewTask['blocked'] =>
  row.awaited === null || row.blockedUntil === null
    ? null
    : { awaited: row.awaited, until: row.blockedUntil.toISOString(), note: row.stateReason ?? '' };

async function publicationOf(
  desk: Pick<Desk, 'publicUrl'>,
  unit: Unit,
  assertionId: string,
): Promise<ReviewTask['publication']> {
  const found = await unit.publications.latest(assertionId);
  if (found === null) return null;
  return {
    slug: found.slug,
    publishedAt: found.publishedAt.toISOString(),
    url: `${desk.publicUrl}/verdicts/${found.slug}`,
  };
}

/** What closes the publish gate now, in words. */
export function gateOf(
  task: { readonly exact: string; readonly revisionId: string; readonly risk: AssertionSqlRow['risk'] },
  verdict: VerdictFacts | null,
  standing: readonly (StandingPiece & { readonly title?: string })[],
): string[] {
  if (verdict === null) return publishGate({ verdict: null, evidence: [] });
  return publishGate({
    verdict: {
      state: verdict.state,
      approvalsGiven: verdict.approvers.length,
      approvalsNeeded: approvalsNeeded(graverRisk(verdict.risk, task.risk)),
      wordsUnchanged: verdict.revisionId === task.revisionId && verdict.exactSha256 === sha256Hex(task.exact),
      evidenceUnchanged: verdict.evidenceSha256 === hashOfEvidence(standing),
    },
    // What is archived today is the piece as it was described; its hash is there from the first moment.
    evidence: standing.map((piece) => ({ title: piece.title ?? piece.origin, archived: piece.sha256 !== '' })),
  });
}

/** The scale that new verdicts are given under. A desk without one was not migrated to the end. */
export async function scaleInUse(unit: Unit): Promise<ReviewTask['ratingScale']> {
  const scale: RatingScale | null = await unit.ratingScales.inUse();
  if (scale === null) throw new Error('no rating scale is in use: run the migrations');
  return { id: scale.id, version: scale.version, name: scale.name, ratings: [...scale.ratings] };
}
