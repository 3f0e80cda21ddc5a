import { type WeightBlock } from './model.js';

/** Size of the bit field: 128 KB. */
const BITS = 1 << 20;

/** Rows are this many integers, four weights each. */
const INTEGERS = 4;
/** Two sums of 16 bits in one integer: the even and the odd of four weights of 8 bits, none of them negative. */
const LANES = 0x00ff00ff;
/** Added to each weight so that none is negative. */
const LIFT = 128;

/**
 * Weights found by the hash of a feature. An open-addressing table over the rows of a block; a slot is the hash and where the
 * row begins, side by side, and a row is packed four weights to an integer: most of the time goes into waiting for memory. Most
 * features of a token have no weights; a bit field small enough for the processor's cache turns those away first. Weights are
 * summed two at a time, as halves of one integer: a half holds 257 of them before it runs over, and a token has
 * at most `MOST_FEATURES`.
 */
export class WeightTable {
  private readonly slots: Int32Array;
  private readonly packed: Int32Array;
  private readonly mask: number;
  private readonly bits = new Int32Array(BITS >> 5);
  private readonly lanes = new Int32Array(2 * INTEGERS);

  constructor({ hashes, weights, width }: WeightBlock) {
    let size = 1024;
    while (size < hashes.length * 1.5) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2);
    this.packed = new Int32Array(hashes.length * INTEGERS);
    for (let row = 0; row < hashes.length; row += 1) {
      const hash = hashes[row] as number;
      const bit = hash >>> 12;
      this.bits[bit >> 5] = (this.bits[bit >> 5] as number) | (1 << (bit & 31));
      let slot = hash & this.mask;
      while (this.slots[slot * 2] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot * 2] = hash;
      this.slots[slot * 2 + 1] = row * INTEGERS;
      for (let y = 0; y < 4 * INTEGERS; y += 1) {
        const weight = y < width ? (weights[row * width + y] as number) : 0;
        const at = row * INTEGERS + (y >> 2);
        this.packed[at] = (this.packed[at] as number) | ((weight + LIFT) << (8 * (y & 3)));
      }
    }
  }

  /** Adds the weights of the given features, in steps, to the sixteen places of `sums` from `from` on (0 behind a row's width). */
  addTo(sums: Int32Array, from: number, features: Int32Array, count: number): void {
    const lifted = LIFT * this.addLanes(features, count);
    const { lanes } = this;
    for (let q = 0; q < INTEGERS; q += 1) {
      const at = from + 4 * q;
      const even = lanes[2 * q] as number;
      const odd = lanes[2 * q + 1] as number;
      sums[at] = (sums[at] as number) + (even & 0xffff) - lifted;
      sums[at + 1] = (sums[at + 1] as number) + (odd & 0xffff) - lifted;
      sums[at + 2] = (sums[at + 2] as number) + (even >>> 16) - lifted;
      sums[at + 3] = (sums[at + 3] as number) + (odd >>> 16) - lifted;
    }
  }

  /** Sums the rows of the features into `lanes`, every weight lifted; answers how many features have a row. */
  private addLanes(features: Int32Array, count: number): number {
    const { slots, packed, mask, bits, lanes } = this;
    let [a, b, c, d, e, f, g, h, rows] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k < count; k += 1) {
      const hash = features[k] as number;
      if ((((bits[hash >>> 17] as number) >>> ((hash >>> 12) & 31)) & 1) === 0) continue;
      let slot = (hash & mask) << 1;
      let key = slots[slot] as number;
      while (key !== hash && key !== 0) {
        slot = (((slot >> 1) + 1) & mask) << 1;
        key = slots[slot] as number;
      }
      if (key === 0) continue;
      rows += 1;
      const row = slots[slot + 1] as number;
      const one = packed[row] as number;
      const two = packed[row + 1] as number;
      const three = packed[row + 2] as number;
      const four = packed[row + 3] as number;
      a = (a + (one & LANES)) | 0;
      b = (b + ((one >>> 8) & LANES)) | 0;
      c = (c + (two & LANES)) | 0;
      d = (d + ((two >>> 8) & LANES)) | 0;
      e = (e + (three & LANES)) | 0;
      f = (f + ((three >>> 8) & LANES)) | 0;
      g = (g + (four & LANES)) | 0;
      h = (h + ((four >>> 8) & LANES)) | 0;
    }
    lanes[0] = a;
    lanes[1] = b;
    lanes[2] = c;
    lanes[3] = d;
    lanes[4] = e;
    lanes[5] = f;
    lanes[6] = g;
    lanes[7] = h;
    return rows;
  }
}
