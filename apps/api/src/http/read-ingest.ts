import { ingestArticleSchema } from '@proofdesk/contract';
import { type IngestCommand } from '@proofdesk/workflow';
import { type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mediaType } from './body-parsers.js';
import { Refused } from './problem.js';
import { invalid, parseWith, refuseNul } from './schema-pipe.js';

const [asText] = ingestArticleSchema.options;
/** What the address of a raw body may say about the article: everything but its words. */
export const rawMetaSchema = asText.omit({ text: true });

/**
 * An article as it came: JSON with `text` or `html`, or a raw body with the rest in the query. Whether the words are
 * text at all, and how many, is the use case's to judge. @throws Refused
 */
export function readIngest(request: Pick<FastifyRequest, 'body' | 'query' | 'headers'>): IngestCommand {
  const type = mediaType(request);
  if (type === '') {
    throw new Refused({
      code: 'request.unsupported_media_type',
      detail: 'Say what the body is: application/json, text/plain or text/html.',
    });
  }
  if (type !== 'application/json') {
    const meta = parseWith(rawMetaSchema, { ...(request.query as object) });
    refuseNul(meta);
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    return { meta, body: type === 'text/html' ? { html: bytes } : { text: bytes } };
  }
  const strangers = Object.keys(request.query as object);
  if (strangers.length > 0) {
    throw invalid(strangers.map((key) => ({ pointer: `/${key}`, detail: 'belongs into the JSON body' })));
  }
  if (holdsBoth(request.body)) throw invalid([{ pointer: '/html', detail: 'send either text or html, not both' }]);
  const { ...article } = parseWith(ingestArticleSchema, request.body);
  if ('html' in article) {
    const { html, ...meta } = article;
    refuseNul(meta);
    return { meta, body: { html } };
  }
  const { text, ...meta } = article;
  refuseNul(meta);
  return { meta, body: { text } };
}

const holdsBoth = (body: unknown): boolean =>
  z.object({ text: z.unknown(), html: z.unknown() }).safeParse(body).success &&
  'text' in (body as object) &&
  'html' in (body as object);
