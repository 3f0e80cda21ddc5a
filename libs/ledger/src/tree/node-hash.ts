import { concatBytes } from '../encoding/bytes.js';
import { type Sha256 } from '../encoding/crypto.js';

export const HASH_BYTES = 32;
const NODE_PREFIX = Uint8Array.of(1);

/** What an inner node hashes: 0x01 ‖ left ‖ right (RFC 6962 §2.1). */
export function nodePreimage(left: Uint8Array, right: Uint8Array): Uint8Array {
  return concatBytes(NODE_PREFIX, left, right);
}

export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(nodePreimage(left, right));
}

/** Root of the tree without leaves. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array());
}
