import { type Article } from '@proofdesk/contract';
import { type Unit } from '@proofdesk/persistence';

/** The whole article: text, segments, attributions and assertions; null where there is none. */
export async function presentArticle(unit: Unit, articleId: string): Promise<Article | null> {
  const head = await unit.view.articles.find(articleId);
  if (head === null) return null;
  const revisionId = head.revision.id;
  return {
    ...head,
    text: (await unit.articles.textOf(revisionId)) ?? '',
    segments: await unit.articles.segmentsOf(revisionId),
    attributions: await unit.view.articles.attributionsOf(revisionId),
    assertions: await unit.view.tasks.ofRevision(revisionId),
  };
}
