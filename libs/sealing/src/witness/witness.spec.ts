import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  checkSignature,
  CompactRange,
  consistencyProof,
  ED25519,
  formatWitnessRequest,
  parseNote,
  parseVerifierKey,
  COSIGNATURE_V1,
  signCheckpoint,
} from '@proofdesk/ledger';
import fc from 'fast-check';
import { crypto, sha256 } from '../crypto.js';
import { openSigningKey } from '../keys/signing-key.js';
import { failingDisk } from '../testing/faults.js';
import { pinLogs } from './pinned-logs.js';
import { answerMail, WitnessMail } from './witness-mail.js';
import { Witness } from './witness.js';

const ORIGIN = 'desk.example/1';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofdesk-witness-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A log of leaves that differ from `fork` on: what a log that shows two faces would sign. */
function logOf(seed: string, fork = Number.POSITIVE_INFINITY) {
  const leaf = (i: number): Uint8Array => sha256(Buffer.from(i < fork ? `leaf ${i}` : `${seed} ${i}`));
  const subtrees = new Map<string, Uint8Array>();
  const tree = new CompactRange(sha256);
  for (let i = 0; i < 40; i++) tree.append(leaf(i), (height, index, hash) => subtrees.set(`${height} ${index}`, hash));
  const signer = openSigningKey(join(folder, 'log'), 'log-1', ORIGIN, ED25519);
  const request = (since: number, size: number): string => {
    const part = new CompactRange(sha256);
    for (let i = 0; i < size; i++) part.append(leaf(i));
    const hashes = ({ height, index }: { height: number; index: number }): Uint8Array =>
      subtrees.get(`${height} ${index}`) ?? new Uint8Array();
    const note = signCheckpoint({ origin: ORIGIN, size, root: part.root() }, signer.key, signer.sign);
    const proof = since === 0 ? [] : consistencyProof(since, size, hashes, sha256);
    return formatWitnessRequest({ oldSize: since, proof, note });
  };
  return { request, logs: [signer.key] };
}

const open = (at = 'witness'): Witness => Witness.open(join(folder, at), 'club.example/w', () => 1_793_000_000_000);

describe('a witness', () => {
  it('cosigns what continues what it saw, and its line verifies under its key', async () => {
    const log = logOf('a');
    expect(await open().cosign(log.request(0, 7), log)).toMatchObject({ ok: true });
    // A new process: what was seen is on the disk.
    const cosigned = await open().cosign(log.request(7, 20), log);
    if (!cosigned.ok) throw new Error(cosigned.message);
    const key = await parseVerifierKey(open().vkey, COSIGNATURE_V1, crypto);
    const note = parseNote(log.request(0, 20).slice('old 0\n\n'.length) + cosigned.line);
    if (key === undefined || note === undefined) throw new Error('malformed');
    expect(await checkSignature(note, key, crypto)).toEqual({ state: 'right', seconds: 1_793_000_000 });
    expect(parseNote(cosigned.note)?.signatures).toHaveLength(1);
  });

  it('refuses a smaller tree, another tree of the same size, a fork, a stranger, and a size it did not see', async () => {
    const [log, fork] = [logOf('a'), logOf('b', 10)];
    const witness = open();
    await witness.cosign(log.request(0, 20), log);
    expect(await witness.cosign(log.request(0, 12), log)).toMatchObject({ ok: false, status: 409, seen: 20 });
    expect(await witness.cosign(fork.request(20, 20), log)).toMatchObject({ ok: false, status: 409 });
    expect(await witness.cosign(fork.request(20, 30), log)).toMatchObject({ ok: false, status: 422 });
    expect(await witness.cosign(log.request(19, 30), log)).toMatchObject({ ok: false, status: 409, seen: 20 });
    expect(await witness.cosign(log.request(20, 30), { logs: [] })).toMatchObject({ ok: false, status: 404 });
    expect(await witness.cosign('old 20\n\nnonsense', log)).toMatchObject({ ok: false, status: 400 });
    expect(await witness.cosign(log.request(20, 30), log)).toMatchObject({ ok: true });
  });

  it('signs nothing that is not on its disk first', async () => {
    const log = logOf('a');
    await open().cosign(log.request(0, 5), log);
    for (let n = 1; ; n++) {
      expect(n).toBeLessThan(30);
      const { on, operations } = failingDisk(n, 'ENOSPC');
      const witness = Witness.open(join(folder, 'witness'), 'club.example/w', Date.now, on);
      const before = operations();
      const signed = await witness.cosign(log.request(5, 9), log).then(
        ({ ok }) => ok,
        () => false,
      );
      if (operations() < n) {
        expect(signed).toBe(true);
        expect(operations() - before).toBeGreaterThanOrEqual(5);
        break;
      }
      expect(signed).toBe(false);
      // Whether it was stored is not known then; what was seen before is.
      rmSync(join(folder, 'witness'), { recursive: true });
      await open().cosign(log.request(0, 5), log);
    }
  });

  it('never goes back, however requests of several processes interleave', async () => {
    const log = logOf('a');
    const requests = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }), fc.nat(2)), { maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(requests, async (asked) => {
        const place = mkdtempSync(join(folder, 'race-'));
        const witnesses = [0, 1, 2].map(() => Witness.open(place, 'club.example/w'));
        const sizes: number[] = [];
        await Promise.all(
          asked.map(async ([since, size, who]) => {
            const request = log.request(Math.min(since, size), size);
            const cosigned = await witnesses[who]?.cosign(request, log);
            if (cosigned?.ok === true) sizes.push(size);
          }),
        );
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('signs nothing when what it has seen is damaged', async () => {
    const log = logOf('a');
    await open().cosign(log.request(0, 5), log);
    const [seen = ''] = readdirSync(join(folder, 'witness')).filter((file) => file.startsWith('seen.'));
    writeFileSync(join(folder, 'witness', seen), 'proofdesk.witness/1\ndesk.example/1 5 xx\n');
    await expect(open().cosign(log.request(0, 5), log)).rejects.toThrow('cannot be read');
  });
});

describe('the mail between sealer and witness', () => {
  it('carries a request one way and the line, or the size that was seen, the other', async () => {
    const log = logOf('a');
    const mail = new WitnessMail(join(folder, 'mail'));
    expect(await answerMail(mail, open(), log, undefined)).toBeUndefined();
    mail.sendRequest(log.request(0, 4));
    const first = await answerMail(mail, open(), log, undefined);
    expect(mail.readAnswer()).toMatchObject({
      status: 200,
      seen: 4,
      body: expect.stringMatching(/^— club\.example\/w /),
    });
    expect(await answerMail(mail, open(), log, first?.request)).toBeUndefined();
    mail.sendRequest(log.request(0, 9));
    await answerMail(mail, open(), log, first?.request);
    expect(mail.readAnswer()).toMatchObject({ status: 409, seen: 4 });
  });
});

describe('pinned logs', () => {
  it('keep the first key of an origin, and take over new origins', async () => {
    const [one, two] = ['one', 'two'].map((file) => openSigningKey(join(folder, 'k'), file, ORIGIN, ED25519).key);
    const next = openSigningKey(join(folder, 'k'), 'next', 'desk.example/2', ED25519).key;
    if (one === undefined || two === undefined) throw new Error('no keys');
    const place = join(folder, 'pins');
    expect((await pinLogs(place, [])).logs).toEqual([]);
    expect((await pinLogs(place, [one])).logs).toEqual([one]);
    expect((await pinLogs(place, [two, next])).logs).toEqual([one, next]);
    expect((await pinLogs(place, [])).logs).toEqual([one, next]);
  });
});
