import { type Actor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function markNotificationsRead(_desk: Desk, _actor: Actor): Promise<Outcome<{ readonly marked: number }>> {
  throw new Error('not written yet');
}
