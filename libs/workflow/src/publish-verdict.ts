import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type OnAssertion, type Matching } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function publishVerdict(
  _desk: Desk,
  _actor: Actor,
  _command: OnAssertion & Matching & { readonly verdictVersion: number; readonly claimReviewed?: string },
): Promise<Outcome<ReviewTask>> {
  throw new Error('not written yet');
}
