import { type LedgerEntry } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type OnAssertion, type PageRequest, type Page } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

/** Oldest first, of one assertion. */
export async function readHistory(
  _desk: Desk,
  _actor: Actor,
  _command: OnAssertion & PageRequest,
): Promise<Outcome<Page<LedgerEntry>>> {
  throw new Error('not written yet');
}
