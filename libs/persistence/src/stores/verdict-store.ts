import { type Verdict } from '@proofdesk/contract';
import { approvalsNeeded, graverRisk, type Risk, type VerdictState } from '@proofdesk/verdicts';
import { type EntityManager } from 'typeorm';
import { approvalEntity, verdictEntity, type VerdictRow } from '../entities/verdicts.entity.js';
import { execute, insertRows, query, queryOne } from '../sql.js';

export interface VerdictFacts {
  readonly id: string;
  readonly version: number;
  readonly state: VerdictState;
  readonly ratingKey: string;
  readonly ratingLabel: string;
  readonly scaleId: string;
  readonly scaleVersion: number;
  readonly revisionId: string;
  readonly exactSha256: string;
  readonly evidenceSha256: string;
  readonly risk: Risk;
  readonly proposedBy: string;
  /** Everybody who proposed any version. */
  readonly proposers: string[];
  /** Everybody who has approved this version. */
  readonly approvers: string[];
}

/** Verdicts by version, and who approved them. */
export class VerdictStore {
  constructor(private readonly manager: EntityManager) {}

  async propose(
    row: Omit<VerdictRow, 'state' | 'proposedAt' | 'returnedBy' | 'returnedAt' | 'returnedReason'>,
  ): Promise<void> {
    await insertRows(this.manager, verdictEntity, [{ ...row, state: 'proposed' }]);
  }

  /** The newest version, or null before anybody proposed one. */
  async latest(assertionId: string): Promise<VerdictFacts | null> {
    return queryOne<VerdictFacts>(
      this.manager,
      `SELECT v.id, v.version, v.state, v.rating_key AS "ratingKey", r.label AS "ratingLabel", v.scale_id AS "scaleId",
              v.scale_version AS "scaleVersion", v.revision_id AS "revisionId", v.exact_sha256 AS "exactSha256",
              v.evidence_sha256 AS "evidenceSha256", v.risk, v.proposed_by AS "proposedBy",
              ARRAY (SELECT DISTINCT w.proposed_by FROM verdict w WHERE w.id = v.id) AS proposers,
              ARRAY (SELECT a.person_id FROM approval a WHERE a.verdict_id = v.id AND a.verdict_version = v.version) AS approvers
         FROM verdict v JOIN rating r ON r.scale_id = v.scale_id AND r.scale_version = v.scale_version AND r.key = v.rating_key
        WHERE v.assertion_id = $1 ORDER BY v.version DESC LIMIT 1`,
      [assertionId],
    );
  }

  async setState(id: string, version: number, state: VerdictState): Promise<void> {
    await execute(this.manager, 'UPDATE verdict SET state = $3 WHERE id = $1 AND version = $2', [id, version, state]);
  }

  async markReturned(id: string, version: number, by: string, reason: string): Promise<void> {
    await execute(
      this.manager,
      `UPDATE verdict SET state = 'returned', returned_by = $3, returned_at = clock_timestamp(), returned_reason = $4
        WHERE id = $1 AND version = $2`,
      [id, version, by, reason],
    );
  }

  async approve(verdictId: string, verdictVersion: number, personId: string, note: string): Promise<void> {
    await insertRows(this.manager, approvalEntity, [{ verdictId, verdictVersion, personId, note }]);
  }

  /** Every version with its approvals, newest first, as the desk shows them. `risk` is the assertion's risk now. */
  async list(assertionId: string, risk: Risk): Promise<Verdict[]> {
    const rows = await query<VerdictSqlRow>(this.manager, versionsSql, [assertionId]);
    return rows.map((row) => toVerdict(row, risk));
  }
}

type VerdictSqlRow = VerdictRow & {
  label: string;
  value: number;
  proposerName: string;
  returnerName: string | null;
  approvals: { id: string; name: string; at: string; note: string }[];
};

const versionsSql = `
  SELECT v.id, v.version, v.state, v.rating_key AS "ratingKey", r.label, r.value, v.scale_id AS "scaleId",
         v.scale_version AS "scaleVersion", v.rationale, v.proposed_by AS "proposedBy", p.name AS "proposerName",
         v.proposed_at AS "proposedAt", v.exact_sha256 AS "exactSha256", v.evidence_sha256 AS "evidenceSha256", v.risk,
         v.returned_by AS "returnedBy", q.name AS "returnerName", v.returned_at AS "returnedAt",
         v.returned_reason AS "returnedReason",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.person_id, 'name', e.name, 'at', a.approved_at, 'note', a.note)
                   ORDER BY a.approved_at) FROM approval a JOIN person e ON e.id = a.person_id
                   WHERE a.verdict_id = v.id AND a.verdict_version = v.version), '[]') AS approvals
    FROM verdict v JOIN rating r ON r.scale_id = v.scale_id AND r.scale_version = v.scale_version AND r.key = v.rating_key
    JOIN person p ON p.id = v.proposed_by LEFT JOIN person q ON q.id = v.returned_by
   WHERE v.assertion_id = $1 ORDER BY v.version DESC`;

const toVerdict = (row: VerdictSqlRow, risk: Risk): Verdict => ({
  id: row.id,
  version: row.version,
  state: row.state as Verdict['state'],
  rating: { key: row.ratingKey, label: row.label, value: row.value },
  ratingScale: { id: row.scaleId, version: row.scaleVersion },
  rationale: row.rationale,
  proposedBy: { id: row.proposedBy, name: row.proposerName },
  proposedAt: row.proposedAt.toISOString(),
  exactSha256: row.exactSha256,
  evidenceSha256: row.evidenceSha256,
  approvals: row.approvals.map(({ id, name, at, note }) => ({
    by: { id, name },
    at: new Date(at).toISOString(),
    note,
  })),
  approvalsNeeded: approvalsNeeded(graverRisk(row.risk as Risk, risk)),
  returned:
    row.returnedBy === null || row.returnedAt === null
      ? null
      : {
          by: { id: row.returnedBy, name: row.returnerName ?? '' },
          at: row.returnedAt.toISOString(),
          reason: row.returnedReason ?? '',
        },
});
