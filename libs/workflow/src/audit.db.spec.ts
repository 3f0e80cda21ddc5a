import * as crypto from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportBundle, exportEntries } from '@proofdesk/auditing';
import { type ProofBundle } from '@proofdesk/ledger';
import { type Client } from 'pg';
import { erasePayload } from './erase-payload.js';
import { AuditedDay } from './testing/audited-day.js';
import { type BusyDay } from './testing/busy-day.js';
import { must, type TestDesk } from './testing/test-desk.js';

let own: AuditedDay;
let desk: TestDesk;
let day: BusyDay;
let root: Client;

beforeAll(async () => {
  own = await AuditedDay.open();
  ({ desk, day, root } = own);
}, 60_000);

afterAll(() => own.close());

describe('fsck on a desk that worked', () => {
  it.each(['app', 'auditor'] as const)('finds nothing, as %s', async (role) => {
    const report = await own.audit(role);
    expect(report.findings).toEqual([]);
    expect(report.entries).toBeGreaterThan(50);
    expect(report).toMatchObject({ ok: true, unsealed: 0, oldestUnsealed: null });
    expect(report.logs).toMatchObject([
      { size: report.entries, signedSize: report.entries, cosigned: { witnesses: ['w'] } },
    ]);
  });

  // Each as a superuser would, who changes a table past every rule and trigger of ours, and takes it back after the look.
  it.each<[string, string, string]>([
    ['a task opened again', `UPDATE review_task SET state = 'approved' WHERE state = 'retracted'`, 'review_task.state'],
    [
      'a lease given away',
      `UPDATE review_task SET holder_person_id = (SELECT id FROM person p WHERE p.id <> holder_person_id LIMIT 1) WHERE state = 'in_check'`,
      'review_task.holder_person_id',
    ],
    ['a fence moved', `UPDATE review_task SET lease_token = 9 WHERE lease_token = 2`, 'review_task.lease_token'],
    [
      'a risk played down',
      `UPDATE assertion SET allegation_category = NULL, allegation_hedged = NULL, allegation_accused = NULL, risk = 'normal' WHERE risk = 'serious'`,
      'assertion.risk',
    ],
    [
      'words put into a mouth',
      `UPDATE assertion SET exact = 'x', exact_sha256 = encode(sha256('x'), 'hex') WHERE ordinal = 2`,
      'assertion.exact_sha256',
    ],
    ['a rating turned', `UPDATE verdict SET rating_key = 'true' WHERE version = 2`, 'verdict 2.rating_key'],
    ['a rationale rewritten', `UPDATE verdict SET rationale = 'Because.' WHERE version = 2`, 'verdict 2.rationale'],
    [
      'a reason rewritten',
      `UPDATE verdict SET returned_reason = 'None.' WHERE state = 'returned'`,
      'verdict 1.returned_reason',
    ],
    [
      'a proposer swapped',
      `UPDATE verdict SET proposed_by = (SELECT id FROM person p WHERE p.id <> proposed_by LIMIT 1) WHERE version = 2`,
      'verdict 2.proposed_by',
    ],
    ['an approval taken away', `DELETE FROM approval WHERE verdict_version = 2 AND note = ''`, 'approval 2 by'],
    [
      'an approval added',
      `INSERT INTO approval (verdict_id, verdict_version, person_id) SELECT v.id, v.version, p.id FROM verdict v, person p WHERE v.state = 'stale' AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.person_id = p.id AND a.verdict_id = v.id) LIMIT 1`,
      'approval 1 by',
    ],
    ['a quote changed', `UPDATE evidence SET quote = 'So it was not.' WHERE withdrawn_at IS NULL`, 'evidence '],
    [
      'evidence put back',
      `UPDATE evidence SET withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_reason = NULL`,
      '.withdrawn_by',
    ],
    [
      'a published claim changed',
      `UPDATE publication SET claim_reviewed = 'Nothing happened.' WHERE retracted_at IS NULL`,
      'publication 1.claim_reviewed',
    ],
    [
      'a retraction hidden',
      `UPDATE publication SET retracted_by = NULL, retracted_at = NULL`,
      'publication 1.retracted_by',
    ],
    ['a publication removed', `DELETE FROM publication WHERE retracted_at IS NOT NULL`, 'publication 1.published_by'],
    [
      'a role taken',
      `INSERT INTO role_grant (person_id, role) SELECT person_id, 'admin' FROM role_grant WHERE role = 'checker' LIMIT 1`,
      'role_grant admin',
    ],
    ['an account opened again', `UPDATE account SET disabled_at = NULL`, '.disabled'],
    [
      'a person from nowhere',
      `INSERT INTO person (id, name) VALUES (gen_random_uuid(), 'Nobody'); INSERT INTO role_grant (person_id, role) SELECT id, 'editor' FROM person WHERE name = 'Nobody'`,
      'role_grant ',
    ],
    ['a revision whose work is lost', `UPDATE article_revision SET extraction_state = 'pending'`, '.extraction_state'],
    [
      'announcements of nothing',
      `UPDATE outbox SET payload = jsonb_build_object('stream', gen_random_uuid(), 'seq', 1) WHERE topic = 'announce-decision'`,
      'outbox announce-decision',
    ],
    [
      'a value swapped in the vault',
      `ALTER TABLE ledger.payload DISABLE TRIGGER ALL; UPDATE ledger.payload SET value = '"Good."'; ALTER TABLE ledger.payload ENABLE ALWAYS TRIGGER payload_guard; ALTER TABLE ledger.payload ENABLE ALWAYS TRIGGER payload_no_truncate`,
      'ledger.payload ',
    ],
    ['a trigger left off', `ALTER TABLE ledger.entry DISABLE TRIGGER entry_append_only`, 'trigger entry_append_only'],
    ['a right given', `GRANT UPDATE ON ledger.entry TO proofdesk_app`, 'ledger.entry'],
  ])('finds %s', async (_what, sql, row) => {
    await copyAside();
    try {
      await root.query(`SET session_replication_role = replica; SET proofdesk.ledger_migration = 'on'; ${sql}`);
      const { ok, findings } = await own.audit();
      expect(ok).toBe(false);
      expect(findings.map((finding) => finding.row ?? '').join('\n')).toContain(row);
    } finally {
      await putBack();
    }
    expect((await own.audit()).findings).toEqual([]);
  });

  const copied =
    'ledger.payload, review_task, assertion, verdict, approval, evidence, publication, role_grant, account, person, article_revision, outbox'.split(
      ', ',
    );
  async function copyAside(): Promise<void> {
    await root.query('CREATE SCHEMA aside');
    for (const table of copied)
      await root.query(`CREATE TABLE aside.${table.replace('ledger.', '')} AS TABLE ${table}`);
  }
  async function putBack(): Promise<void> {
    await root.query(`SET session_replication_role = replica; SET proofdesk.ledger_migration = 'on'`);
    await root.query('ALTER TABLE ledger.payload DISABLE TRIGGER ALL');
    for (const table of copied)
      await root.query(
        `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM aside.${table.replace('ledger.', '')}`,
      );
    await root.query(`ALTER TABLE ledger.payload ENABLE ALWAYS TRIGGER payload_guard;
      ALTER TABLE ledger.payload ENABLE ALWAYS TRIGGER payload_no_truncate;
      ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_append_only;
      REVOKE UPDATE ON ledger.entry FROM proofdesk_app; DROP SCHEMA aside CASCADE; RESET ALL`);
  }
});

