import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openCheckpoint, toBase64 } from '@proofdesk/ledger';
import { crypto } from '../crypto.js';
import { openReceiptKey } from '../keys/receipt-key.js';
import { checkpointRequest } from '../log/checkpoint-request.js';
import { addCosignature } from '../log/cosignatures.js';
import { startSealer, type RunningSealer } from '../sealer.js';
import { appendMany, newestCheckpoint, ORIGIN, SealingDesk } from '../testing/sealing-desk.js';
import { answerMail, WitnessMail } from './witness-mail.js';
import { Witness } from './witness.js';

let desk: SealingDesk;
let sealer: RunningSealer;
let isOver: boolean;
const failures: string[] = [];

beforeEach(async () => {
  isOver = false;
  desk = await SealingDesk.open();
  openReceiptKey(join(desk.folder, 'api'));
  sealer = startSealer({
    url: desk.database.url('sealer'),
    folder: desk.folder,
    origin: ORIGIN,
    witnessMail: join(desk.folder, 'mail'),
    receiptKeyFile: join(desk.folder, 'api', 'receipt.vkey'),
    log: (level, event) => void (level === 'error' && failures.push(event)),
  });
});
afterEach(async () => {
  isOver = true;
  await sealer.stop();
  await desk.close();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 250) throw new Error('it did not come to pass within 25 s');
    await pause(100);
  }
}

async function beWitness(): Promise<void> {
  const witness = Witness.open(join(desk.folder, 'beside'), 'proofdesk.local/witness');
  const mail = new WitnessMail(join(desk.folder, 'mail'));
  mail.sendVerifierKey(witness.vkey);
  for (let answered: string | undefined; !isOver; await pause(50)) {
    const policy = existsSync(join(desk.folder, 'policy.txt')) ? await desk.policy() : { logs: [] };
    answered = (await answerMail(mail, witness, policy, answered))?.request ?? answered;
  }
}

/** The newest checkpoint that was cosigned, as a reader gets it. */
async function cosigned(): Promise<{ size: number; note: string } | undefined> {
  const { rows } = await desk.superuser.query<{ size: string; note: string }>(
    `SELECT c.size, c.note || string_agg(s.line || E'\\n', '') AS note FROM ledger.checkpoint c
       JOIN ledger.cosignature s USING (log, size) GROUP BY c.log, c.size, c.note ORDER BY c.size DESC LIMIT 1`,
  );
  return rows[0] && { note: rows[0].note, size: Number(rows[0].size) };
}

describe('the witness beside the sealer', () => {
  it('cosigns what is sealed, checkpoint after checkpoint, under a policy that asks for it', async () => {
    const running = beWitness();
    const app = await desk.connect('app');
    for (const size of [20, 40]) {
      await appendMany(app, 20);
      await until(async () => (await cosigned())?.size === size);
    }
    const policy = await desk.policy();
    expect(policy.quorum).toMatchObject({ kind: 'witness', name: 'beside' });
    expect(policy.receipts).toHaveLength(1);
    const { note = '' } = (await cosigned()) ?? {};
    expect(await openCheckpoint(note, policy, crypto)).toMatchObject({ ok: true, checkpoint: { size: 40 } });
    const bare = (await newestCheckpoint(desk.superuser))?.note ?? '';
    expect(await openCheckpoint(bare, policy, crypto)).toMatchObject({ ok: false, code: 'NO_QUORUM' });
    expect(failures).toEqual([]);
    isOver = true;
    await running;
  }, 60_000);
});

describe('an outside witness', () => {
  it('is filed once it stands in the policy, and only what it really signed', async () => {
    await appendMany(await desk.connect('app'), 9);
    await until(async () => (await newestCheckpoint(desk.superuser))?.size === 9);
    await until(async () => existsSync(join(desk.folder, 'policy.txt')));
    const witness = Witness.open(join(desk.folder, 'club'), 'club.example/w');
    const request = await checkpointRequest(desk.sealerSql, 0);
    if (!request.ok) throw new Error(request.refusal.message);
    const answer = await witness.cosign(request.value.text, await desk.policy());
    if (!answer.ok) throw new Error(answer.message);
    const file = async (text: string) => addCosignature(desk.sealerSql, text, await desk.policy());
    expect(await file(answer.line)).toMatchObject({ ok: false, refusal: { code: 'UNKNOWN_WITNESS' } });
    writeFileSync(join(desk.folder, 'witnesses'), `witness club ${witness.vkey}\n`);
    await until(async () => (await desk.policy()).witnesses.length === 1);
    expect((await desk.policy()).quorum).toMatchObject({ kind: 'group', threshold: 1 });
    const [, name = '', signature = ''] = answer.line.trimEnd().split(' ');
    const forged = Buffer.from(signature, 'base64');
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    expect(await file(`— ${name} ${toBase64(forged)}\n`)).toMatchObject({
      ok: false,
      refusal: { code: 'NO_SUCH_CHECKPOINT' },
    });
    expect(await file('thanks for your mail')).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
    expect(await file(answer.line)).toEqual({ ok: true, value: { witness: 'club', size: 9, isNew: true } });
    expect(await file(answer.note)).toEqual({ ok: true, value: { witness: 'club', size: 9, isNew: false } });
    const { note = '' } = (await cosigned()) ?? {};
    expect(await openCheckpoint(note, await desk.policy(), crypto)).toMatchObject({ ok: true });
    await expect(checkpointRequest(desk.sealerSql, 10)).resolves.toMatchObject({ refusal: { code: 'SIZE_TOO_LARGE' } });
  }, 60_000);
});
