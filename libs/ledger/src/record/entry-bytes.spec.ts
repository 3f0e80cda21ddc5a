import { createHash, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fromUtf8, toHex, utf8 } from '../encoding/bytes.js';
import { commitTo, opensCommitment } from './commitment.js';
import { decodeEntry, encodeEntry, leafHash } from './entry-bytes.js';
import { entryFault } from './entry-shape.js';
import { entryAfter, type LedgerEntry, NO_ENTRY } from './entry.js';
import { formatStreamETag, matchesHead, parseStreamETag } from './stream-etag.js';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const h = (n: number): string => String(n).padStart(64, '0');

const person = {
  kind: 'person',
  id: id(1),
  person: id(2),
  role: 'editor',
  session: '0123456789abcdef',
  stepup: true,
} as const;
const entry: LedgerEntry = entryAfter(
  { stream: id(9), seq: 6, head: h(6), at: '2026-11-05T10:11:12.345678Z' },
  {
    origin: 'proofdesk.example.org/2026a',
    id: id(3),
    type: 'verdict.approved',
    actor: person,
    subject: { verdict: id(4), version: 1, wordsSha256: h(5) },
    data: { rating: 'mostly-false', confidence: 9300 },
    commits: { reason: h(7) },
    evidence: [{ id: id(5), sha256: h(8) }],
    refs: [{ stream: id(2), seq: 2, leaf: h(9) }],
    policy: h(1),
    idem: h(2),
    sw: '0.1.0+abc',
  },
);

describe('a ledger entry', () => {
  it('comes back as it went in, whatever the order of its keys', () => {
    const bytes = encodeEntry(entry);
    expect(decodeEntry(bytes)).toEqual({ ok: true, value: entry });
    expect(encodeEntry(Object.fromEntries(Object.entries(entry).reverse()) as unknown as LedgerEntry)).toEqual(bytes);
    expect(toHex(leafHash(bytes, sha256))).toBe(createHash('sha256').update('\0').update(bytes).digest('hex'));
  });

  const wrong: [string, object][] = [
    ['an unknown part', { note: 'x' }],
    ['undefined', { idem: undefined }],
    ['another version', { v: 2 }],
    ['an unknown type', { type: 'verdict.changed' }],
    ['a capital in a UUID', { id: id(3).replace('7', 'A') }],
    ['seq 0', { seq: 0 }],
    ['a first entry with a predecessor', { seq: 1 }],
    ['a later entry without one', { prev: NO_ENTRY }],
    ['milliseconds', { at: '2026-11-05T10:11:12.345Z' }],
    ['another zone', { at: '2026-11-05T10:11:12.345678+01:00' }],
    ['a day that is not', { at: '2026-02-30T10:11:12.345678Z' }],
    ['free text in data', { data: { reason: 'He did it.' } }],
    ['an e-mail address', { data: { who: 'a@example.org' } }],
    ['free text deep in data', { data: { a: { b: ['x y'] } } }],
    ['a fraction', { data: { confidence: 0.93 } }],
    ['a commitment that is no hash', { commits: { reason: 'abc' } }],
    ['a short hash', { policy: 'ab' }],
    ['a lease token as number', { lease: { token: 42 } }],
    ['two references to the same role stream', { refs: [...(entry.refs ?? []), ...(entry.refs ?? [])] }],
    ['a verdict without a role reference', { refs: [] }],
    ['a verdict by the system', { actor: { kind: 'system', id: 'worker' } }],
    ['a verdict without version', { subject: { verdict: id(4) } }],
    ['an actor of another kind', { actor: { ...person, kind: 'constructor' } }],
    ['a person without person', { actor: { kind: 'person', id: id(1), role: 'editor' } }],
    ['a role without role', { type: 'role.granted', subject: { person: id(9) } }],
    [
      'a role in a stranger\u2019s stream',
      { type: 'role.granted', subject: { person: id(8) }, data: { role: 'editor' } },
    ],
    ['an undo of the future', { type: 'decision.undone', data: { undoes: 7 } }],
    ['an erasure of nothing', { type: 'payload.erased' }],
    ['evidence that is none', { type: 'evidence.attached', evidence: [] }],
  ];
  it.each(wrong)('is not one with %s', (_name, change) => {
    const bad = { ...entry, ...change } as LedgerEntry;
    expect(entryFault(bad)).toEqual(expect.any(String));
    expect(() => encodeEntry(bad)).toThrow(TypeError);
  });

  it('is not one when it is too large', () => {
    const data = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, Array(3).fill('x'.repeat(100))]));
    expect(() => encodeEntry({ ...entry, data })).toThrow(/more than 16384/);
  });

  it('is refused when any one of its bytes is missing, doubled or set to a space', () => {
    const bytes = encodeEntry(entry);
    const text = fromUtf8(bytes) ?? '';
    for (let i = 0; i < text.length; i++) {
      expect(decodeEntry(utf8(`${text.slice(0, i)} ${text.slice(i + 1)}`))).toMatchObject({ ok: false });
      if (i > 0 && '{}[],:"'.includes(text[i] ?? '')) {
        expect(decodeEntry(utf8(text.slice(0, i) + text.slice(i + 1)))).toMatchObject({ ok: false });
      }
    }
    expect(decodeEntry(utf8(`${text} `))).toMatchObject({ ok: false });
  });
});

describe('the tag of a stream', () => {
  it('names seq and head', () => {
    const leaf = toHex(sha256(utf8('x')));
    const tag = formatStreamETag(7, leaf);
    expect(tag).toBe(`"7-${leaf.slice(0, 16)}"`);
    expect(parseStreamETag(tag)).toEqual({ seq: 7, leaf16: leaf.slice(0, 16) });
    expect(matchesHead({ seq: 7, leaf16: leaf.slice(0, 16) }, { seq: 7, head: leaf })).toBe(true);
    expect(matchesHead({ seq: 8, leaf16: leaf.slice(0, 16) }, { seq: 7, head: leaf })).toBe(false);
  });

  it.each([
    '*',
    'W/"7-0123456789abcdef"',
    '"7-0123456789abcde"',
    '"07-0123456789abcdef"',
    '7-0123456789abcdef',
    '"1-0123456789abcdef","2-0123456789abcdef"',
    '"9999999999-0123456789abcdef"',
  ])('is not read from %s', (text) => expect(parseStreamETag(text)).toBeUndefined());
});

describe('a commitment', () => {
  const hmacSha256 = (key: Uint8Array, bytes: Uint8Array): Uint8Array =>
    createHmac('sha256', key).update(bytes).digest();

  it('opens with its key and value only, and a short text cannot be guessed without the key', async () => {
    const key = new Uint8Array(randomBytes(32));
    const { commit } = commitTo('no', key, hmacSha256);
    expect(await opensCommitment(commit, key, 'no', { hmacSha256 })).toBe(true);
    expect(await opensCommitment(commit, key, 'yes', { hmacSha256 })).toBe(false);
    expect(await opensCommitment(commit, new Uint8Array(32), 'no', { hmacSha256 })).toBe(false);
    for (const guess of ['no', 'yes', 'maybe']) expect(commit).not.toEqual(sha256(utf8(JSON.stringify(guess))));
    expect(() => commitTo('no', key.slice(1), hmacSha256)).toThrow(TypeError);
  });
});
