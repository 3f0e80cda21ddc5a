import { concatBytes, fromBase64, fromHex, toHex, utf8 } from '../encoding/bytes.js';
import { canonicalBytes, type JsonValue, parseCanonical } from '../encoding/canonical-json.js';
import { type Sha256, type VerifierCrypto } from '../encoding/crypto.js';
import { type Check, hash, listOf, matches, oneOf, record, uuid, wholeNumber } from '../encoding/shape.js';
import { MAX_NOTE_CHARACTERS } from '../note/signed-note.js';
import { MAX_ENTRY_BYTES } from '../record/entry-bytes.js';
import { MAX_SEQ } from '../record/entry-shape.js';

export const MAX_BUNDLE_BYTES = 16 * 1024 * 1024;
const MAX_STREAMS = 64;
const MAX_ENTRIES = 5_000;

export interface BundledEntry {
  /** The entry's exact bytes as text. */
  readonly body: string;
  /** Its place in the tree. */
  readonly index: number;
  /** Inclusion proof in the tree of the checkpoint, base64, leaf upwards. */
  readonly proof: readonly string[];
}

export interface BundledStream {
  readonly stream: string;
  readonly entries: readonly BundledEntry[];
}

/** The value behind one commitment: entry (stream, seq), its name in `commits`, key in hexadecimal, the value. */
export interface Disclosure {
  readonly stream: string;
  readonly seq: number;
  readonly name: string;
  readonly key: string;
  readonly value: JsonValue;
}

/** A proof bundle, format proofdesk.proof/1. */
export interface ProofBundle {
  readonly schema: 'proofdesk.proof/1';
  /** Signed note with the cosignatures. */
  readonly checkpoint: string;
  /** The assertion's history first, then the streams of the persons who acted in it. Each from seq 1. */
  readonly streams: readonly BundledStream[];
  /** What was published: opens `commits.statement` of the entry of that seq in the first stream. Null where nothing was. */
  readonly statement: { readonly seq: number; readonly key: string; readonly value: JsonValue } | null;
  readonly disclosures: readonly Disclosure[];
  /** SHA-256 in hexadecimal of the canonical bytes of the bundle without this field: finds damage, proves nothing. */
  readonly check: string;
}

const text =
  (max: number): Check =>
  (value, path) =>
    typeof value === 'string' && value.length <= max ? undefined : `${path}: not a text of at most ${max} characters`;
const anything: Check = () => undefined;
const seq = wholeNumber(1, MAX_SEQ);
const name = matches(/^[a-z][a-zA-Z0-9]{0,39}$/, 'a name');
const entry = record({
  body: text(MAX_ENTRY_BYTES),
  index: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  proof: listOf(matches(/^[A-Za-z0-9+/]{43}=$/, 'a hash in base64'), 64),
});
const shape = record({
  schema: oneOf(['proofdesk.proof/1']),
  checkpoint: text(MAX_NOTE_CHARACTERS),
  streams: listOf(record({ stream: uuid, entries: listOf(entry, MAX_ENTRIES) }), MAX_STREAMS),
  statement: (value, path) => (value === null ? undefined : record({ seq, key: hash, value: anything })(value, path)),
  disclosures: listOf(record({ stream: uuid, seq, name, key: hash, value: anything }), 1_000),
  check: hash,
});

/** The file of a bundle. `check` is computed here. */
export function encodeBundle(bundle: Omit<ProofBundle, 'check' | 'schema'>, sha256: Sha256): Uint8Array {
  const unchecked = { ...bundle, schema: 'proofdesk.proof/1' };
  const check = toHex(sha256(canonicalBytes(unchecked as unknown as JsonValue)));
  return canonicalBytes({ ...unchecked, check } as unknown as JsonValue);
}

export type ParsedBundle =
  | { readonly ok: true; readonly value: ProofBundle }
  | { readonly ok: false; readonly step: 1 | 2; readonly message: string };

/** Steps 1 and 2 of verification: caps on size, then strict reading. Nothing is believed yet. */
export async function parseBundle(bytes: Uint8Array, crypto: Pick<VerifierCrypto, 'sha256'>): Promise<ParsedBundle> {
  if (bytes.length > MAX_BUNDLE_BYTES) return { ok: false, step: 1, message: `larger than ${MAX_BUNDLE_BYTES} bytes` };
  const parsed = parseCanonical(bytes, MAX_BUNDLE_BYTES);
  if (!parsed.ok) return { ok: false, step: 2, message: parsed.message };
  const fault = shape(parsed.value, '$') ?? countFault(parsed.value as unknown as ProofBundle);
  if (fault !== undefined) return { ok: false, step: 2, message: fault };
  const { check } = parsed.value as unknown as ProofBundle;
  if (toHex(await crypto.sha256(withoutCheck(bytes))) !== check) {
    return { ok: false, step: 2, message: '$.check: the file is damaged' };
  }
  return { ok: true, value: parsed.value as unknown as ProofBundle };
}

/** `check` sorts before all other keys, so the canonical bytes without it are the rest of the file after a brace. */
function withoutCheck(bytes: Uint8Array): Uint8Array {
  return concatBytes(utf8('{'), bytes.subarray('{"check":"",'.length + 64));
}

function countFault({ streams }: ProofBundle): string | undefined {
  if (streams.length === 0 || streams.some(({ entries }) => entries.length === 0))
    return '$.streams: a stream without entries, or none at all';
  if (streams.reduce((sum, { entries }) => sum + entries.length, 0) > MAX_ENTRIES)
    return `$.streams: more than ${MAX_ENTRIES} entries`;
  if (new Set(streams.map(({ stream }) => stream)).size !== streams.length) return '$.streams: a stream twice';
  return streams.every(({ entries }) => entries.every(({ proof }) => proof.every((h) => fromBase64(h) !== undefined)))
    ? undefined
    : '$.streams: stray bits in base64';
}

/** Bytes of text that parsing has shown to be hexadecimal or base64. */
export const hexBytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
export const base64Bytes = (base64: string): Uint8Array => fromBase64(base64) ?? new Uint8Array();
