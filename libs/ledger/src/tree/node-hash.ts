import { concatBytes } from '../encoding/bytes.js';
import { type Sha256 } from '../encoding/crypto.js';

export const HASH_BYTES = 32;
const NODE_PREFIX = Uint8Array.of(1);

/** What an inner node hashes: 0x01 ‖ left ‖ right (RFC 6962 §2.1). */
export function nodePreimage(left: Uint8Array, right: Uint8Array): Uint8Array {
  return concatBytes(NODE_PREFIX, left, right);
}

// Hashing happens at once, so one buffer serves all and nothing is allocated.
const preimage = Uint8Array.of(1, ...new Uint8Array(2 * HASH_BYTES));

export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) return sha256(nodePreimage(left, right));
  preimage.set(left, 1);
  preimage.set(right, 1 + HASH_BYTES);
  return sha256(preimage);
}

/** Root of the tree without leaves. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array());
}
