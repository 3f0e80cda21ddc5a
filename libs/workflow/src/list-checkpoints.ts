import { type LedgerCheckpoint } from '@proofdesk/contract';
import { permit } from './act.js';
import { type Actor } from './actor.js';
import { type Page, type PageRequest } from './command.js';
import { read } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** What the sealer signed and witnesses cosigned, newest first. */
export async function listCheckpoints(
  desk: Desk,
  actor: Actor,
  command: PageRequest,
): Promise<Outcome<Page<LedgerCheckpoint>>> {
  const allowed = permit(actor, 'audit.read');
  if (!allowed.ok) return allowed;
  return read(desk, async (unit) => done(await unit.view.checkpoints.list(command.after, command.limit)));
}
