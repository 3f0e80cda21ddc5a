import { type Session } from '@proofdesk/contract';
import { type PersonActor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export interface ResolvedSession {
  readonly actor: PersonActor;
  readonly session: Session;
}
/** From the cookie's token; moves the idle limit. Refusal: session.required. */
export async function resolveSession(
  _desk: Desk,
  _command: { readonly token: string },
): Promise<Outcome<ResolvedSession>> {
  throw new Error('not written yet');
}
