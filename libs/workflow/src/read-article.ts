import { type Article } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function readArticle(
  _desk: Desk,
  _actor: Actor,
  _command: { readonly articleId: string },
): Promise<Outcome<Article>> {
  throw new Error('not written yet');
}
