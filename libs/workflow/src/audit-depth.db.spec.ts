import * as crypto from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fsck, type FsckReport } from '@proofdesk/auditing';
import { encodeEntry, entryAfter, leafHash, type LedgerEntry, nodeCrypto, toHex } from '@proofdesk/ledger';
import { Client } from 'pg';
import { article, openTestDesk, person, propose, type TestDesk } from './testing/test-desk.js';

const { sha256 } = nodeCrypto(crypto);
let desk: TestDesk;
let root: Client;

beforeAll(async () => {
  desk = await openTestDesk();
  root = new Client({ connectionString: desk.database.url('superuser') });
  await root.connect();
});

afterAll(async () => {
  await root.end();
  await desk.close();
});

const audit = (deep: boolean): Promise<FsckReport> => fsck({ url: desk.database.url('auditor'), deep });

/** Writes an entry as a superuser can: chained as it must be, past ledger.append and what it asks. */
async function forge(
  draft: Pick<LedgerEntry, 'stream' | 'type' | 'actor' | 'subject' | 'data' | 'refs'>,
): Promise<number> {
  const { rows } = await root.query<{ seq: number; head: string; at: string }>(
    `SELECT seq, encode(head, 'hex') AS head, ledger.instant_text(clock_timestamp()) AS at FROM ledger.stream WHERE id = $1`,
    [draft.stream],
  );
  const [head] = rows;
  if (head === undefined) throw new Error('no such stream');
  const entry = entryAfter(
    { ...head, stream: draft.stream },
    { ...draft, origin: 'proofdesk.local/1', id: crypto.randomUUID(), sw: 'spec' },
  );
  const body = encodeEntry(entry);
  await root.query('INSERT INTO ledger.entry (stream, seq, body) VALUES ($1, $2, $3)', [
    draft.stream,
    entry.seq,
    Buffer.from(body),
  ]);
  await root.query(`UPDATE ledger.stream SET seq = $2, head = decode($3, 'hex') WHERE id = $1`, [
    draft.stream,
    entry.seq,
    toHex(leafHash(body, sha256)),
  ]);
  return entry.seq;
}

describe('fsck in depth', () => {
  it('finds a derived column that was made to say something else', async () => {
    await article(desk, ['normal']);
    const generated = (how: string): string =>
      `UPDATE pg_attribute SET attgenerated = '${how}' WHERE attrelid = 'ledger.entry'::regclass AND attname = 'type'`;
    const off = 'ALTER TABLE ledger.entry DISABLE TRIGGER entry_append_only';
    const on = 'ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_append_only';
    const change = async (sql: string): Promise<void> => {
      await root.query(`SET allow_system_table_mods = on; ${off}; ${generated('')}`);
      await root.query(sql);
      await root.query(`${generated('s')}; ${on}`);
    };
    await change(`UPDATE ledger.entry SET type = 'assertion.dismissed' WHERE type = 'assertion.queued'`);
    expect((await audit(false)).findings).toEqual([]);
    expect((await audit(true)).findings).toMatchObject([{ code: 'PROJECTION_DIFFERS', row: 'ledger.entry' }]);
    await change(`UPDATE ledger.entry SET type = doc ->> 'type'`);
    expect((await audit(true)).findings).toEqual([]);
  });

  it('finds a decision that the rules never allowed, with perfect hashes and tables to match', async () => {
    const both = await person(desk, 'checker', 'editor');
    const { ids } = await article(desk, ['normal']);
    const stream = ids[0] ?? '';
    const task = await propose(desk, both, stream);
    expect((await audit(true)).findings).toEqual([]);
    const [proposal] = task.verdicts;
    const { rows } = await root.query<{ seq: number; leaf: string }>(
      `SELECT seq, encode(head, 'hex') AS leaf FROM ledger.stream WHERE id = $1`,
      [both.personId],
    );
    const seq = await forge({
      stream,
      type: 'verdict.approved',
      actor: { kind: 'person', id: both.accountId, person: both.personId, role: 'editor' },
      subject: { assertion: stream, verdict: proposal?.id ?? '', version: 1 },
      data: { after: { state: 'approved' } },
      refs: [{ stream: both.personId, seq: rows[0]?.seq ?? 0, leaf: rows[0]?.leaf ?? '' }],
    });
    await root.query('SET session_replication_role = replica');
    await root.query(`UPDATE review_task SET state = 'approved' WHERE assertion_id = $1`, [stream]);
    await root.query(`UPDATE verdict SET state = 'approved' WHERE assertion_id = $1`, [stream]);
    await root.query('INSERT INTO approval (verdict_id, verdict_version, person_id) VALUES ($1, 1, $2)', [
      proposal?.id,
      both.personId,
    ]);
    expect((await audit(false)).findings).toEqual([]);
    expect((await audit(true)).findings).toMatchObject([
      { part: 'rules', code: 'RULE_BROKEN', stream, seq, message: 'approved by somebody who proposed it' },
    ]);
  });
});
