import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@proofdesk/testing';
import { type Client } from 'pg';
import { fsck } from '../fsck/fsck.js';
import { attempt, TRIES } from './barriers.js';
import { Random } from './random.js';
import { connect, type SampleLog, writeSampleLog } from './sample-log.js';
import { sampleKeys, type SampleKeys } from './sample-keys.js';

let database: TestDatabase;
let keys: SampleKeys;
let log: SampleLog;
const clients = new Map<string, Client>();

beforeAll(async () => {
  database = await createTestDatabase();
  keys = await sampleKeys();
  const at = { app: database.url('app'), sealer: database.url('sealer'), superuser: database.url('superuser') };
  log = await writeSampleLog(at, keys, new Random(1));
  for (const who of new Set(TRIES.map((each) => each.who))) clients.set(who, await connect(database.url(who)));
}, 60_000);

afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await database.drop();
});

const as = (who: string): Client => {
  const client = clients.get(who);
  if (client === undefined) throw new Error(`nobody is ${who}`);
  return client;
};
const audit = () =>
  fsck({ url: database.url('auditor'), policy: keys.policy, projections: false, receipts: log.receipts });

describe('the barriers of the ledger (integrity report §2.4)', () => {
  it.each(TRIES.map((what) => [what.who, what.tries, what.refused ?? 'works', what] as const))(
    '%s: %s: %s',
    async (who, _tries, _expected, what) => expect(await attempt(as(who), what)).toBe(what.refused),
  );

  it('are noted by fsck where one is left down, and only then', async () => {
    const before = await audit();
    expect(before.findings).toEqual([]);
    const root = as('superuser');
    const meant = "SET proofdesk.ledger_migration = 'on'";
    await root.query(`${meant}; ALTER TABLE ledger.entry ENABLE REPLICA TRIGGER entry_append_only`);
    expect((await audit()).findings).toMatchObject([
      { part: 'barriers', code: 'BARRIER_MISSING', row: 'trigger entry_append_only on ledger.entry' },
    ]);
    await root.query('ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_append_only');
    await root.query('ALTER TABLE ledger.entry DROP CONSTRAINT entry_is_what_its_body_says');
    expect((await audit()).findings).toEqual([]);
    const noted = await fsck({
      url: database.url('auditor'),
      policy: keys.policy,
      projections: false,
      fingerprint: before.fingerprint,
    });
    expect(noted.findings).toMatchObject([{ code: 'BARRIER_MISSING', row: 'schema ledger' }]);
  });
});

describe('what works for a superuser', () => {
  it('is found by fsck where the trigger was dropped, an entry edited, and the trigger put back', async () => {
    const root = as('superuser');
    await root.query("SET proofdesk.ledger_migration = 'on'");
    const { rows } = await root.query<{ name: string; def: string }>(
      `SELECT tgname AS name, pg_get_triggerdef(oid) AS def FROM pg_trigger WHERE tgrelid = 'ledger.entry'::regclass AND tgname = 'entry_append_only'`,
    );
    const { name = '', def = '' } = rows[0] ?? {};
    await root.query(`DROP TRIGGER ${name} ON ledger.entry`);
    const edited = await root.query<{ stream: string; seq: number }>(
      `UPDATE ledger.entry SET body = replace(convert_from(body, 'UTF8'), '"weight"', '"height"')::bytea WHERE seq = 2 AND stream = (SELECT min(stream::text)::uuid FROM ledger.entry WHERE seq = 2) RETURNING stream, seq`,
    );
    await root.query(`${def}; ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER ${name}`);
    const { findings } = await audit();
    expect(findings.some(({ part }) => part === 'barriers')).toBe(false);
    expect(findings[0]).toMatchObject({ part: 'chains', stream: edited.rows[0]?.stream, seq: 2 });
    expect(
      findings.some(({ part, stream, seq }) => part === 'receipts' && stream === edited.rows[0]?.stream && seq === 2),
    ).toBe(true);
  });
});
