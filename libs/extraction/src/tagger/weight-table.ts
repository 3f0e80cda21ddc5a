import { type WeightBlock, WORD_COLUMNS } from './model.js';

/** Size of the bit field: 64 KB. */
const BITS = 1 << 19;
/** How far a hash is shifted to give its bit. */
const TO_BIT = 13;

/** A row of weights is this many integers, two weights each: the widest block fits in. */
export const PAIRS = WORD_COLUMNS / 2;
/** A slot of the table: the feature's hash and its row, side by side, so that both come with one look at memory. */
const SLOT = 1 + PAIRS;

/**
 * Weights found by the hash of a feature: an open-addressing table. Most of the time goes into waiting for memory, so a slot is 32
 * bytes, half a line of the processor's cache; and a third of the features of a token have no weights, so a bit field small
 * enough for that cache turns those away first. Two weights share an integer, `even + (odd << 16)`, and are added together:
 * a half holds sums of 257 weights of 8 bits, and a token has at most `MOST_FEATURES`.
 */
export class WeightTable {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly bits = new Int32Array(BITS >> 5);
  private readonly passed = new Int32Array(256);

  constructor({ hashes, weights, width }: WeightBlock) {
    let size = 1024;
    while (size < hashes.length * 1.5) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * SLOT);
    for (let row = 0; row < hashes.length; row += 1) {
      const hash = hashes[row] as number;
      const bit = hash >>> TO_BIT;
      this.bits[bit >> 5] = (this.bits[bit >> 5] as number) | (1 << (bit & 31));
      const slot = this.slotOf(hash);
      this.slots[slot] = hash;
      for (let y = 0; y < width; y += 1)
        add(this.slots, slot + 1 + (y >> 1), (weights[row * width + y] as number) << (16 * (y & 1)));
    }
  }

  /** Adds the rows of the given features, at most 256, to the `PAIRS` integers of `sums` from `at` on. */
  addRows(sums: Int32Array, at: number, features: Int32Array, count: number): void {
    const { slots, mask, passed } = this;
    const known = this.passKnown(features, count);
    let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k < known; k += 1) {
      const hash = passed[k] as number;
      let slot = (hash & mask) * SLOT;
      if (slots[slot] !== hash) slot = this.slotOf(hash);
      a = (a + (slots[slot + 1] as number)) | 0;
      b = (b + (slots[slot + 2] as number)) | 0;
      c = (c + (slots[slot + 3] as number)) | 0;
      d = (d + (slots[slot + 4] as number)) | 0;
      e = (e + (slots[slot + 5] as number)) | 0;
      f = (f + (slots[slot + 6] as number)) | 0;
      g = (g + (slots[slot + 7] as number)) | 0;
    }
    add(sums, at, a);
    add(sums, at + 1, b);
    add(sums, at + 2, c);
    add(sums, at + 3, d);
    add(sums, at + 4, e);
    add(sums, at + 5, f);
    add(sums, at + 6, g);
  }

  /** Writes the features that the bit field lets through to `passed`, and answers how many. No branch: none could be foreseen. */
  private passKnown(features: Int32Array, count: number): number {
    const { bits, passed } = this;
    let known = 0;
    for (let k = 0; k < count; k += 1) {
      const hash = features[k] as number;
      const bit = hash >>> TO_BIT;
      passed[known] = hash;
      known += ((bits[bit >> 5] as number) >>> (bit & 31)) & 1;
    }
    return known;
  }

  /** Where a feature's slot begins, or the empty one where it would stand: its row is zeros. */
  private slotOf(hash: number): number {
    const { slots, mask } = this;
    let slot = hash & mask;
    while (slots[slot * SLOT] !== hash && slots[slot * SLOT] !== 0) slot = (slot + 1) & mask;
    return slot * SLOT;
  }
}

function add(sums: Int32Array, at: number, value: number): void {
  sums[at] = ((sums[at] as number) + value) | 0;
}

/** Adds the run of `PAIRS` integers that stands in `from` at `place` to that of `sums` at `at`. */
export function addRun(sums: Int32Array, at: number, from: Int32Array, place: number): void {
  for (let k = 0; k < PAIRS; k += 1) add(sums, at + k, from[place + k] as number);
}

/** What the rows whose sums begin at `at` add up to in one column. */
export function columnOf(sums: Int32Array, at: number, column: number): number {
  const pair = sums[at + (column >> 1)] as number;
  const even = (pair << 16) >> 16;
  return (column & 1) === 0 ? even : (pair - even) >> 16;
}
