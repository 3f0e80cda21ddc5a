import { type ReviewTask } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type OnAssertion, type Matching } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

/** The first editor's call asks for the retraction; a second editor's call completes it. */
export async function retractVerdict(
  _desk: Desk,
  _actor: Actor,
  _command: OnAssertion & Matching & { readonly publicNote: string },
): Promise<Outcome<ReviewTask>> {
  throw new Error('not written yet');
}
