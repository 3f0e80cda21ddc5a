import * as node from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkpointPageSchema,
  erasedSchema,
  ledgerHealthSchema,
  ledgerPageSchema,
  ledgerPolicySchema,
  type LedgerEntry,
} from '@proofdesk/contract';
import { decisionRules, nodeCrypto, openCheckpoint, parsePolicy, verifyBundle } from '@proofdesk/ledger';
import { type Client } from './testing/client.js';
import { harbour } from './testing/harbour.js';
import { type SealedDesk, serveSealedDesk } from './testing/sealed-desk.js';
import { Steps, ingested } from './testing/task-steps.js';

const crypto = nodeCrypto(node);
let desk: SealedDesk;
let auditor: Client, admin: Client, checker: Client, editor: Client;
/** An assertion with a history, whose dismissal carries a note in words. */
let assertion: string;
const note = '=HYPERLINK("https://evil.example") told me, Ada Ferrel';

beforeAll(async () => {
  desk = await serveSealedDesk();
  [auditor, admin, checker, editor] = (await Promise.all(
    ['auditor', 'admin', 'checker', 'editor'].map((login) => desk.as(login)),
  )) as [Client, Client, Client, Client];
  const tasks = await ingested(desk, { text: harbour, title: 'Harbour' });
  const task = tasks.find(({ state, risk }) => state === 'queued' && risk === 'normal')!;
  const steps = await Steps.read(checker, task.id);
  await steps.do(checker, 'dismiss', { reason: 'not_checkable', note });
  await steps.do(editor, 'requeue', { reason: 'It can be checked.' });
  await steps.do(checker, 'dismiss', { reason: 'opinion' });
  assertion = task.id;
});
afterAll(() => desk.close());

const history = async () => (await auditor.get(`/review-tasks/${assertion}/history`)).as(ledgerPageSchema).items;
const health = async () => (await auditor.get('/ledger/health')).as(ledgerHealthSchema);
const policy = async () => (await auditor.get('/ledger/policy')).as(ledgerPolicySchema);
const until = (state: LedgerEntry['proof']['state']) =>
  desk.until(async () => (await history()).every(({ proof }) => proof.state === state));

const proof = async () => {
  const answer = await auditor.get(`/review-tasks/${assertion}/proof`);
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${assertion}.factproof.json"`);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  return new TextEncoder().encode(answer.text);
};
const verified = async (bytes: Uint8Array) => {
  const believed = await parsePolicy((await policy()).text, crypto);
  if (!believed.ok) throw new Error(believed.refusal.message);
  return verifyBundle(bytes, believed.value, crypto, decisionRules);
};

describe('proof states', () => {
  it('go from recorded to witnessed within seconds, with place and times', async () => {
    await until('witnessed');
    const entries = await history();
    expect(entries.length).toBeGreaterThan(2);
    const indices = entries.map(({ proof }) => proof.index!);
    expect(indices).toEqual([...indices].sort((a, b) => a - b));
    for (const { proof, at } of entries) {
      expect(proof.checkpoint!.size).toBeGreaterThan(proof.index!);
      expect(proof.checkpoint!.at > at).toBe(true);
      expect(proof.witness).toMatchObject({ name: 'beside' });
    }
  });

  it('are the same in the whole history, which is searched by stream, type, person, article and time', async () => {
    const [first] = await history();
    for (const query of [
      `stream=${assertion}`,
      'type=assertion.dismissed',
      `actorId=${desk.people['checker']}`,
      `articleId=${first!.articleId}`,
      `from=${first!.at}&to=2100-01-01T00:00:00Z`,
    ]) {
      const { items } = (await auditor.get(`/ledger/entries?${query}&limit=200`)).as(ledgerPageSchema);
      const mine = items.filter(({ stream, type }) => stream === assertion && type === 'assertion.dismissed');
      expect([query, mine.length]).toEqual([query, 2]);
      expect(mine.every(({ proof }) => proof.state === 'witnessed')).toBe(true);
    }
    expect(
      (await auditor.get(`/ledger/entries?stream=${assertion}&to=${first!.at}`)).as(ledgerPageSchema).items,
    ).toEqual([]);
  });
});

