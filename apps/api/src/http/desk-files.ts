import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance } from 'fastify';

/** Serves the built desk. Files under `assets/` carry their hash in the name and may be kept for ever. */
export async function serveDeskFiles(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const isHashed = /[\\/]assets[\\/]/.test(path);
      void response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
