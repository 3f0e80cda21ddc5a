import { type WeightBlock } from './model.js';

/** Size of the bit field: 128 KB. */
const BITS = 1 << 20;

/**
 * Weights found by the hash of a feature. An open-addressing table over the rows of a block; a slot is the hash and where the
 * row begins, side by side, and a row is packed four weights to an integer: most of the time goes into waiting for memory. Most
 * features of a token have no weights; a bit field small enough for the processor's cache turns those away first.
 */
export class WeightTable {
  private readonly slots: Int32Array;
  private readonly packed: Int32Array;
  private readonly mask: number;
  private readonly integers: number;
  private readonly bits = new Int32Array(BITS >> 5);

  constructor({ hashes, weights, width }: WeightBlock) {
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2);
    this.integers = Math.ceil(width / 4);
    this.packed = new Int32Array(hashes.length * this.integers);
    for (let row = 0; row < hashes.length; row += 1) {
      const hash = hashes[row] as number;
      const bit = hash >>> 12;
      this.bits[bit >> 5] = (this.bits[bit >> 5] as number) | (1 << (bit & 31));
      let slot = hash & this.mask;
      while (this.slots[slot * 2] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot * 2] = hash;
      this.slots[slot * 2 + 1] = row * this.integers;
      for (let y = 0; y < width; y += 1) {
        const at = row * this.integers + (y >> 2);
        this.packed[at] =
          (this.packed[at] as number) | (((weights[row * width + y] as number) & 0xff) << (8 * (y & 3)));
      }
    }
  }

  /** Adds the weights of the given features, in steps, to `sums` from `from` on; up to three places behind the row must exist (0 is added there). */
  addTo(sums: Int32Array, from: number, features: Int32Array, count: number): void {
    const { slots, packed, mask, integers, bits } = this;
    for (let k = 0; k < count; k += 1) {
      const hash = features[k] as number;
      if ((((bits[hash >>> 17] as number) >>> ((hash >>> 12) & 31)) & 1) === 0) continue;
      let slot = (hash & mask) << 1;
      let key = slots[slot] as number;
      while (key !== hash && key !== 0) {
        slot = ((slot >> 1) + 1) & mask;
        slot <<= 1;
        key = slots[slot] as number;
      }
      if (key === 0) continue;
      const row = slots[slot + 1] as number;
      for (let q = 0, at = from; q < integers; q += 1, at += 4) {
        const four = packed[row + q] as number;
        sums[at] = (sums[at] as number) + ((four << 24) >> 24);
        sums[at + 1] = (sums[at + 1] as number) + ((four << 16) >> 24);
        sums[at + 2] = (sums[at + 2] as number) + ((four << 8) >> 24);
        sums[at + 3] = (sums[at + 3] as number) + (four >> 24);
      }
    }
  }
}
