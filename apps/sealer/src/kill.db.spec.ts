import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompactRange, encodeEntry, entryAfter, nodeCrypto, toHex, type StreamHead } from '@proofdesk/ledger';
import { createTestDatabase, type TestDatabase } from '@proofdesk/testing';
import * as node from 'node:crypto';
import { Client } from 'pg';

const kills = Number(process.env['PROOFDESK_KILLS'] ?? 5);
const seed = Number(process.env['PROOFDESK_SEED'] ?? Date.now() % 1_000_000);
const program = join(import.meta.dirname, '../dist/main.js');
const { sha256 } = nodeCrypto(node);

/** mulberry32: small, and the same numbers for the same seed. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let database: TestDatabase;
let home: string;
let client: Client;
/** Every checkpoint that was ever seen in the database, whatever happened to it since. */
const signed = new Map<number, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  home = mkdtempSync(join(tmpdir(), 'proofdesk-kill-'));
  client = new Client({ connectionString: database.url('superuser') });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

function launch(): { child: ChildProcess; said: string[]; opened: Promise<void> } {
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'],
      SEALER_DATABASE_URL: database.url('sealer'),
      PROOFDESK_HOME: home,
      LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const opened = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      if (line.includes('sealer.opened')) resolve();
    });
  });
  child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)));
  return { child, said, opened };
}

/** Appends without a pause until told to stop; gives the number of entries. */
async function writeUntil(isOver: () => boolean): Promise<number> {
  const app = new Client({ connectionString: database.url('app') });
  await app.connect();
  const streams = Array.from({ length: 40 }, () => randomUUID());
  let written = 0;
  while (!isOver()) {
    await app.query('BEGIN');
    const { rows } = await app.query<StreamHead>('SELECT * FROM ledger.lock_streams($1::uuid[])', [streams]);
    const bodies = rows.map((head) =>
      Buffer.from(
        encodeEntry(
          entryAfter(head, {
            origin: 'proofdesk.local/1',
            id: randomUUID(),
            type: 'assertion.queued',
            actor: { kind: 'system', id: 'worker' },
            sw: '0.1.0',
          }),
        ),
      ),
    );
    await app.query(
      'SELECT a.seq FROM unnest($1::uuid[], $2::bytea[]) e (stream, body) CROSS JOIN LATERAL ledger.append(e.stream, e.body) a',
      [rows.map(({ stream }) => stream), bodies],
    );
    await app.query('COMMIT');
    written += bodies.length;
  }
  await app.end();
  return written;
}

async function problems(): Promise<string[]> {
  const found: string[] = [];
  const checkpoints = await client.query<{ size: string; root: Buffer }>('SELECT size, root FROM ledger.checkpoint');
  for (const { size, root } of checkpoints.rows) {
    const before = signed.get(Number(size));
    if (before !== undefined && before !== toHex(root)) found.push(`two roots of ${size}`);
    signed.set(Number(size), toHex(root));
  }
  const leaves = await client.query<{ index: string; leaf: Buffer }>(
    'SELECT index, leaf FROM ledger.leaf ORDER BY index',
  );
  const tree = new CompactRange(sha256);
  let agreed = 0;
  for (const { index, leaf } of leaves.rows) {
    if (Number(index) !== tree.size) found.push(`gap at ${tree.size}`);
    tree.append(leaf);
    const root = signed.get(tree.size);
    if (root === undefined) continue;
    agreed += 1;
    if (root !== toHex(tree.root())) found.push(`the signed root of ${tree.size} is not that of the leaves`);
  }
  if (agreed !== signed.size) found.push(`${signed.size - agreed} checkpoints are larger than the tree`);
  return found;
}

describe(`a sealer killed ${kills} times (seed ${seed})`, () => {
  it(
    'leaves no gap, and signs no two trees of one size',
    async () => {
      const random = randomFrom(seed);
      let isOver = false;
      const writing = writeUntil(() => isOver);
      try {
        for (let kill = 0; kill < kills; kill++) {
          const { child, opened } = launch();
          const ended = once(child, 'exit');
          // Some die while they start, most while they seal.
          if (random() < 0.85) await Promise.race([opened, ended]);
          await new Promise((resolve) => setTimeout(resolve, random() * 400));
          child.kill('SIGKILL');
          await ended;
          expect(await problems()).toEqual([]);
        }
      } finally {
        isOver = true;
      }
      const written = await writing;
      const { child, said, opened } = launch();
      const ended = once(child, 'exit');
      await Promise.race([opened, ended]);
      for (let tries = 0; tries < 300; tries++) {
        const { rows } = await client.query<{ size: string | null }>('SELECT max(size) AS size FROM ledger.checkpoint');
        if (Number(rows[0]?.size) === written) break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      child.kill('SIGTERM');
      const [status] = await ended;
      expect({ status, said: status === 0 ? [] : said }).toEqual({ status: 0, said: [] });
      expect(await problems()).toEqual([]);
      expect(Math.max(...signed.keys())).toBe(written);
    },
    60_000 + kills * 15_000,
  );
});
