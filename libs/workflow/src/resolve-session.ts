import { createHash } from 'node:crypto';
import { type Session } from '@proofdesk/contract';
import { type PersonActor } from './actor.js';
import { type Desk } from './desk.js';
import { done, refuse, type Outcome } from './refusal.js';

export interface ResolvedSession {
  readonly actor: PersonActor;
  readonly session: Session;
}

/** Who is behind a cookie's token, with the roles of this moment; moves the idle limit. Refusal: session.required. */
export async function resolveSession(
  desk: Desk,
  command: { readonly token: string },
): Promise<Outcome<ResolvedSession>> {
  const tokenSha256 = createHash('sha256').update(command.token, 'utf8').digest();
  const open = await desk.db.read((unit) => unit.sessions.use(tokenSha256));
  if (open === null) return refuse('session.required', 'Sign in first: the session has ended or never was.');
  const { id, accountId, personId, personName, login, isDemo, roles, expiresAt } = open;
  return done({
    actor: { kind: 'person', personId, accountId, roles, sessionId: id },
    session: {
      person: { id: personId, name: personName },
      login,
      roles,
      expiresAt: expiresAt.toISOString(),
      demo: isDemo,
    },
  });
}
