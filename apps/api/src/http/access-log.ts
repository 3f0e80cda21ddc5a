import { type FastifyInstance } from 'fastify';
import { type JsonLog } from '../json-log.js';

/** One line an answer: the route's pattern and not the address, so that no query, name or token is ever written. */
export function logAnswers(fastify: FastifyInstance, log: JsonLog): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? null;
    const isProbe = route?.startsWith('/health/') === true;
    log.line(reply.statusCode >= 500 ? 'warn' : isProbe ? 'debug' : 'info', 'request.answered', {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      accountId: request.actor?.accountId ?? null,
    });
  });
}
