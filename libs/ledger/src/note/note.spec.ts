import * as nodeModule from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fromUtf8, toHex, utf8 } from '../encoding/bytes.js';
import { nodeCrypto } from '../encoding/crypto.js';
import { CompactRange } from '../tree/compact-range.js';
import { consistencyProof } from '../tree/subtrees.js';
import { type Checkpoint, checkpointText, parseCheckpointText, signCheckpoint } from './checkpoint.js';
import {
  COSIGNATURE_V1,
  ED25519,
  formatVerifierKey,
  type NoteKey,
  noteKey,
  parseVerifierKey,
  type SignatureType,
} from './note-key.js';
import { openCheckpoint } from './open-checkpoint.js';
import { parsePolicy, type Policy } from './policy.js';
import { openReceipt, type Receipt, receiptState, signReceipt } from './receipt.js';
import { checkSignature, cosignatureLine, parseNote, type SignEd25519 } from './signed-note.js';
import { decideCosigning, formatWitnessRequest, parseWitnessRequest } from './witness.js';

const crypto = nodeCrypto(nodeModule);
const { sha256 } = crypto;

function signer(name: string, type: SignatureType): { key: NoteKey; sign: SignEd25519; vkey: string } {
  const { publicKey, privateKey } = nodeModule.generateKeyPairSync('ed25519');
  const raw = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  const key = noteKey(name, type, raw, sha256);
  return { key, sign: (message) => nodeModule.sign(null, message, privateKey), vkey: formatVerifierKey(key) };
}

const log = signer('desk.example/2026a', ED25519);
const receipts = signer('desk.example/2026a/receipts', ED25519);
const [w1, w2, w3] = [1, 2, 3].map((n) => signer(`witness.example/w${n}`, COSIGNATURE_V1)) as [
  ReturnType<typeof signer>,
  ReturnType<typeof signer>,
  ReturnType<typeof signer>,
];

async function policyOf(text: string): Promise<Policy> {
  const parsed = await parsePolicy(text, crypto);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}
const policyText = `# who is believed
log ${log.vkey}
receipt ${receipts.vkey}
witness press ${w1.vkey}
\twitness uni   ${w2.vkey} https://witness.example/
witness pal ${w3.vkey}
group two 2 press uni pal
quorum two
`;
const tree = new CompactRange(sha256);
const hashes = new Map<string, Uint8Array>();
const rootAt: Uint8Array[] = [];
for (let i = 0; i < 50; i++) {
  rootAt.push(tree.root());
  tree.append(sha256(utf8(String(i))), (height, index, hash) => hashes.set(`${height} ${index}`, hash));
}
const checkpointAt = (size: number): Checkpoint => ({
  origin: log.key.name,
  size,
  root: rootAt[size] ?? new Uint8Array(),
});
const signed = (size: number): string => signCheckpoint(checkpointAt(size), log.key, log.sign);
const text = checkpointText(checkpointAt(9));

