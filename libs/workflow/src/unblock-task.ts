import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type OnAssertion, type Matching, type Held } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

/** The holder gives the lease token; an editor needs none. */
export async function unblockTask(
  _desk: Desk,
  _actor: Actor,
  _command: OnAssertion & Matching & Partial<Held>,
): Promise<Outcome<ReviewTask>> {
  throw new Error('not written yet');
}
