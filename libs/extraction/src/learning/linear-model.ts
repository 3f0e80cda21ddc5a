import { type Features, type Term, featureId, idOfName } from './features.js';

/** A logistic model as it stands in the repository: weights in hundredths by feature name, "name weight;name weight;…". */
export interface PackedModel {
  readonly bias: number;
  readonly weights: string;
}

/**
 * Logistic models over the same features, side by side. They take features as they come: one look-up of a feature says whether
 * any model knows it (most neighbouring words no model does), whether it has been added before, and its weight in each.
 */
export class LinearModels implements Features {
  /**
   * Open addressing over the features' numbers. All of a feature stands side by side, for one look-up: its number, the round in
   * which it was added last (a new round forgets them all), and its weight in each model, in hundredths.
   */
  private readonly entries: Int32Array;
  private readonly stride: number;
  /** The last slot; there are a power of two of them. */
  private readonly mask: number;
  private readonly sums: Int32Array;
  private round = 1;
  /** Features of one term that no model knows; `has` asks for them too. */
  private unknown: number[] = [];

  constructor(private readonly models: readonly PackedModel[]) {
    const weights = models.map((model) => [...weightsOf(model)]);
    const distinct = new Set(weights.flatMap((own) => own.map(([id]) => id))).size;
    let size = 1024;
    while (size < 1.5 * distinct) size *= 2;
    this.mask = size - 1;
    this.stride = WEIGHTS + models.length;
    this.entries = new Int32Array(size * this.stride);
    this.sums = new Int32Array(models.length);
    weights.forEach((own, m) => {
      for (const [id, weight] of own) {
        const place = this.placeOf(id);
        this.entries[place] = id;
        this.entries[place + WEIGHTS + m] = weight;
      }
    });
  }

  /** Begins anew, without features. */
  clear(): this {
    if (this.round === LAST_ROUND) {
      for (let place = 0; place < this.entries.length; place += this.stride) this.entries[place + ROUND] = 0;
      this.round = 0;
    }
    this.round += 1;
    this.sums.fill(0);
    if (this.unknown.length > 0) this.unknown = [];
    return this;
  }

  add(a: Term, b?: Term, c?: Term): this {
    const id = featureId(a, b, c);
    const place = this.placeOf(id);
    const { entries, sums, round } = this;
    if (entries[place] === 0) {
      if (b === undefined) this.unknown.push(id);
    } else if (entries[place + ROUND] !== round) {
      entries[place + ROUND] = round;
      const from = place + WEIGHTS;
      for (let m = 0; m < sums.length; m += 1) sums[m] = (sums[m] as number) + (entries[from + m] as number);
    }
    return this;
  }

  has(a: Term): boolean {
    const place = this.placeOf(a.id);
    return this.entries[place] === 0 ? this.unknown.includes(a.id) : this.entries[place + ROUND] === this.round;
  }

  /** How much the features speak for "yes" by each model: log odds. */
  scores(): number[] {
    return this.models.map(({ bias }, m) => bias + (this.sums[m] as number) / 100);
  }

  /** Where a feature stands in `entries`, or would stand. */
  private placeOf(id: number): number {
    const { entries, mask, stride } = this;
    for (let slot = id & mask; ; slot = (slot + 1) & mask) {
      const place = slot * stride;
      const found = entries[place];
      if (found === id || found === 0) return place;
    }
  }
}

/** Where in an entry, behind the feature's number, the round stands, and where the weights begin. */
const ROUND = 1;
const WEIGHTS = 2;

const LAST_ROUND = (1 << 30) - 1;

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
