import { type WeightBlock } from './model.js';

/** Size of the bit field: 64 KB. */
const BITS = 1 << 19;
/** How far a hash is shifted to give its bit. */
const TO_BIT = 13;

/** A row is this many integers, four weights each. */
const INTEGERS = 4;
/** A slot of the table: the feature's hash and its row, side by side, so that both come with one look at memory. */
const SLOT = 1 + INTEGERS;
/** Two sums of 16 bits in one integer: the even and the odd of four weights of 8 bits, none of them negative. */
const LANES = 0x00ff00ff;
/** Added to each weight so that none is negative. */
const LIFT = 128;

/** Sums of rows before they are read: two integers of lanes for each of a row, and how many rows went into them. */
export const SUM_SIZE = 2 * INTEGERS + 1;

/**
 * Weights found by the hash of a feature. An open-addressing table, its rows packed four weights to an integer: most of the time
 * goes into waiting for memory. A third of the features of a token have no weights; a bit field small enough for the
 * processor's cache turns those away first. Weights are summed two at a time, as halves of one integer: a half holds 257 of them before
 * it runs over, and a token has at most `MOST_FEATURES`.
 */
export class WeightTable {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly bits = new Int32Array(BITS >> 5);

  constructor({ hashes, weights, width }: WeightBlock) {
    let size = 1024;
    while (size < hashes.length * 1.5) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * SLOT);
    for (let row = 0; row < hashes.length; row += 1) {
      const hash = hashes[row] as number;
      const bit = hash >>> TO_BIT;
      this.bits[bit >> 5] = (this.bits[bit >> 5] as number) | (1 << (bit & 31));
      let slot = hash & this.mask;
      while (this.slots[slot * SLOT] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot * SLOT] = hash;
      for (let y = 0; y < 4 * INTEGERS; y += 1) {
        const weight = y < width ? (weights[row * width + y] as number) : 0;
        const at = slot * SLOT + 1 + (y >> 2);
        this.slots[at] = (this.slots[at] as number) | ((weight + LIFT) << (8 * (y & 3)));
      }
    }
  }

  /** Adds the rows of the given features to the `SUM_SIZE` numbers of `sums` from `at` on. */
  addRows(sums: Int32Array, at: number, features: Int32Array, count: number): void {
    const { slots, mask, bits } = this;
    let [a, b, c, d, e, f, g, h, rows] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k < count; k += 1) {
      const hash = features[k] as number;
      const bit = hash >>> TO_BIT;
      if ((((bits[bit >> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
      let slot = (hash & mask) * SLOT;
      let key = slots[slot] as number;
      while (key !== hash && key !== 0) {
        slot = ((slot / SLOT + 1) & mask) * SLOT;
        key = slots[slot] as number;
      }
      if (key === 0) continue;
      rows += 1;
      const one = slots[slot + 1] as number;
      const two = slots[slot + 2] as number;
      const three = slots[slot + 3] as number;
      const four = slots[slot + 4] as number;
      a = (a + (one & LANES)) | 0;
      b = (b + ((one >>> 8) & LANES)) | 0;
      c = (c + (two & LANES)) | 0;
      d = (d + ((two >>> 8) & LANES)) | 0;
      e = (e + (three & LANES)) | 0;
      f = (f + ((three >>> 8) & LANES)) | 0;
      g = (g + (four & LANES)) | 0;
      h = (h + ((four >>> 8) & LANES)) | 0;
    }
    add(sums, at, a);
    add(sums, at + 1, b);
    add(sums, at + 2, c);
    add(sums, at + 3, d);
    add(sums, at + 4, e);
    add(sums, at + 5, f);
    add(sums, at + 6, g);
    add(sums, at + 7, h);
    add(sums, at + 8, rows);
  }
}

function add(sums: Int32Array, at: number, value: number): void {
  sums[at] = ((sums[at] as number) + value) | 0;
}

/** Adds one run of `SUM_SIZE` numbers to another. */
export function addSums(sums: Int32Array, at: number, more: Int32Array, from: number): void {
  for (let k = 0; k < SUM_SIZE; k += 1) add(sums, at + k, more[from + k] as number);
}

/** Adds what the sums of rows say, in steps, to the sixteen places of `out` from `to` on (0 behind a row's width). */
export function readSums(sums: Int32Array, at: number, out: Int32Array, to: number): void {
  const lifted = LIFT * (sums[at + 2 * INTEGERS] as number);
  for (let q = 0; q < INTEGERS; q += 1) {
    const even = sums[at + 2 * q] as number;
    const odd = sums[at + 2 * q + 1] as number;
    add(out, to + 4 * q, (even & 0xffff) - lifted);
    add(out, to + 4 * q + 1, (odd & 0xffff) - lifted);
    add(out, to + 4 * q + 2, (even >>> 16) - lifted);
    add(out, to + 4 * q + 3, (odd >>> 16) - lifted);
  }
}
