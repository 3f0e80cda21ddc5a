import { type WeightBlock } from './model.js';

/** Weights found by the hash of a feature: an open-addressing table over the rows of a block. */
export class WeightTable {
  private readonly keys: Int32Array;
  private readonly rows: Int32Array;
  private readonly mask: number;

  constructor(private readonly block: WeightBlock) {
    let size = 1024;
    while (size < block.hashes.length * 2) size *= 2;
    this.keys = new Int32Array(size);
    this.rows = new Int32Array(size);
    this.mask = size - 1;
    for (let row = 0; row < block.hashes.length; row += 1) {
      const hash = block.hashes[row] as number;
      let slot = hash & this.mask;
      while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = hash;
      this.rows[slot] = row * block.width;
    }
  }

  /** Adds the weights of the given features, in steps, to `sums[from..from + width)`. */
  addTo(sums: Float64Array, from: number, features: Int32Array, count: number): void {
    const { keys, rows, mask } = this;
    const { weights, width } = this.block;
    for (let k = 0; k < count; k += 1) {
      const hash = features[k] as number;
      let slot = hash & mask;
      let key = keys[slot] as number;
      while (key !== hash && key !== 0) {
        slot = (slot + 1) & mask;
        key = keys[slot] as number;
      }
      if (key === 0) continue;
      const row = rows[slot] as number;
      for (let y = 0; y < width; y += 1) sums[from + y] = (sums[from + y] as number) + (weights[row + y] as number);
    }
  }
}
