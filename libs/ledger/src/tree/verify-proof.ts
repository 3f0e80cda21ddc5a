import { bytesEqual } from '../encoding/bytes.js';
import { type VerifierCrypto } from '../encoding/crypto.js';
import { HASH_BYTES, nodePreimage } from './node-hash.js';
import { isTreeSize } from './subtrees.js';

type Hasher = Pick<VerifierCrypto, 'sha256'>;

/**
 * RFC 9162 §2.1.3.2: whether a leaf hash stands at `index` of the tree of `size` leaves with this root. A proof with a
 * hash too many or too few is refused. Never throws on bad data.
 */
export async function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  root: Uint8Array,
  proof: readonly Uint8Array[],
  crypto: Hasher,
): Promise<boolean> {
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size || proof.length > 64) return false;
  if (![leaf, root, ...proof].every((hash) => hash.length === HASH_BYTES)) return false;
  let [fn, sn] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = await crypto.sha256(nodePreimage(sibling, hash));
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = await crypto.sha256(nodePreimage(hash, sibling));
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && bytesEqual(hash, root);
}

/**
 * RFC 9162 §2.1.4.2: whether the tree (newSize, newRoot) continues the tree (oldSize, oldRoot). From the empty tree
 * nothing can be proven, so oldSize 0 is refused. Never throws on bad data.
 */
export async function verifyConsistency(
  oldSize: number,
  newSize: number,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
  proof: readonly Uint8Array[],
  crypto: Hasher,
): Promise<boolean> {
  if (!isTreeSize(oldSize) || !isTreeSize(newSize) || oldSize < 1 || oldSize > newSize || proof.length > 64)
    return false;
  if (oldSize === newSize) return proof.length === 0 && bytesEqual(oldRoot, newRoot);
  if (![oldRoot, newRoot, ...proof].every((hash) => hash.length === HASH_BYTES)) return false;
  let [fn, sn] = [oldSize - 1, newSize - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  // Where the old tree is one complete subtree, its root is the first node of the proof and is not sent.
  const [first, ...rest] = fn === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [fr, sr] = [first, first];
  for (const node of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [await crypto.sha256(nodePreimage(node, fr)), await crypto.sha256(nodePreimage(node, sr))];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = await crypto.sha256(nodePreimage(sr, node));
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && bytesEqual(fr, oldRoot) && bytesEqual(sr, newRoot);
}

const half = (n: number): number => Math.floor(n / 2);
