import { type Sha256 } from '../encoding/crypto.js';
import { emptyRoot, HASH_BYTES, nodeHash } from './node-hash.js';

/** Told of every subtree as it becomes complete: its height (0 = leaf), its place at that height, its hash. */
export type OnSubtree = (height: number, index: number, hash: Uint8Array) => void;

/**
 * A growing RFC 6962 tree that keeps only the roots of its complete subtrees, largest first: as many hashes as its size
 * has binary ones. Appending costs two hashes on average, the root as many as there are subtrees.
 */
export class CompactRange {
  readonly #sha256: Sha256;
  readonly #roots: Uint8Array[];
  #size: number;

  constructor(sha256: Sha256, size = 0, roots: readonly Uint8Array[] = []) {
    if (
      !Number.isSafeInteger(size) ||
      size < 0 ||
      roots.length !== onesIn(size) ||
      roots.some((r) => r.length !== HASH_BYTES)
    ) {
      throw new TypeError('A compact range has one 32-byte hash for each binary one of its size');
    }
    this.#sha256 = sha256;
    this.#size = size;
    this.#roots = [...roots];
  }

  get size(): number {
    return this.#size;
  }

  /** The hashes to resume from. */
  get roots(): readonly Uint8Array[] {
    return [...this.#roots];
  }

  append(leaf: Uint8Array, onSubtree?: OnSubtree): void {
    let hash = leaf;
    let index = this.#size;
    onSubtree?.(0, index, hash);
    for (let height = 1; index % 2 === 1; height++) {
      index = (index - 1) / 2;
      hash = nodeHash(this.#roots.pop() ?? hash, hash, this.#sha256);
      onSubtree?.(height, index, hash);
    }
    this.#roots.push(hash);
    this.#size++;
  }

  root(): Uint8Array {
    return foldRight(this.#roots, this.#sha256) ?? emptyRoot(this.#sha256);
  }
}

/** The hash over neighbouring complete subtrees of falling size; undefined for none. */
export function foldRight(hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array | undefined {
  return hashes.reduceRight<Uint8Array | undefined>(
    (right, left) => (right === undefined ? left : nodeHash(left, right, sha256)),
    undefined,
  );
}

function onesIn(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
