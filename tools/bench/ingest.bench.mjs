// From ingest to the review queue, per article: ours is the use case, outbox, relay, job, engine, ledger; the floor is
// the very same rows in bare multi-row INSERTs, one transaction an article, and the same number of bare BullMQ jobs.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { Database } from '@proofdesk/persistence';
import { ingestArticle } from '@proofdesk/workflow';
import pg from 'pg';
import { withDatabase } from './bench-database.mjs';
import { corpusTexts } from './corpus-texts.mjs';

const articles = 60;
const tables = {
  article: 'id',
  article_revision: 'article_id',
  segment: 'revision_id',
  attribution: 'revision_id',
  assertion: 'revision_id',
  review_task: 'assertion_id',
};

export async function* run() {
  yield await withDatabase(async (database) => {
    const client = new pg.Client({ connectionString: database.url('superuser') });
    await client.connect();
    try {
      const texts = corpusTexts(articles);
      const ours = await measureOurs(database, client, texts);
      const rows = await readRows(client);
      const floor = (await measureBareSql(client, rows)) + (await measureBareJobs(database, texts.length));
      const value = ours / texts.length;
      return {
        name: 'ingest-to-queued',
        value,
        unit: 'ms/article',
        floor: floor / texts.length,
        ratio: ours / floor,
        n: texts.length,
      };
    } finally {
      await client.end();
    }
  });
}

async function measureOurs(database, client, texts) {
  const worker = fork(fileURLToPath(new URL('../../apps/worker/dist/main.js', import.meta.url)), [], {
    env: { PATH: process.env.PATH, DATABASE_URL: database.url('app') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const db = await Database.open({ url: database.url('app') });
  const desk = { db, newsroom: 'bench', publicUrl: '', demoAccounts: [], engine: null };
  const ingest = async (text) => {
    const outcome = await ingestArticle(
      desk,
      { kind: 'system', name: 'bench' },
      { body: { text }, meta: { origin: 'draft' } },
    );
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
  };
  try {
    // The worker and its engine are warm before the clock starts.
    await ingest('A harbour wall fell.\n\nThe mayor said it would be mended.');
    await queued(client, 1);
    const begun = performance.now();
    for (const text of texts) await ingest(text);
    await queued(client, texts.length + 1);
    return performance.now() - begun;
  } finally {
    worker.kill('SIGTERM');
    await db.close();
  }
}

async function queued(client, count) {
  for (;;) {
    const { rows } = await client.query(
      "SELECT count(*) FILTER (WHERE extraction_state = 'done')::int AS done, count(*) FILTER (WHERE extraction_state = 'failed')::int AS failed FROM article_revision",
    );
    if (rows[0].failed) throw new Error('an extraction failed');
    if (rows[0].done >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Per article, the rows of each table as JSON, ledger entries included. */
async function readRows(client) {
  const { rows } = await client.query(`
    SELECT jsonb_build_object(
      'article', (SELECT jsonb_agg(to_jsonb(t)) FROM article t WHERE t.id = a.id),
      'article_revision', (SELECT jsonb_agg(to_jsonb(t)) FROM article_revision t WHERE t.article_id = a.id),
      'segment', (SELECT jsonb_agg(to_jsonb(t)) FROM segment t JOIN article_revision r ON r.id = t.revision_id WHERE r.article_id = a.id),
      'attribution', (SELECT jsonb_agg(to_jsonb(t)) FROM attribution t JOIN article_revision r ON r.id = t.revision_id WHERE r.article_id = a.id),
      'assertion', (SELECT jsonb_agg(to_jsonb(t)) FROM assertion t JOIN article_revision r ON r.id = t.revision_id WHERE r.article_id = a.id),
      'review_task', (SELECT jsonb_agg(to_jsonb(k)) FROM review_task k JOIN assertion t ON t.id = k.assertion_id JOIN article_revision r ON r.id = t.revision_id WHERE r.article_id = a.id),
      'entry', (SELECT jsonb_agg(jsonb_build_object('stream', e.stream, 'seq', e.seq, 'body', encode(e.body, 'base64')))
                  FROM ledger.entry e JOIN assertion t ON t.id = e.stream JOIN article_revision r ON r.id = t.revision_id WHERE r.article_id = a.id)
    ) AS rows FROM article a`);
  return rows.map((row) => row.rows);
}

async function measureBareSql(client, articleRows) {
  await client.query('CREATE SCHEMA floor');
  for (const table of Object.keys(tables))
    await client.query(`CREATE TABLE floor.${table} (LIKE public.${table} INCLUDING INDEXES)`);
  await client.query('CREATE TABLE floor.entry (stream uuid, seq int, body text, PRIMARY KEY (stream, seq))');
  const begun = performance.now();
  for (const rows of articleRows) {
    await client.query('BEGIN');
    for (const table of [...Object.keys(tables), 'entry']) {
      await client.query(
        `INSERT INTO floor.${table} SELECT * FROM jsonb_populate_recordset(NULL::floor.${table}, $1::jsonb)`,
        [JSON.stringify(rows[table] ?? [])],
      );
    }
    await client.query('COMMIT');
  }
  return performance.now() - begun;
}

async function measureBareJobs(database, count) {
  const connection = { connectionString: database.url('app'), schema: 'bullmq', max: 4 };
  let done = 0;
  let finish;
  const all = new Promise((resolve) => (finish = resolve));
  const queue = new Queue('bare', { connection }, createPostgresBackend);
  const worker = new Worker(
    'bare',
    async () => void ((done += 1) === count + 1 && finish()),
    { connection, concurrency: 4 },
    createPostgresBackend,
  );
  await worker.waitUntilReady();
  await queue.add('bare', {}, { jobId: `bare-${randomUUID()}` });
  while (done < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  const begun = performance.now();
  for (let i = 0; i < count; i += 1)
    await queue.add('bare', { revisionId: randomUUID() }, { jobId: `bare-${randomUUID()}` });
  await all;
  const took = performance.now() - begun;
  await worker.close();
  await queue.close();
  return took;
}
