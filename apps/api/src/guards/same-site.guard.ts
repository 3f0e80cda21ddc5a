import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type ApiConfig } from '../config.js';
import { Refused } from '../http/problem.js';
import { isUnsafe } from '../http/routes.js';
import { readSessionCookie } from '../http/session-cookie.js';
import { CONFIG } from '../tokens.js';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What a browser says about where a request comes from. */
export interface Provenance {
  readonly site: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly hasSession: boolean;
}

/**
 * Whether an unsafe request may come from where it comes: Fetch Metadata first, `Origin` behind it, and both where both
 * are sent (a name rebound to our address passes the first and fails the second). A client that sends neither is no
 * browser; it is let through without a session, which is all it needs to sign in, and refused with one.
 */
export function isFromHere({ site, origin, host, hasSession }: Provenance, publicUrl: string): boolean {
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site !== undefined || !hasSession;
  if (origin === publicUrl) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const isLoopback = loopback.has(from.hostname) && loopback.has(new URL(publicUrl).hostname);
  // On this machine the development server answers on another port than the api behind it.
  return isLoopback && (site === 'same-origin' || from.host === host);
}

/** Refuses unsafe requests that another site made a browser send. */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: ApiConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isUnsafe(request.method)) return true;
    const provenance = {
      site: oneOf(request.headers['sec-fetch-site']),
      origin: request.headers.origin,
      host: request.headers.host,
      hasSession: readSessionCookie(request, this.config) !== null,
    };
    if (isFromHere(provenance, this.config.publicUrl)) return true;
    throw new Refused({
      code: 'request.cross_site',
      detail: `Changes are taken from ${this.config.publicUrl} only. Open the desk at that address.`,
    });
  }
}

const oneOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(',') : header;
