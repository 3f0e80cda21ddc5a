import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@proofdesk/persistence';
import { createTestDatabase, testServers, type TestDatabase } from '@proofdesk/testing';
import { dispatchOutbox, ingestArticle, type Desk } from '@proofdesk/workflow';
import { Client } from 'pg';
import { readConfig, type WorkerConfig } from './config.js';
import { createWorker } from './create-worker.js';
import { EngineThreads } from './engine-threads.js';
import { JsonLog } from './json-log.js';

let database: TestDatabase;
let desk: Desk;
let sql: Client;
const quiet = new JsonLog('error', () => {});

beforeAll(async () => {
  database = await createTestDatabase();
  const db = await Database.open({ url: database.url('app') });
  const engine = { check: () => Promise.reject(new Error('only the worker extracts')) };
  desk = { db, engine, newsroom: 'Spec', publicUrl: '', demoAccounts: [] };
  sql = new Client({ connectionString: database.url('superuser') });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await desk.db.close();
  await database.drop();
});

function settings(backend: 'postgres' | 'redis'): WorkerConfig {
  // A Redis database of its own: the queue's own specs work with the same names.
  const REDIS_URL = backend === 'redis' ? `${testServers().redisUrl}/7` : '';
  const read = readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url('app'), REDIS_URL, LOG_LEVEL: 'error' });
  if (!read.ok) throw new Error(read.faults.join());
  return read.value;
}

async function ingest(): Promise<string> {
  const text = `Bridge sold\n\nMayor Ines Corvane said on Monday: “We sold it for ${randomUUID()}.” Critics say the council stole the money.`;
  const outcome = await ingestArticle(desk, { kind: 'system', name: 'spec' }, { body: { text }, meta: {} });
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return outcome.value.revisionId;
}

/** Waits until every one of these revisions is extracted; fails after the time. */
async function extracted(revisions: readonly string[], seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const { rows } = await sql.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM article_revision WHERE id = ANY ($1) AND extraction_state <> 'done'`,
      [revisions],
    );
    if (rows[0]?.left === 0) return;
    if (Date.now() > end) throw new Error(`${rows[0]?.left} of ${revisions.length} articles were not extracted`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Assertions that have not exactly one review task and exactly one first entry. */
async function crooked(revisions: readonly string[]): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM assertion a WHERE a.revision_id = ANY ($1) AND (
        (SELECT count(*) FROM review_task t WHERE t.assertion_id = a.id) <> 1
     OR (SELECT count(*) FROM ledger.entry e WHERE e.stream = a.id AND e.type = 'assertion.queued') <> 1)`,
    [revisions],
  );
  return rows[0]?.n ?? -1;
}

describe.each(['postgres', 'redis'] as const)('the worker on %s', (backend) => {
  it('extracts what was taken in before and after it started, and stops cleanly', async () => {
    const before = await ingest();
    const app = await createWorker(settings(backend), quiet);
    const after = await Promise.all([ingest(), ingest()]);
    await extracted([before, ...after]);
    await app.close();
    expect(await crooked([before, ...after])).toBe(0);
    const { rows } = await sql.query('SELECT count(*)::int AS n FROM assertion WHERE revision_id = $1', [before]);
    expect(rows[0]).not.toEqual({ n: 0 });
  });

  it('takes up again what the queue lost', async () => {
    const lost = await ingest();
    await dispatchOutbox(desk)(100, () => Promise.resolve());
    await sql.query(`UPDATE outbox SET dispatched_at = now() - interval '61 seconds' WHERE key = $1`, [lost]);
    const app = await createWorker(settings(backend), quiet);
    await extracted([lost]);
    await app.close();
    const { rows } = await sql.query('SELECT generation FROM outbox WHERE key = $1', [lost]);
    expect(rows).toEqual([{ generation: 1 }]);
  });
});

describe('a worker that is killed', () => {
  const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
  const start = (): ChildProcess =>
    fork(program, [], {
      env: { DATABASE_URL: database.url('app'), LOG_LEVEL: 'error' },
      execArgv: [],
      stdio: 'ignore',
    });

  it('loses no article that was acknowledged, at five random moments', async () => {
    const revisions: string[] = [];
    const moments: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const child = start();
      moments.push(500 + Math.floor(Math.random() * 1500));
      const dead = once(child, 'exit');
      setTimeout(() => child.kill('SIGKILL'), moments.at(-1));
      while (child.exitCode === null && child.signalCode === null) {
        revisions.push(await ingest());
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      await dead;
    }
    const last = start();
    try {
      await extracted(revisions, 90);
    } catch (error) {
      throw new Error(`killed at ${moments.join(', ')} ms: ${(error as Error).message}`, { cause: error });
    } finally {
      last.kill('SIGTERM');
      await once(last, 'exit');
    }
    expect(revisions.length).toBeGreaterThan(20);
    expect(await crooked(revisions)).toBe(0);
  }, 180_000);
});

describe('the start', () => {
  it('lists all faults of the settings at once, and no values', () => {
    const read = readConfig({ DATABASE_URL: 'mysql://x:secret@y/z', REDIS_URL: 'http://nowhere', WORKER_ENGINES: '0' });
    expect(read.ok ? [] : read.faults.map((fault) => fault.split(':')[0])).toEqual([
      'DATABASE_URL',
      'REDIS_URL',
      'WORKER_ENGINES',
    ]);
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('refuses to work as a role that may change the ledger, and the embedded database in production', () => {
    for (const role of ['migrator', 'sealer', 'superuser'] as const)
      expect(readConfig({ DATABASE_URL: database.url(role) }).ok).toBe(false);
    const production = { DATABASE_URL: database.url('app'), NODE_ENV: 'production', PROOFDESK_EMBEDDED: 'on' };
    expect(readConfig(production).ok).toBe(false);
  });
});

describe('the engine in threads', () => {
  it('answers, outlives a text that takes too long, and answers again', async () => {
    const engine = new EngineThreads(1);
    const check = await engine.check('The mayor said the bridge was sold.');
    expect(check.assertions).toHaveLength(1);
    await engine.close();
    await expect(engine.check('x')).rejects.toThrow('closed');
    const hasty = new EngineThreads(1, 1);
    await expect(hasty.check('The mayor said it. '.repeat(20_000))).rejects.toThrow(/ended: no answer/);
    await hasty.close();
  });
});