describe('checkpoints', () => {
  it('are listed newest first, page by page, and hold under the policy with their cosignatures', async () => {
    const believed = await parsePolicy((await policy()).text, crypto);
    if (!believed.ok) throw new Error(believed.refusal.message);
    const sizes: number[] = [];
    let after = '';
    do {
      const page = (await auditor.get(`/ledger/checkpoints?limit=1${after}`)).as(checkpointPageSchema);
      const [checkpoint] = page.items;
      sizes.push(checkpoint!.size);
      expect(checkpoint!.bytes).toBe(Buffer.byteLength(checkpoint!.note));
      const opened = await openCheckpoint(checkpoint!.note, believed.value, crypto, { needQuorum: false });
      expect(opened).toMatchObject({ ok: true, checkpoint: { origin: 'proofdesk.local/1', size: checkpoint!.size } });
      expect(opened.ok && opened.cosigners.map(({ name }) => name)).toEqual(
        checkpoint!.witnesses.map(({ name }) => name),
      );
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect((await auditor.get('/ledger/checkpoints?after=bm90IG91cnM')).code).toBe('request.invalid');
  });
});

describe('the policy', () => {
  it('names origin, keys and quorum, and says that it must come by another road', async () => {
    expect(await policy()).toMatchObject({
      origin: 'proofdesk.local/1',
      quorum: 'beside',
      witnesses: [{ name: 'beside' }],
      warning: expect.stringContaining('another road'),
    });
    expect((await policy()).receipts).toHaveLength(1);
    expect((await checker.get('/ledger/policy')).status).toBe(200);
  });
});

describe('a proof', () => {
  it('is verified by whoever holds the policy, and no longer with one letter changed', async () => {
    const bytes = await proof();
    expect(await verified(bytes)).toMatchObject({ ok: true });
    const forged = new TextDecoder().decode(bytes).replace('not_checkable', 'not_checkablf');
    expect((await verified(new TextEncoder().encode(forged))).ok).toBe(false);
  });

  it('of what is not there, is not there', async () => {
    const missing = await auditor.get('/review-tasks/0a0b0c0d-0000-4000-8000-000000000000/proof');
    expect(missing.problem()).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('an export', () => {
  it('in JSON Lines holds every entry once, oldest first, and is recorded before it leaves', async () => {
    const answer = await auditor.get('/ledger/export');
    expect(answer.headers.get('content-type')).toMatch(/^application\/jsonl/);
    const [, stream] = /filename="ledger-([0-9a-f-]{36})\.jsonl"/.exec(
      answer.headers.get('content-disposition') ?? '',
    )!;
    const lines = answer.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { stream: string; seq: number; type: string; at: string });
    const keys = lines.map((line) => `${line.stream}/${line.seq}`);
    expect(new Set(keys).size).toBe(keys.length);
    const { rows } = await desk.superuser.query('SELECT count(*)::int AS n FROM ledger.entry');
    expect(lines.length).toBe(rows[0].n);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort());
    const made = (await auditor.get(`/ledger/entries?stream=${stream}`)).as(ledgerPageSchema).items;
    expect(made).toMatchObject([
      { type: 'export.made', actor: { id: desk.people['auditor'], role: 'auditor' }, after: { format: 'jsonl' } },
    ]);
  });

  it('in CSV takes the filters, and gives a spreadsheet no formula', async () => {
    const answer = await admin.get(`/ledger/export?format=csv&stream=${assertion}`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(answer.text).toContain('HYPERLINK');
    expect(answer.text).not.toMatch(/(^|,)"?[=+@-]/m);
    expect(answer.text.match(/\r\n/g)).toHaveLength((await history()).length + 1);
    expect((await admin.get('/ledger/export?format=xls')).code).toBe('request.invalid');
    expect((await admin.get('/ledger/export?type==cmd()')).code).toBe('request.invalid');
  });
});

describe('everything here', () => {
  const gets = [
    '/ledger/entries',
    '/ledger/checkpoints',
    '/ledger/health',
    '/ledger/export',
    '/review-tasks/0a0b0c0d-0000-4000-8000-000000000000/proof',
  ];
  it.each(gets)('%s is for auditors and admins', async (path) => {
    for (const login of ['checker', 'editor', 'reporter', 'service'])
      expect((await (await desk.as(login)).get(path)).problem()).toMatchObject({
        status: 403,
        code: 'permission.denied',
      });
  });

  it('erasing is for admins', async () => {
    const body = { stream: assertion, seq: 1, name: 'note', legalBasis: 'mistake', reason: 'x' };
    for (const login of ['auditor', 'checker', 'editor'])
      expect((await (await desk.as(login)).post('/ledger/erase', body)).code).toBe('permission.denied');
  });
});

describe('erasing', () => {
  it('takes the words away, leaves the record, and every proof still holds', async () => {
    const { seq } = (await history()).find(({ disclosed }) => Object.values(disclosed).includes(note))!;
    const body = { stream: assertion, seq, name: 'note', legalBasis: 'data_subject_request', reason: 'She asked.' };
    expect((await admin.post('/ledger/erase', { ...body, name: 'no such' })).code).toBe('request.invalid');
    expect((await admin.post('/ledger/erase', { ...body, reason: ' ' })).code).toBe('request.invalid');
    const before = await proof();
    (await admin.post('/ledger/erase', body)).as(erasedSchema);
    const entries = await history();
    const erased = entries.find((entry) => entry.seq === seq)!;
    expect(erased.disclosed).not.toHaveProperty('note');
    expect(erased.committed).toContain('note');
    expect(entries.at(-1)).toMatchObject({ type: 'payload.erased', disclosed: { reason: 'She asked.' } });
    expect((await admin.post('/ledger/erase', body)).problem()).toMatchObject({ status: 404 });
    await until('witnessed');
    expect(await verified(before)).toMatchObject({ ok: true });
    expect(await verified(await proof())).toMatchObject({ ok: true });
    expect((await auditor.get(`/ledger/export?stream=${assertion}`)).text).not.toContain('HYPERLINK');
  });
});

describe('health', () => {
  const codes = async () => (await health()).anomalies.map(({ code }) => code);
  /** As a superuser who knows every barrier. */
  const asSuperuser = async (...statements: string[]) => {
    await desk.superuser.query(`SET proofdesk.ledger_migration = 'on'`);
    for (const statement of statements) await desk.superuser.query(statement);
  };

  it('finds nothing wrong while all goes well', async () => {
    await desk.until(
      async () => (await health()).entries.unsealed === 0 && (await health()).witnesses[0]?.behind === 0,
    );
    const { anomalies, checkpoint, witnesses, schema, entries } = await health();
    expect(anomalies).toEqual([]);
    expect(checkpoint!.origin).toBe('proofdesk.local/1');
    expect(witnesses).toMatchObject([{ name: 'beside', stands: 'beside', size: checkpoint!.size, behind: 0 }]);
    expect(schema.noted).toBe(schema.fingerprint);
    expect(entries.checked).toBeGreaterThan(10);
  });

  it('sees that the barriers were changed, for as long as they are', async () => {
    await asSuperuser('ALTER TABLE ledger.entry DISABLE TRIGGER entry_append_only');
    expect((await health()).anomalies).toMatchObject([{ code: 'SCHEMA_CHANGED', severity: 'alarm' }]);
    await asSuperuser('ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_append_only');
    expect(await codes()).toEqual([]);
  });

  it('names the entry whose bytes a superuser changed', async () => {
    const edit = (from: string, to: string) =>
      asSuperuser(
        'ALTER TABLE ledger.entry DISABLE TRIGGER entry_append_only',
        `UPDATE ledger.entry SET body = convert_to(replace(convert_from(body, 'UTF8'), '${from}', '${to}'), 'UTF8')
          WHERE stream = '${assertion}' AND type = 'assertion.requeued'`,
        'ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_append_only',
      );
    await edit('"role":"editor"', '"role":"editoq"');
    const requeued = (await history()).find(({ type }) => type === 'assertion.requeued')!;
    expect((await health()).anomalies).toContainEqual(
      expect.objectContaining({ code: 'LEAF_DIFFERS', severity: 'alarm', stream: assertion, seq: requeued.seq }),
    );
    expect(requeued.proof.state).toBe('pending');
    await edit('"role":"editoq"', '"role":"editor"');
    expect(await codes()).toEqual([]);
  });

  it('sees entries that were cut off the end, and out of the tree', async () => {
    const last = (await history()).at(-1)!;
    await asSuperuser(
      'ALTER TABLE ledger.leaf DISABLE TRIGGER ALL',
      `DELETE FROM ledger.leaf WHERE stream = '${assertion}' AND seq = ${last.seq}`,
      'ALTER TABLE ledger.leaf ENABLE TRIGGER ALL',
    );
    const found = await codes();
    expect(found.some((code) => code === 'INDEX_GAP' || code === 'LOG_ROLLED_BACK')).toBe(true);
  });

  it('says how long entries have waited once nobody seals', async () => {
    await desk.stopSealing();
    const steps = await Steps.read(checker, assertion);
    await steps.do(checker, 'requeue', { reason: 'Once more.' });
    await desk.until(async () => ((await health()).entries.oldestUnsealedSeconds ?? 0) > 1);
    expect((await health()).entries.unsealed).toBeGreaterThan(0);
    expect((await history()).at(-1)!.proof).toEqual({ state: 'pending', index: null, checkpoint: null, witness: null });
    const refused = (await auditor.get(`/review-tasks/${assertion}/proof`)).problem();
    expect(refused).toMatchObject({ status: 409, code: 'proof.not_sealed' });
  });
});
