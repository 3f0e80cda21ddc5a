// fsck of a whole database. The floor is bare SHA-256 over the same bytes from the same place, by the plain driver; over bytes in
// memory it is printed too (docs/adr/0007-floor-of-fsck.md). 200,000 entries; with --million, 1,000,000, which must end within 60 s.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { withDatabase } from './bench-database.mjs';
import { loadLedger } from './ledger-corpus.mjs';

const wanted = process.argv.includes('--million') ? 1_000_000 : 200_000;

export async function* run() {
  const { ours, ledger, inMemory, read } = await withDatabase(async (database) => {
    const client = new pg.Client({ connectionString: database.url('superuser') });
    await client.connect();
    try {
      const { policyText } = await loadLedger(client, wanted);
      const first = await child(database.url('auditor'), policyText);
      if (!first.ok) process.stderr.write(`${JSON.stringify(first.findings.slice(0, 3))}\n`);
      const ledger = await child(database.url('auditor'), policyText, 'ledger');
      const inMemory = await bareSha256(client);
      const read = await readAndSha256(client);
      return { ours: first, ledger, inMemory, read };
    } finally {
      await client.end();
    }
  });
  const rate = ({ entries, milliseconds }) => entries / (milliseconds / 1000);
  const line = (name, report) => ({
    name,
    value: rate(report),
    unit: 'entries/s',
    floor: read,
    ratio: rate(report) / read,
    n: report.entries,
  });
  // Entries, chains, tree, signatures. Then everything: also the tables against the replay of the log.
  yield line('fsck-ledger', ledger);
  yield line('fsck', ours);
  yield {
    name: 'fsck-bare-sha256-in-memory',
    value: inMemory,
    unit: 'entries/s',
    floor: null,
    ratio: null,
    n: ours.entries,
  };
  const seconds = ours.milliseconds / 1000;
  yield {
    name: 'fsck-seconds',
    value: seconds,
    unit: 's',
    floor: ours.entries / read,
    ratio: (seconds * read) / ours.entries,
    n: ours.entries,
  };
  yield { name: 'fsck-memory', value: ours.maxRss / 1024, unit: 'MiB', floor: null, ratio: null, n: ours.entries };
}

async function child(...args) {
  const process = fork(join(import.meta.dirname, 'fsck-child.mjs'), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [report] = await once(process, 'message');
  await once(process, 'exit');
  return report;
}

/** The plain driver and bare SHA-256: the bytes come from where fsck has them from. */
async function readAndSha256(client) {
  let count = 0;
  const begun = performance.now();
  await client.query('BEGIN');
  await client.query(
    "DECLARE bodies NO SCROLL CURSOR FOR SELECT '\\x00'::bytea || body AS body FROM ledger.entry ORDER BY stream, seq",
  );
  for (;;) {
    const { rows } = await client.query('FETCH 1000 FROM bodies');
    if (rows.length === 0) break;
    for (const { body } of rows) hash('sha256', body, 'buffer');
    count += rows.length;
  }
  await client.query('COMMIT');
  return count / ((performance.now() - begun) / 1000);
}

/** Hashes every body, fifty thousand at a time, so that each stretch on the clock is long enough to share the machine as ours does. */
async function bareSha256(client) {
  let [bytes, seconds, count] = [0, 0, 0];
  await client.query('BEGIN');
  await client.query("DECLARE bodies NO SCROLL CURSOR FOR SELECT '\\x00'::bytea || body AS body FROM ledger.entry");
  for (;;) {
    const { rows } = await client.query('FETCH 50000 FROM bodies');
    if (rows.length === 0) break;
    const bodies = rows.map((row) => row.body);
    const begun = performance.now();
    for (const body of bodies) hash('sha256', body, 'buffer');
    seconds += (performance.now() - begun) / 1000;
    count += bodies.length;
    bytes += bodies.reduce((sum, body) => sum + body.length, 0);
  }
  await client.query('COMMIT');
  process.stderr.write(`${Math.round(bytes / count)} bytes an entry\n`);
  return count / seconds;
}
