// What the ledger costs a decision, how fast entries are sealed, and how long one waits for its signature.
import { fork } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkArticle } from '@proofdesk/extraction';
import { encodeEntry, entryAfter, formatStreamETag } from '@proofdesk/ledger';
import { Database, DEFAULT_LEDGER_ORIGIN } from '@proofdesk/persistence';
import { connect, Guard, LogSealer, openLog } from '@proofdesk/sealing';
import {
  addPerson,
  decideOnce,
  dismissAssertion,
  extractAssertions,
  ingestArticle,
  requeueAssertion,
} from '@proofdesk/workflow';
import pg from 'pg';
import { withDatabase } from './bench-database.mjs';
import { corpusTexts } from './corpus-texts.mjs';

const slice = 2_500;
const slices = 4;
const sealed = 60_000;
const decisionsPerSecond = 300;
const lagSeconds = 20;
const machine = { kind: 'system', name: 'bench' };

export async function* run() {
  yield* await withDatabase(measureAppends);
  yield await withDatabase(measureSealing);
  yield await withDatabase(measureLag);
}

/** Whole decisions as the api makes them (idempotency row, lock, rules, state, outbox, fresh task), with the ledger and without. */
async function measureAppends(database) {
  const results = [];
  for (const writers of [1, 8, 32]) {
    const db = await Database.open({ url: database.url('app'), poolSize: writers });
    try {
      const desk = {
        db,
        engine: { check: async (text) => checkArticle(text) },
        newsroom: '',
        publicUrl: '',
        demoAccounts: [],
      };
      const { actor, tasks } = await openTasks(database, desk, writers);
      await decideFor(desk, actor, tasks, 500);
      const [ours, floor] = [[], []];
      // Turn and turn about, so that what else the machine does falls on both.
      for (let i = 0; i < slices; i += 1) {
        ours.push(await decideFor(desk, actor, tasks, slice));
        const giveBack = await takeLedgerAway(db);
        floor.push(await decideFor(desk, actor, tasks, slice));
        giveBack();
      }
      const [value, bare] = [mean(ours), mean(floor)];
      const n = Math.round((value * slices * slice) / 1000);
      results.push({
        name: `ledger-append-${writers}-writers`,
        value,
        unit: 'decisions/s',
        floor: bare,
        ratio: value / bare,
        n,
      });
    } finally {
      await db.close();
    }
  }
  return results;
}

/** As many tasks as writers, each writer with its own. */
async function openTasks(database, desk, count) {
  const person = await addPerson(desk, machine, {
    name: 'Bench',
    login: `bench-${randomUUID().slice(0, 8)}`,
    password: randomUUID(),
    roles: ['checker', 'editor'],
  });
  const client = new pg.Client({ connectionString: database.url('superuser') });
  await client.connect();
  try {
    const waiting = async () =>
      (
        await client.query(
          "SELECT assertion_id AS id FROM review_task t JOIN assertion a ON a.id = t.assertion_id WHERE t.state = 'queued' AND a.risk = 'normal' LIMIT $1",
          [count],
        )
      ).rows;
    for (const text of corpusTexts()) {
      if ((await waiting()).length >= count) break;
      const taken = await ingestArticle(desk, machine, { body: { text }, meta: { origin: 'draft' } });
      const { revisionId } = taken.value;
      await extractAssertions(desk, { revisionId, jobKey: `extract-assertions-${revisionId}-g0` });
    }
    const account = await client.query('SELECT id FROM account WHERE person_id = $1', [person.value.id]);
    const actor = {
      kind: 'person',
      personId: person.value.id,
      accountId: account.rows[0].id,
      roles: ['checker', 'editor'],
      sessionId: randomUUID(),
    };
    const rows = await waiting();
    const etags = await desk.db.read((unit) => Promise.all(rows.map(({ id }) => unit.tasks.read(id))));
    return { actor, tasks: rows.map(({ id }, i) => ({ id, etag: etags[i].etag, isQueued: true })) };
  } finally {
    await client.end();
  }
}

