import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { type Session } from '@proofdesk/contract';
import { type PersonActor } from '@proofdesk/workflow';
import { type FastifyRequest } from 'fastify';
import { Refused } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the session guard where somebody is signed in. */
    actor?: PersonActor;
    deskSession?: Session;
  }
}

/** The signed-in person of a request that passed the session guard. @throws Refused session.required */
export function actorOf(request: FastifyRequest): PersonActor {
  if (request.actor) return request.actor;
  throw sessionRequired();
}

export const sessionRequired = () => new Refused({ code: 'session.required', detail: 'Sign in to go on.' });

/** Controller parameter: who asks. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
