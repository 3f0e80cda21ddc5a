import { type ArticleSummary } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type PageRequest, type Page } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export interface ArticleFilter extends PageRequest {
  readonly extraction?: 'pending' | 'running' | 'done' | 'failed';
  readonly open?: boolean;
}
export async function listArticles(
  _desk: Desk,
  _actor: Actor,
  _command: ArticleFilter,
): Promise<Outcome<Page<ArticleSummary>>> {
  throw new Error('not written yet');
}