describe('a bundle from a real database', () => {
  it('is proven by both verifiers, whatever it discloses', async () => {
    const bundles: Uint8Array[] = [];
    for (const id of [day.published, day.retracted, day.stale])
      for (const disclose of ['public', 'all', 'none'] as const) bundles.push(await own.bundle(id, disclose));
    for (const bytes of bundles) expect(await own.verify(bytes)).toMatchObject({ ok: true });
    const second = await own.sealed.askSecondVerifier(bundles);
    expect(second.map(({ ok, message }) => (ok ? 'ok' : message))).toEqual(bundles.map(() => 'ok'));
    expect((await own.verify(bundles[0] ?? new Uint8Array())).verdict).toMatchObject({
      version: 2,
      state: 'published',
    });
  });

  it('shows readers what the published page shows, and not what colleagues wrote to one another', async () => {
    const text = new TextDecoder().decode(await own.bundle(day.published));
    expect(text).toContain('The register says otherwise.');
    expect(text).toContain('So it was.');
    for (const internal of ['Ask Marlene Vogt again.', 'Well done.', 'Person ']) expect(text).not.toContain(internal);
    expect((JSON.parse(text) as ProofBundle).statement?.value).toMatchObject({ rating: 'false' });
  });

  it('is refused by both with any byte flipped', async () => {
    const good = await own.bundle(day.published);
    const seed = crypto.randomInt(1_000_000_000);
    const positions = Array.from({ length: 1_500 }, (_, i) =>
      crypto.createHash('sha256').update(`${seed} ${i}`).digest().readUInt32BE(0),
    );
    const flipped = positions.map((n) =>
      good.map((byte, at) => (at === n % good.length ? byte ^ (1 << ((n >>> 8) % 8)) : byte)),
    );
    const accepted: number[] = [];
    for (const [i, bytes] of flipped.entries()) if ((await own.verify(bytes)).ok) accepted.push(i);
    const second = await own.sealed.askSecondVerifier(flipped.slice(0, 300));
    for (const [i, { ok }] of second.entries()) if (ok) accepted.push(i);
    expect({ seed, accepted }).toEqual({ seed, accepted: [] });
  }, 60_000);

  it('is refused where the log has nothing, and asks for patience where the last act is not sealed', async () => {
    const url = desk.database.url('app');
    expect(await exportBundle(url, '00000000-0000-4000-8000-000000000001')).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    const { rows } = await root.query<{ seq: number }>(
      `SELECT seq FROM ledger.entry WHERE stream = $1 AND type = 'verdict.approved' LIMIT 1`,
      [day.retracted],
    );
    const what = { stream: day.retracted, seq: rows[0]?.seq ?? 0, name: 'note' };
    await must(erasePayload(desk, day.admin, { ...what, legalBasis: 'mistake', reason: 'A slip.' }));
    expect(await exportBundle(url, day.retracted)).toMatchObject({ refusal: { code: 'NOT_SEALED' } });
    await own.seal();
    expect(await exportBundle(url, day.retracted, { policy: own.policy })).toMatchObject({ ok: true });
  });
});

