import { bytesEqual, concatBytes, fromBase64, fromHex, toBase64, toHex, utf8 } from '../encoding/bytes.js';
import { type Sha256, type VerifierCrypto } from '../encoding/crypto.js';

/** Signature types of c2sp.org/signed-note: a log's own signature, and a witness's timestamped cosignature. */
export const ED25519 = 0x01;
export const COSIGNATURE_V1 = 0x04;
export type SignatureType = typeof ED25519 | typeof COSIGNATURE_V1;

/** A public key with the name it signs under. */
export interface NoteKey {
  readonly name: string;
  readonly type: SignatureType;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** First four bytes of SHA-256(name ‖ "\n" ‖ type ‖ public key): a hint which key it was, not a proof. */
  readonly id: Uint8Array;
}

/** A key's name: not empty, without spaces (of any alphabet), control characters and plus. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.length <= 255 && !/[\s\p{Z}\p{C}+]/u.test(name);
}

function idPreimage(name: string, type: SignatureType, publicKey: Uint8Array): Uint8Array {
  return concatBytes(utf8(`${name}\n`), Uint8Array.of(type), publicKey);
}

/** @throws TypeError for a name or key of the wrong form: a bug of the caller. */
export function noteKey(name: string, type: SignatureType, publicKey: Uint8Array, sha256: Sha256): NoteKey {
  if (!isKeyName(name) || publicKey.length !== 32)
    throw new TypeError('A note key has a name without spaces or plus and 32 bytes');
  return { name, type, publicKey, id: sha256(idPreimage(name, type, publicKey)).slice(0, 4) };
}

/** Verifier key of signed-note: `<name>+<id, 8 hexadecimal digits>+<base64 of type and key>`. */
export function formatVerifierKey(key: NoteKey): string {
  return `${key.name}+${toHex(key.id)}+${toBase64(concatBytes(Uint8Array.of(key.type), key.publicKey))}`;
}

/** Reads a verifier key of one of the wanted type; undefined unless it is well formed and its id is right. */
export async function parseVerifierKey(
  text: string,
  type: SignatureType,
  crypto: Pick<VerifierCrypto, 'sha256'>,
): Promise<NoteKey | undefined> {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  const [, name = '', id = '', encoded = ''] = parts ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== type) return undefined;
  const publicKey = bytes.slice(1);
  const expected = (await crypto.sha256(idPreimage(name, type, publicKey))).slice(0, 4);
  return bytesEqual(expected, fromHex(id) ?? new Uint8Array()) ? { name, type, publicKey, id: expected } : undefined;
}
