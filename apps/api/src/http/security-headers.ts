import helmet from '@fastify/helmet';
import { type FastifyInstance } from 'fastify';
import { type ApiConfig } from '../config.js';

/**
 * Scripts come from our own files only, nothing is framed, nothing is sent elsewhere. Styles may stand inline: the desk's
 * component library writes its variables into a style element. Answers of the api and the public pages narrow this further.
 */
export async function secureHeaders(fastify: FastifyInstance, config: ApiConfig): Promise<void> {
  const isHttps = config.publicUrl.startsWith('https:');
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
  });
}
