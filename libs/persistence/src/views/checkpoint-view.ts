import { type LedgerCheckpoint } from '@proofdesk/contract';
import { type EntityManager } from 'typeorm';
import { pageFrom, readCursor } from '../cursor.js';
import { query, queryOne } from '../sql.js';

interface CheckpointSqlRow {
  log: number;
  origin: string;
  size: string;
  root: string;
  at: string;
  note: string;
  cosignatures: { name: string; at: string; line: string }[];
}

const checkpointSql = `
  SELECT c.log, l.origin, c.size::text AS size, encode(c.root, 'hex') AS root, ledger.instant_text(c.signed_at) AS at, c.note,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', w.witness, 'at', ledger.instant_text(w.at), 'line', w.line)
            ORDER BY w.witness, w.at, w.line) FROM ledger.cosignature w WHERE w.log = c.log AND w.size = c.size), '[]') AS cosignatures
    FROM ledger.checkpoint c JOIN ledger.log l ON l.id = c.log`;

/** The note as others must see it: what the log signed, and below it every line that a witness added. */
function toCheckpoint({ origin, size, root, at, note, cosignatures }: CheckpointSqlRow): LedgerCheckpoint {
  const whole = note + cosignatures.map(({ line }) => `${line.trimEnd()}\n`).join('');
  const first = new Map<string, string>();
  for (const { name, at: seen } of cosignatures) if (!first.has(name)) first.set(name, seen);
  return {
    origin,
    size: Number(size),
    root,
    at,
    note: whole,
    bytes: Buffer.byteLength(whole, 'utf8'),
    witnesses: [...first].map(([name, seen]) => ({ name, at: seen })),
  };
}

/** Reads what the sealer signed. */
export class CheckpointView {
  constructor(private readonly manager: EntityManager) {}

  /** Newest first: the open log, the largest tree. */
  async list(after: string | undefined, limit: number): Promise<{ items: LedgerCheckpoint[]; next: string | null }> {
    const cursor = readCursor(after, ['number', 'string']);
    const rows = await query<CheckpointSqlRow>(
      this.manager,
      `${checkpointSql} WHERE $1::int IS NULL OR (c.log, c.size) < ($1, $2::bigint)
        ORDER BY c.log DESC, c.size DESC LIMIT $3`,
      [...(cursor ?? [null, null]), limit + 1],
    );
    return pageFrom(rows, limit, toCheckpoint, (row) => [row.log, row.size]);
  }

  /** The newest of the open log; null where nothing was signed under it. */
  async newest(): Promise<LedgerCheckpoint | null> {
    const row = await queryOne<CheckpointSqlRow>(
      this.manager,
      `${checkpointSql} WHERE c.log = (SELECT max(id) FROM ledger.log) ORDER BY c.size DESC LIMIT 1`,
    );
    return row === null ? null : toCheckpoint(row);
  }
}