/** Dismisses and requeues, over and over; gives decisions a second. */
async function decideFor(desk, actor, tasks, ms) {
  let count = 0;
  const begun = performance.now();
  await Promise.all(
    tasks.map(async (task) => {
      while (performance.now() - begun < ms) {
        await decideOn(desk, actor, task);
        count += 1;
      }
    }),
  );
  return (count / (performance.now() - begun)) * 1000;
}

async function decideOn(desk, actor, task) {
  const ask = { assertionId: task.id, ifMatch: task.etag };
  const request = {
    key: randomUUID(),
    route: 'POST /bench',
    fingerprint: createHash('sha256').update(task.etag).digest('hex'),
  };
  const answer = await decideOnce(desk, actor, request, async (inside) => {
    const outcome = task.isQueued
      ? await dismissAssertion(inside, actor, {
          ...ask,
          reason: 'duplicate',
          note: 'See the one above, which says the same.',
        })
      : await requeueAssertion(inside, actor, { ...ask, reason: 'It is not the same after all.' });
    if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail}`);
    return { status: 200, body: JSON.stringify(outcome.value), etag: outcome.value.etag };
  });
  task.etag = answer.value.etag;
  task.isQueued = !task.isQueued;
}

/** The same transactions, in which the ledger is told nothing. */
async function takeLedgerAway(db) {
  const store = Object.getPrototypeOf(await db.read(async (unit) => unit.ledger));
  const { appendAll } = store;
  const leaf = 'ab'.repeat(32);
  store.appendAll = async (decisions) =>
    decisions.map(({ stream }) => ({ stream, seq: 1, leaf, etag: formatStreamETag(1, leaf) }));
  return () => (store.appendAll = appendAll);
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Everything the sealer does with a backlog, against reading, hashing and inserting the same rows with nothing of ours. */
async function measureSealing(database) {
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-bench-'));
  const app = await connect(database.url('app'), 'bench');
  const sql = await connect(database.url('sealer'), 'bench');
  const superuser = await connect(database.url('superuser'), 'bench');
  try {
    const streams = Array.from({ length: 2_000 }, () => randomUUID());
    for (let i = 0; i < sealed; i += 500) await append(app, streams.slice(i % 2_000, (i % 2_000) + 500));
    const guard = Guard.open(join(folder, 'guard'));
    const sealer = new LogSealer(sql, guard, await openLog(sql, guard, join(folder, 'keys'), DEFAULT_LEDGER_ORIGIN));
    const begun = performance.now();
    while ((await sealer.seal()).entries > 0);
    const took = performance.now() - begun;
    if (sealer.size !== sealed) throw new Error(`${sealer.size} of ${sealed} were sealed`);
    const bare = await sealBarely(superuser);
    return {
      name: 'ledger-seal',
      value: (sealed / took) * 1000,
      unit: 'leaves/s',
      floor: (sealed / bare) * 1000,
      ratio: bare / took,
      n: sealed,
    };
  } finally {
    for (const connection of [app, sql, superuser]) await connection.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sealBarely(sql) {
  await sql.query(
    'CREATE TABLE public.floor (log int, index bigint, stream uuid, seq int, leaf bytea, PRIMARY KEY (log, index))',
  );
  const begun = performance.now();
  for (let from = 0; from < sealed; from += 5_000) {
    const { rows } = await sql.query(
      'SELECT e.stream, e.seq, e.body FROM ledger.leaf l JOIN ledger.entry e USING (stream, seq) WHERE l.log = 1 AND l.index >= $1 AND l.index < $2 ORDER BY l.index',
      [from, from + 5_000],
    );
    const leaves = rows.map(({ body }) => createHash('sha256').update(body).digest());
    await sql.query(
      'INSERT INTO public.floor SELECT 1, $1::bigint + n - 1, stream, seq, leaf FROM unnest($2::uuid[], $3::int[], $4::bytea[]) WITH ORDINALITY AS t (stream, seq, leaf, n)',
      [from, rows.map(({ stream }) => stream), rows.map(({ seq }) => seq), leaves],
    );
  }
  return performance.now() - begun;
}

async function append(sql, streams) {
  const { rows } = await sql.query('SELECT * FROM ledger.lock_streams($1::uuid[])', [streams]);
  const draft = {
    origin: DEFAULT_LEDGER_ORIGIN,
    type: 'assertion.queued',
    actor: { kind: 'system', id: 'bench' },
    sw: '0.1.0',
  };
  const bodies = rows.map((head) =>
    Buffer.from(
      encodeEntry(
        entryAfter(head, {
          ...draft,
          id: randomUUID(),
          subject: {
            article: head.stream,
            assertion: head.stream,
            articleSha256: 'ab'.repeat(32),
            wordsSha256: 'cd'.repeat(32),
          },
          data: { before: { state: 'extracted' }, after: { state: 'queued' } },
        }),
      ),
    ),
  );
  await sql.query(
    'SELECT a.seq FROM unnest($1::uuid[], $2::bytea[]) e (stream, body) CROSS JOIN LATERAL ledger.append(e.stream, e.body) a',
    [rows.map(({ stream }) => stream), bodies],
  );
}

/** From the time in an entry to the moment a checkpoint over it is stored, beside a sealer as it runs in production. */
async function measureLag(database) {
  const home = mkdtempSync(join(tmpdir(), 'proofdesk-bench-'));
  const sealer = fork(fileURLToPath(new URL('../../apps/sealer/dist/main.js', import.meta.url)), [], {
    env: { PATH: process.env.PATH, SEALER_DATABASE_URL: database.url('sealer'), PROOFDESK_HOME: home },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const writers = await Promise.all(Array.from({ length: 8 }, () => connect(database.url('app'), 'bench')));
  const superuser = await connect(database.url('superuser'), 'bench');
  try {
    await append(writers[0], [randomUUID()]);
    await until(superuser, 1);
    const wanted = decisionsPerSecond * lagSeconds;
    let sent = 0;
    const begun = performance.now();
    await Promise.all(
      writers.map(async (sql) => {
        while (sent < wanted) {
          const due = begun + (sent++ / decisionsPerSecond) * 1000;
          const wait = due - performance.now();
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
          await append(sql, [randomUUID()]);
        }
      }),
    );
    const rate = (sent / (performance.now() - begun)) * 1000;
    if (rate < decisionsPerSecond * 0.9) throw new Error(`only ${rate.toFixed(0)} decisions a second were made`);
    await until(superuser, sent + 1);
    const { rows } = await superuser.query(
      `SELECT percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM c.signed_at - e.at) * 1000) AS p99
         FROM ledger.leaf l JOIN ledger.entry e USING (stream, seq)
         CROSS JOIN LATERAL (SELECT signed_at FROM ledger.checkpoint c WHERE c.log = l.log AND c.size > l.index ORDER BY c.size LIMIT 1) c
        WHERE l.index > 0`,
    );
    return { name: 'ledger-seal-lag-p99', value: Number(rows[0].p99), unit: 'ms', floor: null, ratio: null, n: sent };
  } finally {
    sealer.kill('SIGTERM');
    for (const sql of [...writers, superuser]) await sql.end();
    await new Promise((resolve) => (sealer.exitCode === null ? sealer.once('exit', resolve) : resolve()));
    rmSync(home, { recursive: true, force: true });
  }
}

async function until(sql, size) {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await sql.query('SELECT max(size)::int AS size FROM ledger.checkpoint');
    if ((rows[0].size ?? 0) >= size) return;
    if (tries > 600) throw new Error('the sealer has not signed within a minute');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
