import { type LedgerEntry, type LedgerQuery } from '@proofdesk/contract';
import { permit } from './act.js';
import { type Actor } from './actor.js';
import { type Page } from './command.js';
import { read } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** The decision history of the whole desk, newest first. */
export async function listLedgerEntries(
  desk: Desk,
  actor: Actor,
  command: LedgerQuery,
): Promise<Outcome<Page<LedgerEntry>>> {
  const allowed = permit(actor, 'audit.read');
  if (!allowed.ok) return allowed;
  return read(desk, async (unit) => done(await unit.view.ledger.list(command)));
}
