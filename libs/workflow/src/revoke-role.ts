import { type Person } from '@proofdesk/contract';
import { type Actor, type Role } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function revokeRole(
  _desk: Desk,
  _actor: Actor,
  _command: { readonly personId: string; readonly role: Role },
): Promise<Outcome<Person>> {
  throw new Error('not written yet');
}
