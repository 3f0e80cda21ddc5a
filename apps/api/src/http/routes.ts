import { type FastifyRequest } from 'fastify';

export const apiRoot = '/api/v1';

/** The path without its query. */
export const pathOf = (request: Pick<FastifyRequest, 'url'>): string => request.url.split('?', 1)[0] ?? '';

/** The one address that takes articles: larger bodies, and text and HTML beside JSON. */
export const isIngest = (request: Pick<FastifyRequest, 'url' | 'method'>): boolean =>
  request.method === 'POST' && pathOf(request) === `${apiRoot}/articles`;

export const isUnsafe = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
