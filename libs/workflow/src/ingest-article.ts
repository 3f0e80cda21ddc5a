import { type IngestArticle, type Ingested } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

/** `text` as a string, or `bytes` as they came (then UTF-8 is checked), or `html` (string or bytes). */
export type ArticleBody = { readonly text: string | Uint8Array } | { readonly html: string | Uint8Array };
export type ArticleMeta = Omit<IngestArticle, 'text' | 'html'>;
export interface IngestCommand {
  readonly body: ArticleBody;
  readonly meta: ArticleMeta;
}
export async function ingestArticle(_desk: Desk, _actor: Actor, _command: IngestCommand): Promise<Outcome<Ingested>> {
  throw new Error('not written yet');
}
