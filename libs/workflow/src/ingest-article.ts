import { randomUUID } from 'node:crypto';
import { deriveTitle, receiveText, type ReceivedText } from '@proofdesk/articles';
import { type IngestArticle, type Ingested } from '@proofdesk/contract';
import { type Unit } from '@proofdesk/persistence';
import { ledgerActor, permit, personOf, roleAmong, viewerOf } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { readHtml } from './read-html.js';
import { done, refuse, type Outcome } from './refusal.js';
import { refusalOfArticle } from './refuse-article.js';

/** `text` as a string, or as bytes as they came (then UTF-8 is checked), or `html` (string or bytes). */
export type ArticleBody = { readonly text: string | Uint8Array } | { readonly html: string | Uint8Array };
/** `origin` is `draft` where left out. */
export type ArticleMeta = Partial<Omit<IngestArticle, 'text' | 'html'>>;

export interface IngestCommand {
  readonly body: ArticleBody;
  readonly meta: ArticleMeta;
}

/**
 * Takes an article in: article, revision, ledger entry and the job that will extract, in one transaction. The same words
 * a second time add nothing and answer with what is here. Refusals: article.*.
 */
export async function ingestArticle(desk: Desk, actor: Actor, command: IngestCommand): Promise<Outcome<Ingested>> {
  const allowed = permit(actor, 'article.ingest');
  if (!allowed.ok) return allowed;
  const read = await readBody(command);
  if (!read.ok) return read;
  const { received, meta } = read.value;
  const known = await desk.db.read((unit) => unit.articles.findBySha256(received.sha256));
  if (known !== null) return done({ ...known, sha256: received.sha256, created: false });
  const added = await decide(desk, (unit) => addArticle(unit, actor, received, meta));
  if (added.ok || added.refusal.code !== 'request.stale') return added;
  // A twin committed the same words in between, and nothing of ours was kept.
  const twin = await desk.db.read((unit) => unit.articles.findBySha256(received.sha256));
  return twin === null ? added : done({ ...twin, sha256: received.sha256, created: false });
}

async function readBody(
  command: IngestCommand,
): Promise<Outcome<{ readonly received: ReceivedText; readonly meta: ArticleMeta }>> {
  const { body, meta } = command;
  const readable = 'html' in body ? await readHtml(body.html) : null;
  if (readable !== null && !readable.ok) return readable;
  const received = receiveText('text' in body ? body.text : (readable?.value.text ?? ''));
  if (!received.ok) return refusalOfArticle(received.refusal);
  const found = readable?.value;
  return done({
    received: received.value,
    meta: {
      ...(found?.title && { title: found.title.slice(0, 500) }),
      ...(found?.byline && { byline: found.byline.slice(0, 300) }),
      ...(found?.publishedOn && { publishedOn: found.publishedOn }),
      ...meta,
    },
  });
}

async function addArticle(
  unit: Unit,
  actor: Actor,
  received: ReceivedText,
  meta: ArticleMeta,
): Promise<Outcome<Ingested>> {
  const [articleId, revisionId] = [randomUUID(), randomUUID()];
  // A reporter delivers own articles, and nothing else.
  const authorPersonId = viewerOf(actor).ownArticlesOnly && !isService(actor) ? personOf(actor) : meta.authorPersonId;
  if (authorPersonId != null && (await unit.people.nameOf(authorPersonId)) === null)
    return refuse('request.invalid', 'The author is not a person on this desk.');
  const { origin = 'draft', byline = null, url = null, publishedOn = null } = meta;
  const title = meta.title ?? deriveTitle(received.text);
  await unit.articles.add({
    id: articleId,
    title,
    byline,
    url,
    publishedOn,
    origin,
    authorPersonId: authorPersonId ?? null,
    ingestedBy: personOf(actor),
  });
  const { text, sha256, characters } = received;
  if (!(await unit.articles.addRevision({ id: revisionId, articleId, number: 1, text, sha256, characters })))
    return refuse('request.stale', 'The same words were taken in at this moment.');
  await unit.ledger.append({
    stream: articleId,
    type: 'article.ingested',
    actor: ledgerActor(actor, roleAmong(actor, 'reporter', 'checker', 'editor', 'admin', 'service')),
    subject: { article: articleId, revision: revisionId, articleSha256: sha256 },
    data: { origin, characters, number: 1, ...(authorPersonId != null && { author: authorPersonId }) },
    said: { title, byline, url },
  });
  await unit.outbox.add([{ topic: 'extract-assertions', id: revisionId, payload: { revisionId } }]);
  return done({ articleId, revisionId, sha256, created: true });
}

const isService = (actor: Actor): boolean => actor.kind === 'person' && actor.roles.includes('service');
