import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type OnAssertion, type Held } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function renewLease(
  _desk: Desk,
  _actor: Actor,
  _command: OnAssertion & Held,
): Promise<Outcome<ReviewTask>> {
  throw new Error('not written yet');
}
