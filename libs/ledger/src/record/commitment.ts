import { bytesEqual, toHex } from '../encoding/bytes.js';
import { canonicalBytes, type JsonValue } from '../encoding/canonical-json.js';
import { type HmacSha256, type VerifierCrypto } from '../encoding/crypto.js';

export const COMMITMENT_KEY_BYTES = 32;

/** A keyed commitment and the bytes for the vault. `commit` goes into the entry as hexadecimal, key and value into ledger.payload. */
export interface Commitment {
  readonly commit: Uint8Array;
  readonly commitHex: string;
  readonly key: Uint8Array;
  /** The canonical bytes of the value. */
  readonly value: Uint8Array;
}

/**
 * commit = HMAC-SHA-256(key, JCS(value)). The key is 32 fresh random bytes for each field: with the key erased, even a
 * short text cannot be found by trying (integrity report §2.3, after RFC 9901).
 */
export function commitTo(value: JsonValue, key: Uint8Array, hmacSha256: HmacSha256): Commitment {
  if (key.length !== COMMITMENT_KEY_BYTES) throw new TypeError(`A commitment's key has ${COMMITMENT_KEY_BYTES} bytes`);
  const bytes = canonicalBytes(value);
  const commit = hmacSha256(key, bytes);
  return { commit, commitHex: toHex(commit), key, value: bytes };
}

/** Whether key and value open a commitment. */
export async function opensCommitment(
  commit: Uint8Array,
  key: Uint8Array,
  value: JsonValue,
  crypto: Pick<VerifierCrypto, 'hmacSha256'>,
): Promise<boolean> {
  return key.length === COMMITMENT_KEY_BYTES && bytesEqual(await crypto.hmacSha256(key, canonicalBytes(value)), commit);
}
