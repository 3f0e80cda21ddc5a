import { ledgerActor, permit } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { done, refuse, type Outcome } from './refusal.js';

/** Why something may be taken out of a record that keeps everything. */
export const legalBases = ['data_subject_request', 'court_order', 'source_protection', 'mistake'] as const;
export type LegalBasis = (typeof legalBases)[number];

/** Names one value: the entry that committed to it, and its name in the entry's `commits`. */
export interface ErasePayload {
  readonly stream: string;
  readonly seq: number;
  readonly name: string;
  readonly legalBasis: LegalBasis;
  /** For those who come later; kept like every text, so it can be erased itself. */
  readonly reason: string;
}

/**
 * Erases what somebody wrote: key and value of one commitment leave the vault, copies in the tables are blanked, and an
 * entry `payload.erased` says so. The entry that committed to it stays as it is, so every proof made before still holds;
 * without the key not even a short text can be found by trying. Refusals: permission.denied, not_found.
 */
export async function erasePayload(
  desk: Desk,
  actor: Actor,
  { stream, seq, name, legalBasis, reason }: ErasePayload,
): Promise<Outcome<{ readonly seq: number }>> {
  const allowed = permit(actor, 'payload.erase');
  if (!allowed.ok) return allowed;
  return decide(desk, async (unit) => {
    const commit = await unit.ledger.commitOf(stream, seq, name);
    if (commit === null) return refuse('not_found', 'The record holds no such text, or it was erased before.');
    const recorded = await unit.ledger.append({
      stream,
      type: 'payload.erased',
      actor: ledgerActor(actor, 'admin'),
      data: { commit, name, entry: seq, legalBasis },
      said: { reason },
    });
    if (!(await unit.ledger.erase(stream, seq, name)))
      return refuse('not_found', 'Somebody else erased it at this moment.');
    return done({ seq: recorded.seq });
  });
}
