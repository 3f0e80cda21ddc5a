import { type QueryResultRow } from 'pg';
import { firstRow, type Sql } from './sql.js';

/** The open log: one tree under one origin. */
export interface LogRow {
  readonly log: number;
  readonly origin: string;
}

export interface CheckpointRow {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

/** An entry that has no place in the tree yet, or one whose signature is still missing. */
export interface EntryRow {
  readonly stream: string;
  readonly seq: number;
  readonly body: Uint8Array;
  /** As PostgreSQL computed it. */
  readonly leaf: Uint8Array;
  /** The transaction that wrote it: a decimal number. */
  readonly xid: string;
}

export async function readOpenLog(sql: Sql): Promise<LogRow | undefined> {
  return firstRow<LogRow & QueryResultRow>(sql, 'SELECT id AS log, origin FROM ledger.log ORDER BY id DESC LIMIT 1');
}

export async function readTreeSize(sql: Sql, log: number): Promise<number> {
  const row = await firstRow<{ index: string }>(
    sql,
    'SELECT index FROM ledger.leaf WHERE log = $1 ORDER BY index DESC LIMIT 1',
    [log],
  );
  return row === undefined ? 0 : Number(row.index) + 1;
}

/** The newest checkpoint of a log, or the one of a size. */
export async function readCheckpoint(sql: Sql, log: number, size?: number): Promise<CheckpointRow | undefined> {
  const row = await firstRow<{ size: string; root: Buffer; note: string }>(
    sql,
    `SELECT size, root, note FROM ledger.checkpoint WHERE log = $1 AND ($2::bigint IS NULL OR size = $2)
      ORDER BY size DESC LIMIT 1`,
    [log, size ?? null],
  );
  return row && { ...row, size: Number(row.size) };
}

const UNSEALED = `e.xid >= $2::text::xid8
  AND NOT EXISTS (SELECT 1 FROM ledger.leaf l WHERE l.log = $1 AND l.stream = e.stream AND l.seq = e.seq)`;

/** How many entries wait, counted up to `most`. */
export async function countWaiting(sql: Sql, log: number, horizon: bigint, most: number): Promise<number> {
  const row = await firstRow<{ n: number }>(
    sql,
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM ledger.entry e WHERE ${UNSEALED} LIMIT $3) waiting`,
    [log, String(horizon), most],
  );
  return row?.n ?? 0;
}

/** The oldest transaction that may still commit something: no entry of an older one can appear any more. */
export async function readHorizon(sql: Sql): Promise<bigint> {
  const row = await firstRow<{ xmin: string }>(sql, 'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin');
  return BigInt(row?.xmin ?? 0);
}

export async function readWaiting(sql: Sql, log: number, horizon: bigint, most: number): Promise<EntryRow[]> {
  const { rows } = await sql.query<EntryRow & QueryResultRow>(
    `SELECT e.stream, e.seq, e.body, e.leaf, e.xid::text AS xid FROM ledger.entry e WHERE ${UNSEALED}
      ORDER BY e.xid, e.stream, e.seq LIMIT $3`,
    [log, String(horizon), most],
  );
  return rows;
}

/** Waiting entries of streams that stand before the given seqs: a stream may have been written by younger transactions first. */
export async function readWaitingBefore(
  sql: Sql,
  log: number,
  places: readonly { stream: string; seq: number }[],
): Promise<EntryRow[]> {
  const { rows } = await sql.query<EntryRow & QueryResultRow>(
    `SELECT e.stream, e.seq, e.body, e.leaf, e.xid::text AS xid
       FROM unnest($3::uuid[], $4::int[]) p (stream, seq) JOIN ledger.entry e ON e.stream = p.stream AND e.seq < p.seq
      WHERE ${UNSEALED} ORDER BY e.stream, e.seq`,
    [log, '0', places.map(({ stream }) => stream), places.map(({ seq }) => seq)],
  );
  return rows;
}

/** Leaf hashes of sealed entries, by `<stream> <seq>`. */
export async function readSealedLeaves(
  sql: Sql,
  log: number,
  places: readonly { stream: string; seq: number }[],
): Promise<Map<string, Uint8Array>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql.query<{ stream: string; seq: number; leaf: Buffer }>(
    `SELECT l.stream, l.seq, l.leaf FROM unnest($2::uuid[], $3::int[]) p (stream, seq)
       JOIN ledger.leaf l ON l.log = $1 AND l.stream = p.stream AND l.seq = p.seq`,
    [log, places.map(({ stream }) => stream), places.map(({ seq }) => seq)],
  );
  return new Map(rows.map(({ stream, seq, leaf }) => [`${stream} ${seq}`, leaf]));
}

/** Sealed entries from a place in the tree on, in its order, as they stand now. */
export async function readPlaced(
  sql: Sql,
  log: number,
  from: number,
  most: number,
): Promise<(EntryRow & { index: number })[]> {
  const { rows } = await sql.query<EntryRow & { index: string } & QueryResultRow>(
    `SELECT l.index, l.stream, l.seq, e.body, l.leaf, e.xid::text AS xid
       FROM ledger.leaf l JOIN ledger.entry e ON e.stream = l.stream AND e.seq = l.seq
      WHERE l.log = $1 AND l.index >= $2 ORDER BY l.index LIMIT $3`,
    [log, from, most],
  );
  return rows.map((row) => ({ ...row, index: Number(row.index) }));
}

/** Gives entries the next places of the tree. The database checks that they continue it and carry their entries' hashes. */
export async function insertLeaves(
  sql: Sql,
  log: number,
  from: number,
  entries: readonly { stream: string; seq: number; leaf: Uint8Array }[],
): Promise<void> {
  await sql.query(
    `INSERT INTO ledger.leaf (log, index, stream, seq, leaf)
     SELECT $1, $2::bigint + n - 1, stream, seq, leaf
       FROM unnest($3::uuid[], $4::int[], $5::bytea[]) WITH ORDINALITY AS added (stream, seq, leaf, n)`,
    [
      log,
      from,
      entries.map(({ stream }) => stream),
      entries.map(({ seq }) => seq),
      entries.map(({ leaf }) => Buffer.from(leaf.buffer, leaf.byteOffset, leaf.length)),
    ],
  );
}

/** The hash of a complete subtree of 256^level leaves. */
export interface NodeRow {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

export async function insertNodes(sql: Sql, log: number, nodes: readonly NodeRow[]): Promise<void> {
  if (nodes.length === 0) return;
  await sql.query(
    `INSERT INTO ledger.node (log, level, index, hash) SELECT $1, * FROM unnest($2::smallint[], $3::bigint[], $4::bytea[])`,
    [log, nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => Buffer.from(hash))],
  );
}

export async function insertSeal(sql: Sql, log: number, size: number, horizon: bigint): Promise<void> {
  await sql.query('INSERT INTO ledger.seal (log, size, horizon) VALUES ($1, $2, $3::text::xid8)', [
    log,
    size,
    String(horizon),
  ]);
}

/** @returns the checkpoint that now stands at that size: this one, or one that was there before */
export async function insertCheckpoint(sql: Sql, log: number, row: CheckpointRow): Promise<CheckpointRow | undefined> {
  await sql.query(
    'INSERT INTO ledger.checkpoint (log, size, root, note) VALUES ($1, $2, $3, $4) ON CONFLICT (log, size) DO NOTHING',
    [log, row.size, Buffer.from(row.root), row.note],
  );
  return readCheckpoint(sql, log, row.size);
}
