import { fromBase64, fromHex, toBase64, toHex, utf8 } from '../encoding/bytes.js';
import { type JsonValue } from '../encoding/canonical-json.js';
import { type BundledEntry } from '../proof/bundle.js';
import { leafHash } from '../record/entry-bytes.js';
import { type LedgerEntry } from '../record/entry.js';
import { type Random } from './random.js';
import { sampleCrypto, sampleStranger } from './sample-keys.js';
import { type BundleParts } from './sample-log.js';
import { cosignatureLine, parseNote } from '../note/signed-note.js';

type Mutable<T> = T extends readonly (infer E)[]
  ? Mutable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;
export type Draft = Mutable<BundleParts>;
type Forgery = (bundle: Draft, random: Random) => void;

const someEntry = (bundle: Draft, random: Random): Mutable<BundledEntry> =>
  random.pick(random.pick(bundle.streams).entries);
const flipHex = (hex: string, random: Random): string => toHex(flipBit(fromHex(hex) ?? new Uint8Array(), random));
const flipBase64 = (text: string, random: Random): string =>
  toBase64(flipBit(fromBase64(text) ?? new Uint8Array(), random));

function flipBit(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  const bit = 1 << random.below(8);
  return bytes.map((byte, i) => (i === at ? byte ^ bit : byte));
}

/** Another value in the place of one, of the same kind where it can be. */
function altered(value: JsonValue, random: Random): JsonValue {
  if (typeof value === 'string') {
    const at = random.below(value.length + 1);
    return /^[0-9a-f-]+$/.test(value) && value.length > 8
      ? value.replace(/[0-9a-f]/, (digit) => ((Number.parseInt(digit, 16) + 1 + random.below(15)) % 16).toString(16))
      : `${value.slice(0, at)}x${value.slice(at)}`;
  }
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 0;
  const keys = Object.keys(value);
  if (keys.length === 0) return 0;
  const key = random.pick(keys);
  const copy = (Array.isArray(value) ? [...(value as readonly JsonValue[])] : { ...value }) as Record<
    string,
    JsonValue
  >;
  copy[key] = altered(copy[key] ?? null, random);
  return copy;
}

/** One body altered; with `rechain`, every later entry of its stream made to follow, as a careful forger would. */
function alterBody(bundle: Draft, random: Random, rechain: boolean): void {
  const { entries } = random.pick(bundle.streams);
  const at = random.below(entries.length);
  let prev: string | undefined;
  for (const [i, entry] of entries.entries()) {
    if (i < at || (i > at && !rechain)) continue;
    const doc = JSON.parse(entry.body) as LedgerEntry & { prev: string };
    // Keys are in canonical order already, and stay there when values are replaced.
    const forged =
      i === at
        ? (altered(doc as unknown as JsonValue, random) as unknown as LedgerEntry)
        : { ...doc, prev: prev ?? doc.prev };
    entry.body = JSON.stringify(forged);
    prev = toHex(leafHash(utf8(entry.body), sampleCrypto.sha256));
  }
}

function withNote(bundle: Draft, change: (lines: string[]) => void): void {
  const [text = '', signatures = ''] = bundle.checkpoint.split('\n\n');
  const lines = [...text.split('\n'), ...signatures.trimEnd().split('\n')];
  change(lines);
  bundle.checkpoint = `${lines.slice(0, 3).join('\n')}\n\n${lines.slice(3).join('\n')}\n`;
}

const editStatement =
  (change: (s: NonNullable<Draft['statement']>, random: Random) => void): Forgery =>
  (bundle, random) => {
    if (bundle.statement !== null) change(bundle.statement, random);
  };
const editDisclosure =
  (change: (d: Draft['disclosures'][number], random: Random) => void): Forgery =>
  (bundle, random) => {
    if (bundle.disclosures.length > 0) change(random.pick(bundle.disclosures), random);
  };

