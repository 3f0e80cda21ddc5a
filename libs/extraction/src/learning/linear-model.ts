import { type Features, type Term, featureId, idOfName } from './features.js';

/** A logistic model as it stands in the repository: weights in hundredths by feature name, "name weight;name weight;…". */
export interface PackedModel {
  readonly bias: number;
  readonly weights: string;
}

/**
 * Logistic models over the same features, side by side. They take features as they come and look them up all at once when the
 * scores are asked for: most features lie in memory that nobody has touched for long, and many can be fetched at a time.
 */
export class LinearModels implements Features {
  /**
   * Open addressing over the features' numbers. All of a feature stands side by side, for one look-up: its number, and its weights
   * in hundredths, those of two models in each number.
   */
  private readonly entries: Int32Array;
  private readonly stride: number;
  /** The last slot; there are a power of two of them. */
  private readonly mask: number;
  private readonly sums: Int32Array;
  /** Which slots have been counted, a bit each, while the scores are summed up. */
  private readonly counted: Int32Array;
  /** The numbers of the features added, where they stand, and which of them are one term. */
  private ids = new Int32Array(256);
  private slots = new Int32Array(256);
  private count = 0;
  private readonly single: number[] = [];

  constructor(private readonly models: readonly PackedModel[]) {
    const weights = models.map((model) => [...weightsOf(model)]);
    const distinct = new Set(weights.flatMap((own) => own.map(([id]) => id))).size;
    let size = 1024;
    // Mostly empty: memory is fetched a line at a time, and what is not in its first slot may lie in the next line.
    while (size < 3 * distinct) size *= 2;
    const pairs = Math.ceil(models.length / 2);
    this.mask = size - 1;
    this.stride = 1 + pairs;
    this.entries = new Int32Array(size * this.stride);
    this.counted = new Int32Array(size / 32);
    this.sums = new Int32Array(2 * pairs);
    weights.forEach((own, m) => {
      for (const [id, weight] of own) {
        if ((weight << 16) >> 16 !== weight) throw new Error(`no weight of 16 bits: ${weight}`);
        const place = this.slotOf(id) * this.stride;
        const pair = place + 1 + (m >> 1);
        this.entries[place] = id;
        this.entries[pair] = (this.entries[pair] as number) | (m % 2 === 0 ? weight & 0xffff : weight << 16);
      }
    });
  }

  /** Begins anew, without features. */
  clear(): this {
    this.count = 0;
    this.single.length = 0;
    return this;
  }

  add(a: Term, b?: Term, c?: Term): this {
    const id = featureId(a, b, c);
    if (b === undefined) this.single.push(id);
    if (this.count === this.ids.length) this.grow();
    this.ids[this.count] = id;
    this.count += 1;
    return this;
  }

  has(a: Term): boolean {
    return this.single.includes(a);
  }

  /** How much the features speak for "yes" by each model: log odds. */
  scores(): number[] {
    this.findSlots();
    this.sumUp();
    return this.models.map(({ bias }, m) => bias + (this.sums[m] as number) / 100);
  }

  private grow(): void {
    const { ids } = this;
    this.ids = new Int32Array(2 * ids.length);
    this.ids.set(ids);
    this.slots = new Int32Array(2 * ids.length);
  }

  private findSlots(): void {
    const { ids, slots, count, entries, mask, stride } = this;
    // What stands in the first slots is read for all before it is looked at: the processor then waits for memory once, and not once
    // for each feature.
    for (let i = 0; i < count; i += 1) slots[i] = entries[((ids[i] as number) & mask) * stride] as number;
    for (let i = 0; i < count; i += 1) {
      const id = ids[i] as number;
      slots[i] = slots[i] === id ? id & mask : this.slotOf(id);
    }
  }

  private sumUp(): void {
    const { slots, count, entries, stride, sums, counted } = this;
    sums.fill(0);
    for (let i = 0; i < count; i += 1) {
      const slot = slots[i] as number;
      const bits = counted[slot >> 5] as number;
      const own = 1 << (slot & 31);
      if ((bits & own) !== 0) continue;
      counted[slot >> 5] = bits | own;
      for (let m = 0, k = slot * stride + 1; m < sums.length; m += 2, k += 1) {
        const two = entries[k] as number;
        sums[m] = (sums[m] as number) + ((two << 16) >> 16);
        sums[m + 1] = (sums[m + 1] as number) + (two >> 16);
      }
    }
    for (let i = 0; i < count; i += 1) counted[(slots[i] as number) >> 5] = 0;
  }

  /** The slot at which a feature stands in `entries`, or would stand. */
  private slotOf(id: number): number {
    const { entries, mask, stride } = this;
    for (let slot = id & mask; ; slot = (slot + 1) & mask) {
      const found = entries[slot * stride];
      if (found === id || found === 0) return slot;
    }
  }
}

function* weightsOf({ weights }: PackedModel): Generator<readonly [number, number]> {
  for (const entry of weights.split(';')) {
    const cut = entry.lastIndexOf(' ');
    if (cut > 0) yield [idOfName(entry.slice(0, cut).trim()), Number(entry.slice(cut + 1))];
  }
}

/** Probability of "yes" from log odds. */
export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score));

/** Log odds by a model over a row of numbers, which starts at `from`. */
export function linearScore(bias: number, weights: readonly number[], row: ArrayLike<number>, from = 0): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i += 1) sum += (weights[i] as number) * (row[from + i] ?? 0);
  return sum;
}