describe('signed notes', () => {
  const neumann = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const note =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

  it("read and check the reference note of Go's sumdb/note", async () => {
    const key = await parseVerifierKey(neumann, ED25519, crypto);
    const parsed = parseNote(note);
    expect(key && formatVerifierKey(key)).toBe(neumann);
    expect(parsed && key && (await checkSignature(parsed, key, crypto))).toEqual({ state: 'right' });
    const forged = parseNote(note.replace('answer', 'Answer'));
    expect(forged && key && (await checkSignature(forged, key, crypto))).toEqual({ state: 'wrong' });
  });

  it('read and check the example of c2sp.org/signed-note', async () => {
    const key = await parseVerifierKey(
      'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
      ED25519,
      crypto,
    );
    const parsed = parseNote(
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
    );
    expect(parsed && key && (await checkSignature(parsed, key, crypto))).toEqual({ state: 'right' });
  });

  it.each([
    ['wrong id', neumann.replace('c74f', 'c74e')],
    ['no id', 'PeterNeumann++ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['another type', neumann.replace('+ARpc', '+BBpc')],
    ['a space in the name', neumann.replace('rN', 'r N')],
    ['a short key', neumann.slice(0, -4)],
  ])('refuse a verifier key with %s', async (_name, vkey) => {
    expect(await parseVerifierKey(vkey, ED25519, crypto)).toBeUndefined();
  });

  it.each([
    ['no signature', 'text\n'],
    ['no last newline', note.slice(0, -1)],
    ['CRLF', note.replaceAll('\n', '\r\n')],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['stray base64', note.replace('nAM=', 'nAN=')],
    ['two spaces', note.replace('— P', '—  P')],
    ['a signature too many', `text\n\n${note.slice(note.indexOf('—')).repeat(65)}`],
    ['too long a text', `${'x'.repeat(70_000)}\n\n${note.slice(note.indexOf('—'))}`],
    ['an empty line at the end', `${note}\n`],
  ])('are not read with %s', (_name, bad) => {
    expect(parseNote(bad)).toBeUndefined();
  });
});

describe('checkpoints', () => {
  it.each([
    'desk.example/2026a\n09\n',
    'desk.example/2026a\n9\nAAAA\n',
    `${text}extension\n`,
    text.slice(0, -1),
    `${text}\n`,
    text.replace('9', '-9'),
    text.replace('\n9\n', '\n9007199254740993\n'),
  ])('are not read from %j', (bad) => expect(parseCheckpointText(bad)).toBeUndefined());

  it('are believed with the signature of the log and the quorum of witnesses only', async () => {
    const policy = await policyOf(policyText);
    const cosigned = `${signed(9)}${cosignatureLine(text, w1.key, 1_793_000_000, w1.sign)}${cosignatureLine(text, w3.key, 1_793_000_001, w3.sign)}`;
    expect(await openCheckpoint(cosigned, policy, crypto)).toEqual({
      ok: true,
      text,
      checkpoint: checkpointAt(9),
      cosigners: [
        { name: 'press', seconds: 1_793_000_000 },
        { name: 'pal', seconds: 1_793_000_001 },
      ],
    });
    const other = checkpointText(checkpointAt(10));
    const cases: [string, string][] = [
      ['NO_QUORUM', signed(9)],
      [
        'NO_QUORUM',
        `${signed(9)}${cosignatureLine(text, w1.key, 1, w1.sign)}${cosignatureLine(text, w1.key, 2, w1.sign)}`,
      ],
      ['WRONG_COSIGNATURE', `${cosigned}${cosignatureLine(other, w2.key, 1, w2.sign)}`],
      ['WRONG_COSIGNATURE', `${signed(9)}${cosignatureLine(text, w1.key, 1, w2.sign)}`],
      ['WRONG_SIGNATURE', signCheckpoint(checkpointAt(9), log.key, w1.sign)],
      ['NOT_SIGNED', signCheckpoint(checkpointAt(9), signer(log.key.name, ED25519).key, log.sign)],
      [
        'UNKNOWN_ORIGIN',
        signCheckpoint({ ...checkpointAt(9), origin: 'other.example' }, signer('other.example', ED25519).key, log.sign),
      ],
      ['MALFORMED', signed(9).replace('\n9\n', '\n09\n')],
    ];
    for (const [code, note] of cases)
      expect(await openCheckpoint(note, policy, crypto)).toMatchObject({ ok: false, code });
    const stranger = signer('stranger.example', COSIGNATURE_V1);
    expect(
      await openCheckpoint(`${cosigned}${cosignatureLine(other, stranger.key, 1, stranger.sign)}`, policy, crypto),
    ).toMatchObject({ ok: true });
  });

  it('refuse, with one bit flipped anywhere, or are believed for the same text', async () => {
    const policy = await policyOf(policyText.replace('group two 2', 'group two all'));
    const all = [w1, w2, w3].map((w) => cosignatureLine(text, w.key, 5, w.sign)).join('');
    const bytes = utf8(`${signed(9)}${all}`);
    expect(await openCheckpoint(fromUtf8(bytes) ?? '', policy, crypto)).toMatchObject({ ok: true });
    for (let bit = 0; bit < bytes.length * 8; bit += 3) {
      const flipped = fromUtf8(bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));
      expect(flipped !== undefined && (await openCheckpoint(flipped, policy, crypto)).ok).toBe(false);
    }
  });
});

