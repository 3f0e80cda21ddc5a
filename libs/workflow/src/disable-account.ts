import { type Person } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function disableAccount(
  _desk: Desk,
  _actor: Actor,
  _command: { readonly accountId: string },
): Promise<Outcome<Person>> {
  throw new Error('not written yet');
}
