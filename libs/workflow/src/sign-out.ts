import { type Actor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function signOut(_desk: Desk, _actor: Actor): Promise<Outcome<null>> {
  throw new Error('not written yet');
}
