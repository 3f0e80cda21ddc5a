import { type Session } from '@proofdesk/contract';
import { type PersonActor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export interface SignInCommand {
  readonly login: string;
  readonly password: string;
  readonly address: string;
}
export interface SignedIn {
  readonly token: string;
  readonly actor: PersonActor;
  readonly session: Session;
}
/** Refusals: session.refused, session.throttled (retryAfterSeconds). */
export async function signIn(_desk: Desk, _command: SignInCommand): Promise<Outcome<SignedIn>> {
  throw new Error('not written yet');
}
