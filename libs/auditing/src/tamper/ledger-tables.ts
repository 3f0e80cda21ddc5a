import { type Client } from 'pg';

/** The ledger's tables as plain rows, for whoever holds the keys of the server. */
export interface LedgerTables {
  streams: { id: string; seq: number; head: Buffer }[];
  entries: { stream: string; seq: number; body: Buffer; leaf: Buffer; xid: string }[];
  leaves: { index: number; stream: string; seq: number; leaf: Buffer }[];
  checkpoints: { size: number; root: Buffer; note: string }[];
  cosignatures: { size: number; witness: string; line: string }[];
}

export async function readTables(client: Client): Promise<LedgerTables> {
  const rows = async <T>(sql: string): Promise<T[]> => (await client.query(sql)).rows as T[];
  return {
    streams: await rows('SELECT id, seq, head FROM ledger.stream ORDER BY id'),
    entries: await rows('SELECT stream, seq, body, leaf, xid::text AS xid FROM ledger.entry ORDER BY stream, seq'),
    leaves: await rows('SELECT index::int AS index, stream, seq, leaf FROM ledger.leaf ORDER BY index'),
    checkpoints: await rows('SELECT size::int AS size, root, note FROM ledger.checkpoint ORDER BY size'),
    cosignatures: await rows('SELECT size::int AS size, witness, line FROM ledger.cosignature ORDER BY size'),
  };
}

const TABLES = ['cosignature', 'checkpoint', 'seal', 'leaf', 'entry', 'stream'];
const GENERATED = `attrelid = 'ledger.entry'::regclass AND attname IN ('leaf', 'doc', 'type', 'at')`;

/**
 * Writes the ledger's tables over, as a superuser can who knows every barrier: triggers off, generated columns made plain,
 * and all put back afterwards as it was.
 */
export async function overwriteTables(client: Client, tables: LedgerTables): Promise<void> {
  const triggers = await client.query<{ table: string; trigger: string }>(
    `SELECT c.relname AS "table", t.tgname AS trigger FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'ledger'::regnamespace AND NOT t.tgisinternal AND c.relname = ANY ($1)`,
    [TABLES],
  );
  await client.query('BEGIN');
  await client.query(`SET LOCAL proofdesk.ledger_migration = 'on'; SET LOCAL allow_system_table_mods = on`);
  for (const table of TABLES) await client.query(`ALTER TABLE ledger.${table} DISABLE TRIGGER ALL`);
  await client.query(`UPDATE pg_attribute SET attgenerated = '' WHERE ${GENERATED}`);
  for (const table of TABLES) await client.query(`DELETE FROM ledger.${table}`);
  await insertAll(client, tables);
  await client.query(`UPDATE pg_attribute SET attgenerated = 's' WHERE ${GENERATED}`);
  for (const table of TABLES) await client.query(`ALTER TABLE ledger.${table} ENABLE TRIGGER ALL`);
  for (const { table, trigger } of triggers.rows)
    await client.query(`ALTER TABLE ledger.${table} ENABLE ALWAYS TRIGGER ${trigger}`);
  await client.query('COMMIT');
}

async function insertAll(client: Client, tables: LedgerTables): Promise<void> {
  const { streams, entries, leaves, checkpoints, cosignatures } = tables;
  const column = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => rows.map((row) => row[key]);
  await client.query('INSERT INTO ledger.stream SELECT * FROM unnest($1::uuid[], $2::int[], $3::bytea[])', [
    column(streams, 'id'),
    column(streams, 'seq'),
    column(streams, 'head'),
  ]);
  await client.query(
    `INSERT INTO ledger.entry (stream, seq, body, leaf, xid, doc, type, at)
     SELECT stream, seq, body, leaf, xid::xid8, '{"v": 1}'::jsonb || jsonb_build_object('seq', seq, 'stream', stream, 'prev', repeat('0', 64)), 'x', now()
       FROM unnest($1::uuid[], $2::int[], $3::bytea[], $4::bytea[], $5::text[]) AS e (stream, seq, body, leaf, xid)`,
    [
      column(entries, 'stream'),
      column(entries, 'seq'),
      column(entries, 'body'),
      column(entries, 'leaf'),
      column(entries, 'xid'),
    ],
  );
  await client.query(
    'INSERT INTO ledger.leaf (log, index, stream, seq, leaf) SELECT 1, * FROM unnest($1::int[], $2::uuid[], $3::int[], $4::bytea[])',
    [column(leaves, 'index'), column(leaves, 'stream'), column(leaves, 'seq'), column(leaves, 'leaf')],
  );
  await client.query(
    'INSERT INTO ledger.checkpoint (log, size, root, note) SELECT 1, * FROM unnest($1::int[], $2::bytea[], $3::text[])',
    [column(checkpoints, 'size'), column(checkpoints, 'root'), column(checkpoints, 'note')],
  );
  await client.query(
    'INSERT INTO ledger.cosignature (log, size, witness, line, at) SELECT 1, size, witness, line, now() FROM unnest($1::int[], $2::text[], $3::text[]) AS c (size, witness, line)',
    [column(cosignatures, 'size'), column(cosignatures, 'witness'), column(cosignatures, 'line')],
  );
}
