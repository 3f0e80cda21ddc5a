import { type Article } from '@proofdesk/contract';
import { maySee } from '@proofdesk/permissions';
import { personOf } from './act.js';
import { type Actor } from './actor.js';
import { read } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { presentArticle } from './present-article.js';
import { done, type Outcome } from './refusal.js';

/** One article with everything in it. Who may not see it learns no more than that there is no such article. */
export async function readArticle(
  desk: Desk,
  actor: Actor,
  command: { readonly articleId: string },
): Promise<Outcome<Article>> {
  return read(desk, async (unit) => {
    const known = await unit.articles.authorOf(command.articleId);
    const isAuthor = known?.authorPersonId != null && known.authorPersonId === personOf(actor);
    if (known === null || (actor.kind === 'person' && !maySee('article', { roles: actor.roles, isAuthor })))
      return notFound('article');
    const article = await presentArticle(unit, command.articleId);
    return article === null ? notFound('article') : done(article);
  });
}
