import { type Evidence } from '@proofdesk/contract';
import { type EntityManager } from 'typeorm';
import { evidenceEntity, type EvidenceRow } from '../entities/verdicts.entity.js';
import { execute, insertRows, query } from '../sql.js';

export interface StandingPiece {
  readonly id: string;
  readonly sha256: string;
  readonly origin: string;
  readonly url: string | null;
  readonly isPrimary: boolean;
}

/** Evidence on assertions. A piece is never changed; it can be withdrawn. */
export class EvidenceStore {
  constructor(private readonly manager: EntityManager) {}

  async add(piece: Omit<EvidenceRow, 'attachedAt' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>): Promise<void> {
    await insertRows(this.manager, evidenceEntity, [piece]);
  }

  /** The pieces that have not been withdrawn, oldest first. */
  async standing(assertionId: string): Promise<StandingPiece[]> {
    return query<StandingPiece>(
      this.manager,
      `SELECT id, sha256, origin, url, is_primary AS "isPrimary" FROM evidence
        WHERE assertion_id = $1 AND withdrawn_at IS NULL ORDER BY attached_at, id`,
      [assertionId],
    );
  }

  /** Answers false where the piece is not there or was withdrawn before. */
  async withdraw(assertionId: string, id: string, by: string, reason: string): Promise<boolean> {
    const sql = `UPDATE evidence SET withdrawn_at = clock_timestamp(), withdrawn_by = $3, withdrawn_reason = $4
                  WHERE assertion_id = $1 AND id = $2 AND withdrawn_at IS NULL`;
    return (await execute(this.manager, sql, [assertionId, id, by, reason])) > 0;
  }

  /** Every piece, withdrawn ones too, as the desk shows them. */
  async list(assertionId: string): Promise<Evidence[]> {
    const rows = await query<EvidenceRow & { attachedByName: string }>(
      this.manager,
      `SELECT e.id, e.url, e.title, e.quote, e.note, e.stance, e.origin, e.is_primary AS "isPrimary", e.sha256,
              e.attached_by AS "attachedBy", p.name AS "attachedByName", e.attached_at AS "attachedAt",
              e.withdrawn_at AS "withdrawnAt"
         FROM evidence e JOIN person p ON p.id = e.attached_by WHERE e.assertion_id = $1 ORDER BY e.attached_at, e.id`,
      [assertionId],
    );
    return rows.map(({ attachedBy, attachedByName, attachedAt, withdrawnAt, ...piece }) => ({
      ...piece,
      stance: piece.stance as Evidence['stance'],
      attachedBy: { id: attachedBy, name: attachedByName },
      attachedAt: attachedAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    }));
  }
}
