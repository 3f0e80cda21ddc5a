import { randomUUID } from 'node:crypto';
import { type ReviewTask } from '@proofdesk/contract';
import { originFault } from '@proofdesk/publication';
import { type Actor } from './actor.js';
import { checkVersion } from './check-version.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask, notFound, type TaskCase } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { gateOf } from './present-task.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, refuse, type Outcome } from './refusal.js';
import { slugOf } from './slug.js';

/** Opens an approved verdict to readers, where the publish gate is open. Refusal: publish.gate_closed with all reasons. */
export async function publishVerdict(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & { readonly verdictVersion: number; readonly claimReviewed?: string | undefined },
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch } = command;
  const ask = { assertionId, ifMatch, action: 'verdict.publish' } as const;
  return decideOnTask(desk, actor, ask, async (at) => {
    const { unit, task, actor: person } = at;
    const current = checkVersion(at.verdict, command.verdictVersion);
    if (!current.ok) return current;
    const verdict = current.value;
    const reasons = gateOf(task, verdict, await unit.evidence.standing(assertionId));
    if (reasons.length > 0) return refuse('publish.gate_closed', reasons[0] ?? '', { reasons });
    const claimReviewed = command.claimReviewed ?? [...task.exact].slice(0, 500).join('');
    const hasClaimReview = await hasOutsideOrigin(desk, at);
    if (hasClaimReview === null) return notFound('review task');
    const id = randomUUID();
    const slug = slugOf(claimReviewed, id);
    await unit.publications.add({
      id,
      slug,
      assertionId,
      verdictId: verdict.id,
      verdictVersion: verdict.version,
      claimReviewed,
      hasClaimReview,
      publishedBy: person.personId,
    });
    await unit.verdicts.setState(verdict.id, verdict.version, 'published');
    const state = await moveTask(unit, task, { verb: 'publish', by: 'editor' });
    await recordOnTask(unit, task, actor, {
      type: 'verdict.published',
      role: 'editor',
      subject: { verdict: verdict.id, version: verdict.version },
      before: { state: task.state },
      after: { state, rating: verdict.ratingKey, hasClaimReview },
      said: {
        statement: {
          claimReviewed,
          rating: verdict.ratingKey,
          ratingLabel: verdict.ratingLabel,
          scale: verdict.scaleId,
          scaleVersion: verdict.scaleVersion,
          slug,
        },
      },
    });
    return done(null);
  });
}

/** Whether the claim has an origin outside the newsroom; null where the assertion is gone. */
async function hasOutsideOrigin(desk: Desk, { unit, task }: TaskCase): Promise<boolean | null> {
  const row = await unit.view.tasks.find(task.assertionId);
  if (row === null) return null;
  const attribution =
    row.attribution === null ? null : await unit.view.articles.attribution(row.revisionId, row.attribution);
  const fault = originFault({
    assertion: { sourcing: row.sourcing, sourceName: row.sourceName, sourceType: attribution?.source?.type ?? null },
    article: { origin: task.articleOrigin, url: task.articleUrl },
    newsroom: { url: desk.publicUrl },
  });
  return fault === null;
}
