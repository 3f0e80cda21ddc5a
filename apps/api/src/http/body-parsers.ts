import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Refused } from './problem.js';
import { readJson } from './read-json.js';
import { isIngest, isUnsafe } from './routes.js';

/** An article may have 2 MB of text; JSON may escape each character of it to six. More is not even read. */
const ingestLimit = 12 * 1024 * 1024;
const otherLimit = 256 * 1024;

/**
 * Bodies are read by ourselves: JSON strictly, an article's raw text and HTML as the bytes that came (the use case
 * names the first bad byte). Everything else is refused before it is read.
 */
export function takeBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    if (!isUnsafe(request.method)) return;
    const limit = isIngest(request) ? ingestLimit : otherLimit;
    if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(request);
    const type = mediaType(request);
    if (type !== '' && type !== 'application/json' && !(isIngest(request) && /^text\/(plain|html)$/.test(type))) {
      throw wrongType(request);
    }
    const charset = /;\s*charset="?([^";]+)"?/i.exec(request.headers['content-type'] ?? '')?.[1]?.trim();
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
      throw new Refused({ code: 'request.unsupported_media_type', detail: 'Text is taken as UTF-8 only.' });
    }
  });
  fastify.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: ingestLimit } as const;
  fastify.addContentTypeParser('application/json', options, (request: FastifyRequest, bytes: Buffer, done) => {
    if (bytes.length > otherLimit && !isIngest(request)) return done(tooLarge(request));
    if (bytes.length === 0) return done(null, undefined);
    const read = readJson(bytes);
    if (read.ok) done(null, read.value);
    else done(new Refused({ code: 'request.invalid', detail: read.detail }));
  });
  fastify.addContentTypeParser(['text/plain', 'text/html'], options, (_request, bytes: Buffer, done) => {
    done(null, bytes);
  });
}

/** The media type without its parameters, lower case; empty when there is no body type. */
export const mediaType = (request: Pick<FastifyRequest, 'headers'>): string =>
  (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const wrongType = (request: FastifyRequest) =>
  new Refused({
    code: 'request.unsupported_media_type',
    detail: isIngest(request)
      ? 'An article is taken as application/json, text/plain or text/html.'
      : 'The body must be application/json.',
  });

const tooLarge = (request: FastifyRequest) =>
  isIngest(request)
    ? new Refused({ code: 'article.too_large', detail: 'The article is over 2 MB. Send the text alone, or in parts.' })
    : new Refused({ code: 'request.too_large', detail: `The body is larger than ${otherLimit / 1024} kB.` });
