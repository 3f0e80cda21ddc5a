import { type ArticleSummary } from '@proofdesk/contract';
import { permit, viewerOf } from './act.js';
import { type Actor } from './actor.js';
import { type Page, type PageRequest } from './command.js';
import { read } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

export interface ArticleFilter extends PageRequest {
  readonly extraction?: 'pending' | 'running' | 'done' | 'failed' | undefined;
  readonly open?: boolean | undefined;
}

/** Newest first; a reporter sees own articles only. `open`: something is still to be done on it. */
export async function listArticles(
  desk: Desk,
  actor: Actor,
  command: ArticleFilter,
): Promise<Outcome<Page<ArticleSummary>>> {
  const allowed = permit(actor, 'article.list');
  if (!allowed.ok) return allowed;
  return read(desk, async (unit) => done(await unit.view.articles.list(viewerOf(actor), command)));
}
