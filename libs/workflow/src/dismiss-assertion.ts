import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type OnAssertion, type Matching, type DismissalReason } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function dismissAssertion(
  _desk: Desk,
  _actor: Actor,
  _command: OnAssertion & Matching & { readonly reason: DismissalReason; readonly note: string },
): Promise<Outcome<ReviewTask>> {
  throw new Error('not written yet');
}
