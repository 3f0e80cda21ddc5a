// `npm run tamper-matrix`: attacks random ledgers in every way, on a real database, and writes down what noticed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loginRoles, startEmbeddedDatabase } from '@proofdesk/embedded-database';
import { migrate } from '@proofdesk/persistence';

const dist = '../libs/auditing/dist/tamper';
const { ATTACKS } = await import(`${dist}/attacks.js`);
const { attackLog, LAYERS } = await import(`${dist}/run-matrix.js`);
const { attemptAll } = await import(`${dist}/barriers.js`);
const { Random } = await import(`${dist}/random.js`);
const { sampleKeys } = await import(`${dist}/sample-keys.js`);
const { writeSampleLog } = await import(`${dist}/sample-log.js`);

const logs = Number(process.argv[2] ?? 20);
const first = Number(process.argv[3] ?? Math.floor(Math.random() * 1_000_000_000));
const file = join(import.meta.dirname, '../docs/tamper-matrix.md');

const home = mkdtempSync(join(tmpdir(), 'proofdesk-tamper-'));
const server = await startEmbeddedDatabase({ home, throwaway: true });
try {
  await migrate(server.url('migrator'));
  const trials = [];
  for (let i = 0; i < logs; i += 1) {
    await withClone(async (url) => trials.push(...(await attackLog(addresses(url), first + i))));
    process.stderr.write(`seed ${first + i}\n`);
  }
  const outcomes = await withClone(async (url) => {
    await writeSampleLog(addresses(url), await sampleKeys(), new Random(first));
    return attemptAll(url);
  });
  writeFileSync(file, page(trials, outcomes));
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', file]);
  const missed = trials.filter(({ foundBy, located }) => foundBy.length === 0 || !located);
  const surprises = outcomes.filter(({ what, came }) => what.refused !== came);
  process.stdout.write(
    `${trials.length} attacks, ${missed.length} not found and located; ${surprises.length} of ${outcomes.length} barriers not as expected\n`,
  );
  process.exitCode = missed.length + surprises.length === 0 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function withClone(work) {
  const client = new pg.Client({ connectionString: named('postgres')('superuser') });
  await client.connect();
  try {
    await client.query('CREATE DATABASE clone TEMPLATE proofdesk OWNER proofdesk_owner');
    return await work(named('clone'));
  } finally {
    await client.query('DROP DATABASE IF EXISTS clone WITH (FORCE)');
    await client.end();
  }
}

function named(database) {
  return (role) => {
    if (!loginRoles.includes(role)) throw new Error(`no role ${role}`);
    const url = new URL(server.url(role));
    url.pathname = `/${database}`;
    return url.href;
  };
}

function addresses(url) {
  return { app: url('app'), sealer: url('sealer'), superuser: url('superuser') };
}

function page(trials, outcomes) {
  const of = (name, layer) => trials.filter((trial) => trial.attack === name && trial.foundBy.includes(layer)).length;
  const all = (name) =>
    trials.filter((trial) => trial.attack === name && trial.foundBy.length > 0 && trial.located).length;
  const words = { chains: 'chains', tree: 'tree and signatures', witness: 'witness', receipts: 'receipts' };
  const row = ({ name }, i) =>
    `| ${i + 1} | ${name} | ${LAYERS.map((layer) => of(name, layer) || '–').join(' | ')} | **${all(name)}** |`;
  const states = {
    42501: 'refused: no right',
    PL006: 'refused by trigger',
    '428C9': 'refused: generated column',
    23505: 'refused: primary key',
  };
  return `# What notices tampering

Written by \`npm run tamper-matrix\`; do not edit. The same attacks run in \`npm test\` with other seeds.

## Thirteen ways to tamper, ${logs} random logs each

Each attacker holds a superuser's login, switches every barrier off, does the deed as carefully as its class allows (hashes, chains, heads
and tree places made to fit), and switches the barriers on again. The numbers say in how many of ${logs} logs each layer alone noticed:
**chains** and **tree and signatures** need the database alone, **witness** the last checkpoint that somebody outside keeps, **receipts** the
promises that people keep. The last column: found *and* located (the entry, or the stretch of leaves with it, is named). Seeds ${first}
to ${first + logs - 1}.

| | the deed | ${LAYERS.map((layer) => words[layer]).join(' | ')} | all together |
| --- | --- | ${LAYERS.map(() => '---:').join(' | ')} | ---: |
${ATTACKS.map(row).join('\n')}

Read down the columns: a database that only checks itself is blind to a backup put back, to a rewrite with the stolen key, and to whatever is
not sealed yet. The tables outside the ledger are not looked at here: that they say what the log says is a fifth layer, and its specs are in
\`libs/workflow/src/audit.db.spec.ts\`.

## What the database itself refuses

Each login tries, on a ledger with entries, and is rolled back afterwards.

| who | tries | result |
| --- | --- | --- |
${outcomes.map(({ what, came }) => `| ${what.who} | ${what.tries} | ${came === null ? '**works**: only detected' : (states[came] ?? `refused (${came})`)} |`).join('\n')}

What works is what the owner of a server can always do; it is found by fsck, the witness and the receipts above. Where the migrations were run by a
superuser, event triggers also refuse DDL on the schema to whoever does not say that it is a migration: a seat belt, not a lock.
`;
}
