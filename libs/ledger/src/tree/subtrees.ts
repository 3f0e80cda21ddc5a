import { type Sha256 } from '../encoding/crypto.js';
import { foldRight } from './compact-range.js';

/** The leaves from start up to, not including, end. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** A complete subtree: 2^height leaves, the index-th of that height. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** Where the hashes of complete subtrees come from: memory, or tiles read from the database. */
export type SubtreeHashes = (subtree: Subtree) => Uint8Array;

/** The ranges whose hashes prove that leaf `index` is in the tree of `size` leaves: PATH of RFC 6962 §2.1.1, leaf upwards. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isTreeSize(size) || !isTreeSize(index) || index >= size)
    throw new RangeError(`No leaf ${index} in a tree of ${size}`);
  const path: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    path.push(index < middle ? { start: middle, end } : { start, end: middle });
    [start, end] = index < middle ? [start, middle] : [middle, end];
  }
  return path.reverse();
}

/** The ranges whose hashes prove that the first `oldSize` leaves of the tree did not change: PROOF of RFC 6962 §2.1.2. */
export function consistencyRanges(oldSize: number, size: number): LeafRange[] {
  if (!isTreeSize(oldSize) || !isTreeSize(size) || oldSize < 1 || oldSize > size)
    throw new RangeError(`No proof from ${oldSize} to ${size}`);
  const path: LeafRange[] = [];
  let [start, end] = [0, size];
  // SUBPROOF(m, D[n], b): b says that the subtree at hand is a whole tree the verifier knows the root of.
  while (oldSize !== end) {
    const middle = start + splitOf(end - start);
    path.push(oldSize <= middle ? { start: middle, end } : { start, end: middle });
    [start, end] = oldSize <= middle ? [start, middle] : [middle, end];
  }
  if (start > 0) path.push({ start, end });
  return path.reverse();
}

/** The complete subtrees that a range of a tree falls into, left to right. The range starts where such a subtree can. */
export function subtreesOf({ start, end }: LeafRange): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end;) {
    const height = Math.floor(Math.log2(end - at));
    // log2 of numbers near 2^53 may be off by one in either direction; widths are exact powers of two.
    const exact = 2 ** height > end - at ? height - 1 : 2 ** (height + 1) <= end - at ? height + 1 : height;
    subtrees.push({ height: exact, index: at / 2 ** exact });
    at += 2 ** exact;
  }
  return subtrees;
}

/** The hash of a range from the hashes of its complete subtrees. */
export function rangeHash(range: LeafRange, hashes: SubtreeHashes, sha256: Sha256): Uint8Array {
  const hash = foldRight(subtreesOf(range).map(hashes), sha256);
  if (hash === undefined) throw new RangeError('An empty range has no hash');
  return hash;
}

/** The proof that leaf `index` is in the tree of `size` leaves. */
export function inclusionProof(index: number, size: number, hashes: SubtreeHashes, sha256: Sha256): Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, hashes, sha256));
}

/** The proof that the tree of `size` leaves continues the one of `oldSize`. */
export function consistencyProof(oldSize: number, size: number, hashes: SubtreeHashes, sha256: Sha256): Uint8Array[] {
  return consistencyRanges(oldSize, size).map((range) => rangeHash(range, hashes, sha256));
}

/** Largest power of two smaller than n, for n > 1. */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

export function isTreeSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}
