import { type LedgerEntry, type LedgerQuery } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Page } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

/** Newest first. */
export async function listLedgerEntries(
  _desk: Desk,
  _actor: Actor,
  _command: LedgerQuery,
): Promise<Outcome<Page<LedgerEntry>>> {
  throw new Error('not written yet');
}