/** Ways to forge a bundle whose form and `check` are right: all of them must be refused by what follows. */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
  'body altered': (b, r) => alterBody(b, r, false),
  'body altered, stream rechained': (b, r) => alterBody(b, r, true),
  'body with a space': (b, r) => void (someEntry(b, r).body += ' '),
  'index moved': (b, r) => void (someEntry(b, r).index += 1 + r.below(3)),
  'index doubled': (b, r) => {
    const e = someEntry(b, r);
    e.index = e.index === 0 ? 7 : e.index * 2;
  },
  'proof bit flipped': (b, r) => {
    const { proof } = someEntry(b, r);
    const i = r.below(proof.length);
    proof[i] = flipBase64(proof[i] ?? '', r);
  },
  'proof shortened': (b, r) => void someEntry(b, r).proof.pop(),
  'proof lengthened': (b, r) => {
    const { proof } = someEntry(b, r);
    proof.push(proof[0] ?? '');
  },
  'proof reversed': (b, r) => {
    const e = someEntry(b, r);
    e.proof = e.proof.length > 1 && e.proof[0] !== e.proof.at(-1) ? [...e.proof].reverse() : [];
  },
  'proof emptied': (b, r) => void (someEntry(b, r).proof = []),
  'first entry dropped': (b, r) => void r.pick(b.streams).entries.shift(),
  'middle entry dropped': (b) => void b.streams[0]?.entries.splice(1, 1),
  'entry doubled': (b, r) => {
    const { entries } = r.pick(b.streams);
    const i = r.below(entries.length);
    const e = entries[i];
    if (e !== undefined) entries.splice(i, 0, { ...e, proof: [...e.proof] });
  },
  'entries swapped': (b) => void b.streams.forEach(({ entries }) => entries.reverse()),
  'stream renamed': (b, r) => {
    const s = r.pick(b.streams);
    s.stream = altered(s.stream, r) as string;
  },
  'role stream dropped': (b) => void b.streams.splice(1),
  'role stream put first': (b) => void b.streams.reverse(),
  'stream doubled': (b) => void b.streams.push(...b.streams.slice(0, 1)),
  'tree size changed': (b, r) => withNote(b, (l) => void (l[1] = String(Number(l[1]) + r.pick([1, -1, 100])))),
  'root bit flipped': (b, r) => withNote(b, (l) => void (l[2] = flipBase64(l[2] ?? '', r))),
  'origin changed': (b) => withNote(b, (l) => void (l[0] += 'x')),
  'extension line': (b) => withNote(b, (l) => void (l[2] += '\nextra')),
  'signature line dropped': (b, r) => withNote(b, (l) => void l.splice(3 + r.below(3), 1)),
  'signature bit flipped': (b, r) =>
    withNote(b, (l) => {
      const i = 3 + r.below(3);
      const [dash, name, sig = ''] = (l[i] ?? '').split(' ');
      l[i] = `${dash} ${name} ${flipBase64(sig, r)}`;
    }),
  'signature of a stranger in the place of a witness': (b) =>
    withNote(b, (l) => {
      const note = parseNote(b.checkpoint);
      l[5] = cosignatureLine(note?.text ?? '\n', sampleStranger.key, 1, sampleStranger.sign).trimEnd();
    }),
  'statement altered': editStatement((s, r) => void (s.value = altered(s.value as JsonValue, r) as typeof s.value)),
  'statement key flipped': editStatement((s, r) => void (s.key = flipHex(s.key, r))),
  'statement of another entry': editStatement((s, r) => void (s.seq += r.pick([1, -1]))),
  'disclosure altered': editDisclosure((d, r) => void (d.value = altered(d.value as JsonValue, r) as typeof d.value)),
  'disclosure key flipped': editDisclosure((d, r) => void (d.key = flipHex(d.key, r))),
  'disclosure of another entry': editDisclosure((d) => void (d.seq += 1)),
  'disclosure of another name': editDisclosure((d) => void (d.name = 'constructor')),
  'disclosure of a stream not there': editDisclosure((d, r) => void (d.stream = altered(d.stream, r) as string)),
  'disclosure doubled': (b, r) => {
    if (b.disclosures.length > 0) b.disclosures.push({ ...r.pick(b.disclosures) });
  },
};

/** A forged copy of a bundle that differs from it. */
export function forge(parts: BundleParts, random: Random): { name: string; parts: BundleParts } {
  const name = random.pick(Object.keys(FORGERIES));
  const draft = structuredClone(parts) as Draft;
  FORGERIES[name]?.(draft, random);
  return JSON.stringify(draft) === JSON.stringify(parts) ? forge(parts, random) : { name, parts: draft as BundleParts };
}
