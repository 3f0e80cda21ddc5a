import * as node from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompactRange, encodeEntry, entryAfter, toHex, type StreamHead } from '@proofdesk/ledger';
import { createTestDatabase, type TestDatabase } from '@proofdesk/testing';
import { sha256 } from '../crypto.js';
import { disk, type Disk } from '../disk/disk.js';
import { Guard } from '../guard/guard.js';
import { LogSealer } from '../log/log-sealer.js';
import { openLog } from '../log/open-log.js';
import { connect, type Sql } from '../log/sql.js';
import { readPolicy } from '../policy/policy-file.js';
import { guardFolder, keyFolder } from '../sealer.js';

export const ORIGIN = 'desk.example/1';

type Connection = Sql & { end(): Promise<void> };

/** A database of one's own and a sealer's folder beside it. */
export class SealingDesk {
  readonly #open: Connection[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly folder: string,
    readonly sealerSql: Connection,
    readonly superuser: Connection,
  ) {
    this.#open.push(sealerSql, superuser);
  }

  static async open(): Promise<SealingDesk> {
    const database = await createTestDatabase();
    return SealingDesk.over(database, mkdtempSync(join(tmpdir(), 'proofdesk-sealer-')));
  }

  private static async over(database: TestDatabase, folder: string): Promise<SealingDesk> {
    const [sealer, superuser] = [
      await connect(database.url('sealer'), 'test'),
      await connect(database.url('superuser'), 'test'),
    ];
    return new SealingDesk(database, folder, sealer, superuser);
  }

  async connect(role: 'app' | 'sealer' | 'superuser'): Promise<Connection> {
    const sql = await connect(this.database.url(role), 'test');
    this.#open.push(sql);
    return sql;
  }

  /** A sealer as it starts: everything is read again. */
  async start(options: { on?: Disk; sql?: Sql; batch?: number; folder?: string } = {}): Promise<LogSealer> {
    const { on = disk, sql = this.sealerSql, folder = this.folder } = options;
    const guard = Guard.open(guardFolder(folder), on);
    const sealer = new LogSealer(sql, guard, await openLog(sql, guard, keyFolder(folder), ORIGIN), options.batch);
    await sealer.finish();
    return sealer;
  }

  /** Sealed until nothing waits. */
  async sealAll(options: Parameters<SealingDesk['start']>[0] = {}): Promise<LogSealer> {
    const sealer = await this.start(options);
    while ((await sealer.seal()).entries > 0);
    return sealer;
  }

  /** The database as it stands now, as a backup would hold it, beside the sealer's folder as it will be then. */
  async copy(): Promise<SealingDesk> {
    for (const sql of this.#open.splice(0)) await sql.end();
    const name = `${this.database.name}_copy`;
    const admin = await connect(other(this.database.url('superuser'), 'postgres'), 'test');
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${this.database.name} OWNER proofdesk_owner`);
    await admin.end();
    const database: TestDatabase = {
      name,
      url: (role) => other(this.database.url(role), name),
      drop: async () => {
        const again = await connect(other(this.database.url('superuser'), 'postgres'), 'test');
        await again.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        await again.end();
      },
    };
    return SealingDesk.over(database, this.folder);
  }

  policy(): ReturnType<typeof readPolicy> {
    return readPolicy(join(this.folder, 'policy.txt'));
  }

  async close(): Promise<void> {
    for (const sql of this.#open) await sql.end();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function other(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Appends one entry to each of the streams, in the transaction that is open on this connection (or one for each statement). */
export async function append(sql: Sql, streams: readonly string[], origin = ORIGIN): Promise<string[]> {
  const { rows: heads } = await sql.query<StreamHead & { [key: string]: unknown }>(
    'SELECT stream, seq, head, at FROM ledger.lock_streams($1::uuid[])',
    [[...new Set(streams)]],
  );
  const bodies = heads.map((head) =>
    encodeEntry(
      entryAfter(head, {
        origin,
        id: node.randomUUID(),
        type: 'assertion.queued',
        actor: { kind: 'system', id: 'worker' },
        sw: '0.1.0',
      }),
    ),
  );
  const { rows } = await sql.query<{ leaf: Buffer }>(
    `SELECT a.leaf FROM unnest($1::uuid[], $2::bytea[]) e (stream, body) CROSS JOIN LATERAL ledger.append(e.stream, e.body) a`,
    [heads.map(({ stream }) => stream), bodies.map((body) => Buffer.from(body))],
  );
  return rows.map(({ leaf }) => toHex(leaf));
}

/** Appends `count` entries to `streams` new streams, one transaction a round. */
export async function appendMany(sql: Sql, count: number, streams = count): Promise<string[]> {
  const ids = Array.from({ length: streams }, () => node.randomUUID());
  for (let left = count; left > 0; left -= ids.length) await append(sql, ids.slice(0, left));
  return ids;
}

/** What must be so whatever happened: every place taken once, the tree of the leaves is the one that was signed, at each size. */
export async function sealedProblems(sql: Sql): Promise<string[]> {
  const problems: string[] = [];
  const { rows: logs } = await sql.query<{ id: number }>('SELECT id FROM ledger.log ORDER BY id');
  for (const { id } of logs) {
    const { rows: leaves } = await sql.query<{
      index: string;
      leaf: Buffer;
      stream: string;
      seq: number;
      entry: Buffer | null;
    }>(
      `SELECT l.index, l.leaf, l.stream, l.seq, e.leaf AS entry FROM ledger.leaf l LEFT JOIN ledger.entry e ON e.stream = l.stream AND e.seq = l.seq
        WHERE l.log = $1 ORDER BY l.index`,
      [id],
    );
    const { rows: checkpoints } = await sql.query<{ size: string; root: Buffer }>(
      'SELECT size, root FROM ledger.checkpoint WHERE log = $1',
      [id],
    );
    const roots = new Map(checkpoints.map(({ size, root }) => [Number(size), toHex(root)]));
    const tree = new CompactRange(sha256);
    const seqs = new Map<string, number>();
    for (const { index, leaf, stream, seq, entry } of leaves) {
      if (Number(index) !== tree.size) problems.push(`gap at ${tree.size}`);
      if (entry === null || !entry.equals(leaf)) problems.push(`leaf ${index} is not its entry`);
      if ((seqs.get(stream) ?? 0) !== seq - 1) problems.push(`leaf ${index} comes before the entry it follows`);
      seqs.set(stream, seq);
      tree.append(leaf);
      const signed = roots.get(tree.size);
      if (signed !== undefined && signed !== toHex(tree.root())) problems.push(`root of ${tree.size} is another one`);
      roots.delete(tree.size);
    }
    for (const size of roots.keys()) problems.push(`a checkpoint of ${size}, ${tree.size} leaves`);
  }
  return problems;
}

/** Entries without a place in the open log. */
export async function unsealed(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ledger.entry e WHERE NOT EXISTS (SELECT 1 FROM ledger.leaf l
       WHERE l.log = (SELECT max(id) FROM ledger.log) AND l.stream = e.stream AND l.seq = e.seq)`,
  );
  return rows[0]?.n ?? -1;
}

export async function newestCheckpoint(sql: Sql): Promise<{ log: number; size: number; note: string } | undefined> {
  const { rows } = await sql.query<{ log: number; size: string; note: string }>(
    'SELECT log, size, note FROM ledger.checkpoint ORDER BY log DESC, size DESC LIMIT 1',
  );
  return rows[0] && { ...rows[0], size: Number(rows[0].size) };
}
