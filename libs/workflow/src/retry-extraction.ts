import { type Article } from '@proofdesk/contract';
import { ledgerActor, permit } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { presentArticle } from './present-article.js';
import { done, refuse, type Outcome } from './refusal.js';

/** Starts a failed extraction again, under a new job. Refusal: extraction.not_failed. */
export async function retryExtraction(
  desk: Desk,
  actor: Actor,
  command: { readonly articleId: string },
): Promise<Outcome<Article>> {
  const allowed = permit(actor, 'article.retry_extraction');
  if (!allowed.ok) return allowed;
  return decide(desk, async (unit) => {
    const revisionId = await unit.articles.latestRevisionId(command.articleId);
    const revision = revisionId === null ? null : await unit.articles.lockRevision(revisionId);
    if (revision === null) return notFound('article');
    if (revision.extractionState !== 'failed')
      return refuse('extraction.not_failed', `The extraction has not failed: it is ${revision.extractionState}.`);
    await unit.articles.setExtraction(revision.id, 'pending', null);
    if (!(await unit.outbox.redrive('extract-assertions', revision.id)))
      await unit.outbox.add([{ topic: 'extract-assertions', id: revision.id, payload: { revisionId: revision.id } }]);
    await unit.ledger.append({
      stream: revision.articleId,
      type: 'article.extraction_retried',
      actor: ledgerActor(actor, 'admin'),
      subject: { article: revision.articleId, revision: revision.id, articleSha256: revision.sha256 },
      data: { before: { extraction: 'failed' }, after: { extraction: 'pending' } },
    });
    const article = await presentArticle(unit, command.articleId);
    return article === null ? notFound('article') : done(article);
  });
}
