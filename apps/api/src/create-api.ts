import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { ApiModule, type ApiParts } from './api.module.js';
import { type DocumentHolder } from './controllers/service.controller.js';
import { logAnswers } from './http/access-log.js';
import { takeBodies } from './http/body-parsers.js';
import { serveDeskFiles } from './http/desk-files.js';
import { pathOf } from './http/routes.js';
import { secureHeaders } from './http/security-headers.js';
import { openApiOf } from './openapi/document.js';
import { DOCUMENT } from './tokens.js';

/** Builds the api around a desk, ready to `listen`. Nothing is read from the environment here. */
export async function createApi(parts: ApiParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(),
    trustProxy: (_address, hop) => hop < parts.config.trustedProxies,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(parts), adapter, {
    bodyParser: false,
    logger: parts.log,
    abortOnError: false,
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  logAnswers(fastify, parts.log);
  await secureHeaders(fastify, parts.config);
  fastify.addHook('onRequest', async (request, reply) => {
    if (pathOf(request).startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  letGoOnClose(fastify);
  takeBodies(fastify);
  await fastify.register(fastifyCookie);
  await serveDeskFiles(fastify, parts.config.deskFolder);
  app.get<DocumentHolder>(DOCUMENT).document = openApiOf(app);
  await app.init();
  return app;
}

/** An answer given while we stop ends its connection: kept alive, it would hold the stop up until the client lets go. */
function letGoOnClose(fastify: FastifyInstance): void {
  let isClosing = false;
  fastify.addHook('preClose', async () => {
    isClosing = true;
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}
