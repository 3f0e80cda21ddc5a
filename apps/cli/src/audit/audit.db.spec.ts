import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '@proofdesk/persistence';
import { connect, Guard, guardFolder, keyFolder, LogSealer, openLog } from '@proofdesk/sealing';
import { createTestDatabase, type TestDatabase } from '@proofdesk/testing';
import { addPerson } from '@proofdesk/workflow';
import { Client } from 'pg';
import { type FsckCommand, runFsck } from './run-fsck.js';
import { verifyProof } from './verify-proof.js';
import { writeBundle } from './write-bundle.js';

const home = mkdtempSync(join(tmpdir(), 'proofdesk-audit-'));
const file = (name: string): string => join(home, name);
let database: TestDatabase;
let root: Client;
let stream = '';

beforeAll(async () => {
  database = await createTestDatabase();
  process.env['DATABASE_URL'] = database.url('app');
  process.env['PROOFDESK_HOME'] = home;
  const db = await Database.open({ url: database.url('app') });
  const engine = { check: () => Promise.reject(new Error('nothing is checked here')) };
  const desk = { db, engine, newsroom: 'spec', publicUrl: 'https://gazette.example', demoAccounts: [] };
  const somebody = { name: 'Ada', login: 'ada', password: 'plover gneiss harbour', roles: ['checker' as const] };
  const added = await addPerson(desk, { kind: 'system', name: 'spec' }, somebody);
  stream = added.ok ? added.value.id : '';
  await db.close();
  const sql = await connect(database.url('sealer'), 'spec');
  const guard = Guard.open(guardFolder(home));
  const log = await openLog(sql, guard, keyFolder(home), 'proofdesk.local/1');
  await new LogSealer(sql, guard, log).seal();
  await sql.end();
  writeFileSync(file('policy'), `log ${log.key.vkey}\nquorum none\n`);
  writeFileSync(file('stranger'), 'log stranger.example/1+aaaaaaaa+AQ==\nquorum none\n');
  root = new Client({ connectionString: database.url('superuser') });
  await root.connect();
});

afterAll(async () => {
  await root.end();
  await database.drop();
  rmSync(home, { recursive: true });
});

/** What a command answers and prints. */
async function run<T>(command: () => Promise<T>): Promise<{ answer: T; printed: string }> {
  const pieces: Buffer[] = [];
  const keep = (piece: string | Uint8Array): boolean => (pieces.push(Buffer.from(piece)), true);
  const out = jest.spyOn(process.stdout, 'write').mockImplementation(keep);
  const err = jest.spyOn(process.stderr, 'write').mockImplementation(keep);
  try {
    const answer = await command();
    return { answer, printed: Buffer.concat(pieces).toString() };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const look = (options: FsckCommand = {}) => run(() => runFsck({ policy: file('policy'), ...options }));

describe('fsck', () => {
  it('answers 0 where nothing is wrong, and says what it did not look at', async () => {
    const { answer, printed } = await look();
    expect(answer).toBe(0);
    expect(printed).toContain('2 entries in 1 streams');
    expect(printed).toContain('No fault found.');
    expect(printed).toContain('Not looked at: whether the whole log was rolled back');
    expect(JSON.parse((await look({ json: true })).printed)).toMatchObject({
      ok: true,
      entries: 2,
      logs: [{ signedSize: 2 }],
    });
  });

  it('answers 1 and names the row where something is', async () => {
    await root.query(`UPDATE role_grant SET role = 'admin'`);
    const { answer, printed } = await look();
    await root.query(`UPDATE role_grant SET role = 'checker'`);
    expect(answer).toBe(1);
    expect(printed).toContain(
      `✗ PROJECTION_DIFFERS role_grant checker, entry ${stream}/2: the table says nothing, the log says system`,
    );
    expect(printed).toContain('2 faults; the first: role_grant checker');
  });

  it('answers 2 where it cannot look', async () => {
    expect(await look({ policy: file('nowhere') })).toMatchObject({ answer: 2 });
    expect(await look({ receipts: [file('nowhere')] })).toMatchObject({ answer: 2 });
  });
});

describe('a bundle', () => {
  it('is verified by itself: 0 proven, 1 not, 2 unreadable', async () => {
    const bundle = await run(() => writeBundle(stream, { disclose: 'none', policy: file('policy') }));
    writeFileSync(file('good'), bundle.printed);
    const good = await run(() => verifyProof(file('good'), { policy: file('policy') }));
    expect(good.answer).toBe(0);
    expect(good.printed).toMatch(/^PROVEN, as of \d{4}-/);
    expect(good.printed).toContain('NOT PROVEN:\n  - That nothing newer exists');
    writeFileSync(file('bad'), readFileSync(file('good'), 'utf8').replace('checker', 'cheaker'));
    const bad = await run(() => verifyProof(file('bad'), { policy: file('policy') }));
    expect(bad).toMatchObject({ answer: 1, printed: expect.stringMatching(/^NOT PROVEN: .*\(step 2 of 13\)\n$/) });
    expect(await run(() => verifyProof(file('nowhere'), { policy: file('policy') }))).toMatchObject({ answer: 2 });
    expect(await run(() => verifyProof(file('good'), { policy: file('stranger') }))).toMatchObject({ answer: 2 });
  });

  it('is not made for what is not there', async () => {
    await expect(writeBundle('nonsense', { disclose: 'none' })).rejects.toThrow('is not the id');
    const unknown = writeBundle('00000000-0000-4000-8000-000000000001', { disclose: 'none' });
    await expect(unknown).rejects.toThrow('the ledger has no history');
  });
});