describe('exports', () => {
  const read = async (
    ...args: [Parameters<typeof exportEntries>[1], Parameters<typeof exportEntries>[2]]
  ): Promise<string> => {
    let text = '';
    for await (const piece of exportEntries(desk.database.url('auditor'), ...args)) text += piece;
    return text;
  };

  it('give every entry as JSON Lines, with bytes that hash to their leaf', async () => {
    const { rows } = await root.query<{ n: string }>('SELECT count(*) AS n FROM ledger.entry');
    const lines = (await read({}, 'jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { leaf: string; body: string; at: string });
    expect(lines).toHaveLength(Number(rows[0]?.n));
    expect(
      lines.filter(({ leaf, body }) => crypto.createHash('sha256').update('\0').update(body).digest('hex') !== leaf),
    ).toEqual([]);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort());
  });

  it('take the filters of the audit screen', async () => {
    const count = async (filter: Parameters<typeof exportEntries>[1]): Promise<number> =>
      (await read(filter, 'csv')).split('\r\n').length - 2;
    const where = async (sql: string, ...values: string[]): Promise<number> =>
      Number(
        (await root.query<{ n: string }>(`SELECT count(*) AS n FROM ledger.entry WHERE ${sql}`, values)).rows[0]?.n,
      );
    expect(await count({ stream: day.published })).toBe(await where('stream = $1', day.published));
    expect(await count({ type: 'verdict.approved' })).toBe(4);
    expect(await count({ actorId: day.editor.personId })).toBe(
      await where(`doc #>> '{actor,person}' = $1`, day.editor.personId),
    );
    expect(await count({ articleId: day.articleId })).toBe(
      await where(`doc #>> '{subject,article}' = $1`, day.articleId),
    );
    expect(await count({ to: '2020-01-01T00:00:00Z' })).toBe(0);
    expect(await count({ from: '2020-01-01T00:00:00Z' })).toBe(await where('true'));
  });
});
