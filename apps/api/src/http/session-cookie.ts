import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ApiConfig } from '../config.js';

/**
 * `__Host-` binds the cookie to this very host and to https (RFC 6265bis). Plain http happens on localhost only, where
 * a browser would refuse that prefix.
 */
const nameOf = (config: Pick<ApiConfig, 'publicUrl'>): string =>
  config.publicUrl.startsWith('https:') ? '__Host-proofdesk' : 'proofdesk_session';

const attributes = (config: Pick<ApiConfig, 'publicUrl'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:') }) as const;

/** The session token that the client sent, or `null`. */
export const readSessionCookie = (request: FastifyRequest, config: ApiConfig): string | null =>
  request.cookies[nameOf(config)] ?? null;

export function setSessionCookie(reply: FastifyReply, config: ApiConfig, token: string, expiresAt: string): void {
  void reply.setCookie(nameOf(config), token, { ...attributes(config), expires: new Date(expiresAt) });
}

export function clearSessionCookie(reply: FastifyReply, config: ApiConfig): void {
  void reply.clearCookie(nameOf(config), attributes(config));
}