describe('a checkpoint of a public log', () => {
  const real = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`;
  const keys = `log arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f
witness remora remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2
quorum remora`;
  it('is believed with the real signatures of its log and of a real witness, and not with another size', async () => {
    const policy = await policyOf(keys);
    expect(await openCheckpoint(real, policy, crypto)).toMatchObject({
      ok: true,
      cosigners: [{ name: 'remora', seconds: 0x6a122120 }],
    });
    expect(await openCheckpoint(real.replace('532\n', '533\n'), policy, crypto)).toMatchObject({
      ok: false,
      code: 'WRONG_SIGNATURE',
    });
  });
});

describe('a policy', () => {
  it.each([
    ['no quorum', `log ${log.vkey}`],
    ['no log', 'quorum none'],
    ['two quorums', `log ${log.vkey}\nquorum none\nquorum none`],
    ['an unknown member', `log ${log.vkey}\ngroup g any nobody\nquorum g`],
    ['a member used before its line', `log ${log.vkey}\ngroup g any a\nwitness a ${w1.vkey}\nquorum g`],
    ['a threshold too high', `log ${log.vkey}\nwitness a ${w1.vkey}\ngroup g 2 a\nquorum g`],
    ['a witness counted twice', `log ${log.vkey}\nwitness a ${w1.vkey}\ngroup g any a\ngroup h any a\nquorum g`],
    ['none as member', `log ${log.vkey}\ngroup g any none\nquorum g`],
    ['one key as two witnesses', `log ${log.vkey}\nwitness a ${w1.vkey}\nwitness b ${w1.vkey}\nquorum a`],
    ['a witness with a log key', `log ${log.vkey}\nwitness a ${log.vkey}\nquorum a`],
    ['a log with a witness key', `log ${w1.vkey}\nquorum none`],
    ['an unknown word', `log ${log.vkey}\nquorum none\ntrust me`],
    ['a carriage return', `log ${log.vkey}\r\nquorum none`],
  ])('is refused with %s', async (_name, bad) => {
    expect(await parsePolicy(bad, crypto)).toMatchObject({ ok: false, refusal: { code: 'BAD_POLICY' } });
  });
});

describe('a receipt', () => {
  const receipt: Receipt = {
    origin: log.key.name,
    stream: '00000000-0000-7000-8000-000000000001',
    seq: 3,
    leaf: toHex(sha256(utf8('x'))),
    at: '2026-11-05T10:11:12.345678Z',
    mmd: 60,
  };
  it('is believed under the receipt key of the policy only', async () => {
    const policy = await policyOf(policyText);
    const note = signReceipt(receipt, receipts.key, receipts.sign);
    expect(await openReceipt(note, policy, crypto)).toEqual({ ok: true, value: receipt });
    for (const bad of [
      note.replace(' 3\n', ' 4\n'),
      note.replace('\n60\n', '\n61\n'),
      signReceipt(receipt, receipts.key, log.sign),
      signReceipt(receipt, log.key, log.sign),
      signed(9),
    ]) {
      expect(await openReceipt(bad, policy, crypto)).toMatchObject({ ok: false });
    }
    expect(await openCheckpoint(note, { ...policy, logs: policy.receipts }, crypto)).toMatchObject({ ok: false });
    expect(() => signReceipt({ ...receipt, leaf: 'x\ny' }, receipts.key, receipts.sign)).toThrow(TypeError);
  });

  it('says whether the promise was kept', () => {
    const { leaf } = receipt;
    expect(receiptState(receipt, { leaf, sealed: true }, '2026-11-05T10:11:12.345678Z')).toBe('kept');
    expect(receiptState(receipt, { leaf, sealed: false }, '2026-11-05T10:12:12.345678Z')).toBe('pending');
    expect(receiptState(receipt, { leaf, sealed: false }, '2026-11-05T10:12:12.346678Z')).toBe('not_sealed_in_time');
    expect(receiptState(receipt, { leaf: '0'.repeat(64), sealed: true }, receipt.at)).toBe('entry_changed');
    expect(receiptState(receipt, undefined, receipt.at)).toBe('entry_missing');
  });
});

describe('a witness', () => {
  const request = (from: number, to: number, note = signed(to)): string =>
    formatWitnessRequest({
      oldSize: from,
      note,
      proof:
        from === 0 || from > to
          ? []
          : consistencyProof(
              from,
              to,
              ({ height, index }) => hashes.get(`${height} ${index}`) ?? new Uint8Array(),
              sha256,
            ),
    });
  const decide = async (seen: Checkpoint | undefined, body: string): ReturnType<typeof decideCosigning> =>
    decideCosigning((origin) => (origin === seen?.origin ? seen : undefined), body, await policyOf(policyText), crypto);

  it('cosigns what continues what it saw', async () => {
    expect(await decide(undefined, request(0, 7))).toEqual({
      ok: true,
      checkpoint: checkpointAt(7),
      text: checkpointText(checkpointAt(7)),
    });
    expect(await decide(checkpointAt(7), request(7, 30))).toMatchObject({ ok: true });
    expect(await decide(checkpointAt(7), request(7, 7))).toMatchObject({ ok: true });
    expect(await decide({ ...checkpointAt(0), root: tree.root() }, request(0, 7))).toMatchObject({ ok: true });
  });

  const rewritten = (size: number): string =>
    signCheckpoint({ ...checkpointAt(size), root: sha256(utf8('rewritten')) }, log.key, log.sign);
  it.each<[string, number, Checkpoint | undefined, string]>([
    ['a rollback', 409, checkpointAt(30), request(30, 7).replace('old 30', 'old 7')],
    ['a rollback that names the old size', 400, checkpointAt(30), request(30, 7)],
    ['another old size', 409, checkpointAt(7), request(5, 30)],
    ['forgetting what it saw', 409, checkpointAt(7), request(0, 30)],
    ['a rewritten tree', 422, checkpointAt(7), request(7, 30, rewritten(30))],
    ['a rewritten tree of the same size', 409, checkpointAt(7), request(7, 7, rewritten(7))],
    ['a proof from nothing', 422, undefined, request(7, 30).replace('old 7', 'old 0')],
    ['a proof of zero hashes', 422, checkpointAt(7), request(0, 30).replace('old 0', 'old 7')],
    ['another key', 403, checkpointAt(7), request(7, 30, signCheckpoint(checkpointAt(30), log.key, w1.sign))],
    [
      'another log',
      404,
      checkpointAt(7),
      request(
        7,
        30,
        signCheckpoint(
          { ...checkpointAt(30), origin: 'other.example' },
          signer('other.example', ED25519).key,
          log.sign,
        ),
      ),
    ],
    ['nonsense', 400, checkpointAt(7), 'old 7\nxx\n\n'],
  ])('refuses %s with %d', async (_name, status, seen, body) => {
    expect(await decide(seen, body)).toMatchObject({ ok: false, status });
  });

  it('reads what it is handed as it was written', () => {
    const body = request(7, 30);
    const parsed = parseWitnessRequest(body);
    expect(parsed && formatWitnessRequest(parsed)).toBe(body);
  });
});
