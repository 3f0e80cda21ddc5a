import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Action, can } from '@proofdesk/permissions';
import { type Desk, resolveSession } from '@proofdesk/workflow';
import { type FastifyRequest } from 'fastify';
import { type ApiConfig } from '../config.js';
import { Refused, unwrap } from '../http/problem.js';
import { sessionRequired } from '../http/request.js';
import { readSessionCookie } from '../http/session-cookie.js';
import { CONFIG, DESK } from '../tokens.js';

const PUBLIC = Symbol('public');
const NEEDS = Symbol('needs');

/** Nobody needs to be signed in. Without this mark, everybody does. */
export const Public = () => SetMetadata(PUBLIC, true);

/** For lists and menus, where no use case looks at one thing: the role alone decides. */
export const Needs = (action: Action) => SetMetadata(NEEDS, action);

/** Who asks, read from the database each time, so that a revoked role or a disabled account ends at once. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(DESK) private readonly desk: Desk,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const marks = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, marks)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = readSessionCookie(request, this.config);
    if (token === null) throw sessionRequired();
    const { actor, session } = unwrap(await resolveSession(this.desk, { token }));
    request.actor = actor;
    request.deskSession = session;
    const action = this.reflector.getAllAndOverride<Action | undefined>(NEEDS, marks);
    if (action === undefined) return true;
    const answer = can(action, { roles: actor.roles });
    if (!answer.ok) throw new Refused({ code: 'permission.denied', detail: answer.reason });
    return true;
  }
}
