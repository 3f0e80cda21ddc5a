import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { announce } from './record-on-task.js';
import { done, refuse, type Outcome } from './refusal.js';

/** After the last attempt: the article shows that its extraction failed and why, until an admin starts it again. */
export async function failExtraction(
  desk: Desk,
  command: { readonly revisionId: string; readonly reason: string },
): Promise<Outcome<null>> {
  const { revisionId } = command;
  const reason = command.reason.slice(0, 500);
  return decide(desk, async (unit) => {
    const revision = await unit.articles.lockRevision(revisionId);
    if (revision === null) return refuse('not_found', 'There is no such revision.');
    if (revision.extractionState === 'done' || revision.extractionState === 'failed') return done(null);
    await unit.articles.setExtraction(revisionId, 'failed', reason);
    await unit.outbox.markFailed('extract-assertions', revisionId, reason);
    const recorded = await unit.ledger.append({
      stream: revision.articleId,
      type: 'article.extraction_failed',
      actor: { kind: 'system', id: 'worker' },
      subject: { article: revision.articleId, revision: revisionId, articleSha256: revision.sha256 },
      data: { before: { extraction: revision.extractionState }, after: { extraction: 'failed' } },
      said: { reason },
    });
    await announce(unit, recorded);
    return done(null);
  });
}
