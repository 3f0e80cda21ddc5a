import { randomUUID } from 'node:crypto';
import { type LedgerExportQuery } from '@proofdesk/contract';
import { ledgerActor, permit, roleAmong } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/**
 * Records that somebody takes the decision history out, before the first line leaves: who, when, which part. Each export
 * has a stream of its own; the answer is its id.
 */
export async function recordExport(
  desk: Desk,
  actor: Actor,
  { format, ...filter }: LedgerExportQuery,
): Promise<Outcome<{ readonly stream: string }>> {
  const allowed = permit(actor, 'audit.export');
  if (!allowed.ok) return allowed;
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return decide(desk, async (unit) => {
    const { stream } = await unit.ledger.append({
      stream: randomUUID(),
      type: 'export.made',
      actor: ledgerActor(actor, roleAmong(actor, 'auditor', 'admin')),
      data: { format, ...asked },
    });
    return done({ stream });
  });
}
