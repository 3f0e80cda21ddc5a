import { bytesEqual, concatBytes, fromBase64, toBase64, utf8 } from '../encoding/bytes.js';
import { type VerifierCrypto } from '../encoding/crypto.js';
import { COSIGNATURE_V1, isKeyName, type NoteKey } from './note-key.js';

/** Caps against notes made to waste time; signed-note asks for at least 16 signatures. */
export const MAX_NOTE_CHARACTERS = 65_536;
export const MAX_SIGNATURES = 64;

/** Signs bytes with one Ed25519 key; handed in, so that this library never holds a private key. */
export type SignEd25519 = (message: Uint8Array) => Uint8Array;

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** The signed text, with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Reads a note of c2sp.org/signed-note; undefined where it is malformed. Nothing is believed yet. */
export function parseNote(note: string): SignedNote | undefined {
  if (note.length > MAX_NOTE_CHARACTERS || /[\x00-\x09\x0b-\x1f]|\p{Surrogate}/u.test(note)) return undefined;
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(blank + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignatureLine);
  return signatures.every((signature) => signature !== undefined)
    ? { text: note.slice(0, blank + 1), signatures }
    : undefined;
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name = '', encoded = '', ...more] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || more.length > 0 || !isKeyName(name) || bytes === undefined || bytes.length < 5) return undefined;
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

function signatureLine(key: NoteKey, signature: Uint8Array): string {
  return `— ${key.name} ${toBase64(concatBytes(key.id, signature))}\n`;
}

/** A note with one Ed25519 signature. The text ends in a newline. */
export function signNote(text: string, key: NoteKey, sign: SignEd25519): string {
  if (!text.endsWith('\n') || text.length < 2) throw new TypeError('The text of a note ends in a newline');
  return `${text}\n${signatureLine(key, sign(utf8(text)))}`;
}

/** A witness's signature line of c2sp.org/tlog-cosignature, to be put at the end of the note. `seconds` is POSIX time. */
export function cosignatureLine(text: string, key: NoteKey, seconds: number, sign: SignEd25519): string {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
  return signatureLine(key, concatBytes(time, sign(cosignedMessage(text, BigInt(seconds)))));
}

function cosignedMessage(text: string, seconds: bigint): Uint8Array {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}

/** What a key's lines in a note say: none of them, a wrong one, or a right one (for a witness: its time in POSIX seconds). */
export type SignatureCheck =
  { readonly state: 'absent' } | { readonly state: 'wrong' } | { readonly state: 'right'; readonly seconds?: number };

/**
 * Checks what one known key signed. A line is the key's if name and id both match; lines of others are ignored, but one
 * wrong line of a known key spoils the note (signed-note, "Signatures").
 */
export async function checkSignature(
  note: SignedNote,
  key: NoteKey,
  crypto: Pick<VerifierCrypto, 'verifyEd25519'>,
): Promise<SignatureCheck> {
  let result: SignatureCheck = { state: 'absent' };
  for (const line of note.signatures) {
    if (line.name !== key.name || !bytesEqual(line.keyId, key.id)) continue;
    const check =
      key.type === COSIGNATURE_V1
        ? await checkCosignature(note.text, line, key, crypto)
        : await checkPlain(note.text, line, key, crypto);
    if (check.state === 'wrong') return check;
    if (result.state !== 'right' || (check.state === 'right' && (check.seconds ?? 0) > (result.seconds ?? 0)))
      result = check;
  }
  return result;
}

async function checkPlain(
  text: string,
  line: NoteSignature,
  key: NoteKey,
  crypto: Pick<VerifierCrypto, 'verifyEd25519'>,
): Promise<SignatureCheck> {
  return (await crypto.verifyEd25519(key.publicKey, utf8(text), line.signature))
    ? { state: 'right' }
    : { state: 'wrong' };
}

async function checkCosignature(
  text: string,
  line: NoteSignature,
  key: NoteKey,
  crypto: Pick<VerifierCrypto, 'verifyEd25519'>,
): Promise<SignatureCheck> {
  if (line.signature.length !== 72) return { state: 'wrong' };
  const seconds = new DataView(line.signature.buffer, line.signature.byteOffset).getBigUint64(0);
  // Far beyond any year a Date can hold; tlog-cosignature allows up to 2^63 − 1.
  if (seconds > 8_640_000_000_000n) return { state: 'wrong' };
  const right = await crypto.verifyEd25519(key.publicKey, cosignedMessage(text, seconds), line.signature.slice(8));
  return right ? { state: 'right', seconds: Number(seconds) } : { state: 'wrong' };
}
