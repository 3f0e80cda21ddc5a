import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type OnAssertion } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function leaseTask(_desk: Desk, _actor: Actor, _command: OnAssertion): Promise<Outcome<ReviewTask>> {
  throw new Error('not written yet');
}
