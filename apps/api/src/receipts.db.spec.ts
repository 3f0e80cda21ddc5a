import * as node from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodeCrypto, openReceipt, parsePolicy } from '@proofdesk/ledger';
import { openReceiptKey } from '@proofdesk/sealing';
import { Client } from './testing/client.js';
import { password, type ServedDesk, serveDesk } from './testing/desk.js';
import { harbour } from './testing/harbour.js';
import { type Served, serve } from './testing/serve.js';
import { ingested } from './testing/task-steps.js';

const crypto = nodeCrypto(node);
const folder = mkdtempSync(join(tmpdir(), 'proofdesk-api-'));
let desk: ServedDesk;
let served: Served;
let checker: Client;

beforeAll(async () => {
  desk = await serveDesk();
  served = await serve(desk.desk, {}, { receipts: openReceiptKey(folder) });
  checker = await Client.signIn(served.address, 'checker', password);
});
afterAll(async () => {
  await served.close();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A policy with some log under the name that entries carry: receipts are believed for origins that it knows. */
async function policy() {
  const logKey = openReceiptKey(join(folder, 'log'), 'proofdesk.local/1').vkey;
  const parsed = await parsePolicy(
    `log ${logKey}\nreceipt ${readFileSync(join(folder, 'receipt.vkey'), 'utf8').trim()}\nquorum none\n`,
    crypto,
  );
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

describe('the answer to a decision', () => {
  it('carries a signed promise about the very entry, the same one when it is asked for again', async () => {
    const tasks = await ingested(desk, { text: harbour, title: 'Harbour' });
    const id =
      tasks.find(({ state, kind, risk }) => state === 'queued' && kind === 'statement' && risk === 'normal')?.id ?? '';
    const read = await checker.get(`/review-tasks/${id}`);
    const [ifMatch, key] = [read.headers.get('etag') ?? '', node.randomUUID()];
    const dismissal = { reason: 'opinion' };
    const first = await checker.post(`/review-tasks/${id}/dismiss`, dismissal, { ifMatch, key });
    expect(first.status).toBe(200);
    const header = first.headers.get('proofdesk-receipt') ?? '';
    const note = Buffer.from(header, 'base64').toString('utf8');
    const opened = await openReceipt(note, await policy(), crypto);
    const [seq, leaf16] = (first.headers.get('etag') ?? '').replaceAll('"', '').split('-');
    expect(opened).toMatchObject({
      ok: true,
      value: {
        origin: 'proofdesk.local/1',
        stream: id,
        seq: Number(seq),
        mmd: 60,
        leaf: expect.stringMatching(`^${leaf16}`),
      },
    });
    const again = await checker.post(`/review-tasks/${id}/dismiss`, dismissal, { ifMatch, key });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('proofdesk-receipt')).toBe(header);
    const changed = Buffer.from(note.replace(`\n${id} ${seq}\n`, `\n${id} ${Number(seq) + 1}\n`)).toString();
    expect(changed).not.toBe(note);
    expect(await openReceipt(changed, await policy(), crypto)).toMatchObject({ ok: false });
  });

  it('carries none where nothing was decided', async () => {
    const [task] = await ingested(desk, { text: 'Another town\n\nThe quay is nine metres wide.\n', title: 'Town' });
    const refused = await checker.post(
      `/review-tasks/${task?.id}/dismiss`,
      { reason: 'opinion' },
      { ifMatch: '"9-0000000000000000"' },
    );
    expect(refused.status).toBe(412);
    expect(refused.headers.get('proofdesk-receipt')).toBeNull();
    expect((await checker.get(`/review-tasks/${task?.id}`)).headers.get('proofdesk-receipt')).toBeNull();
  });
});

describe('the receipt key', () => {
  it('is made once, for its owner only', () => {
    expect(statSync(join(folder, 'receipt.key')).mode & 0o777).toBe(0o400);
    expect(openReceiptKey(folder).vkey).toBe(`${readFileSync(join(folder, 'receipt.vkey'), 'utf8').trim()}`);
  });
});
