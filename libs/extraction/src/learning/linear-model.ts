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
  /** Open addressing over the features' numbers; a feature's weights, in hundredths, stand at its slot times the number of models. */
  private readonly ids: Int32Array;
  private readonly weights: Int16Array;
  /** The round in which each feature was added last: a new round forgets them all. */
  private readonly rounds: Int32Array;
  private readonly sums: Int32Array;
  private readonly width: number;
  private round = 1;
  /** Features of one term that no model knows; `has` asks for them too. */
  private unknown: number[] = [];

  constructor(private readonly models: readonly PackedModel[]) {
    const entries = models.map((model) => [...entriesOf(model)]);
    const distinct = new Set(entries.flatMap((own) => own.map(([id]) => id))).size;
    let size = 1024;
    while (size < 1.5 * distinct) size *= 2;
    this.width = models.length;
    this.ids = new Int32Array(size);
    this.rounds = new Int32Array(size);
    this.weights = new Int16Array(size * models.length);
    this.sums = new Int32Array(models.length);
    entries.forEach((own, m) => {
      for (const [id, weight] of own) {
        const slot = this.slotOf(id);
        this.ids[slot] = id;
        this.weights[slot * models.length + m] = weight;
      }
    });
  }

  /** Begins anew, without features. */
  clear(): this {
    if (this.round === LAST_ROUND) {
      this.rounds.fill(0);
      this.round = 0;
    }
    this.round += 1;
    this.sums.fill(0);
    if (this.unknown.length > 0) this.unknown = [];
    return this;
  }

  add(a: Term, b?: Term, c?: Term): this {
    const id = featureId(a, b, c);
    const slot = this.slotOf(id);
    if (this.ids[slot] === 0) {
      if (b === undefined) this.unknown.push(id);
    } else if (this.rounds[slot] !== this.round) {
      this.rounds[slot] = this.round;
      const { sums, weights, width } = this;
      for (let m = 0; m < width; m += 1) sums[m] = (sums[m] as number) + (weights[slot * width + m] as number);
    }
    return this;
  }

  has(a: Term): boolean {
    const slot = this.slotOf(a.id);
    return this.ids[slot] === 0 ? this.unknown.includes(a.id) : this.rounds[slot] === this.round;
  }

  /** How much the features speak for "yes" by each model: log odds. */
  scores(): number[] {
    return this.models.map(({ bias }, m) => bias + (this.sums[m] as number) / 100);
  }

  /** The slot of a feature, or the empty one where it would stand. */
  private slotOf(id: number): number {
    const { ids } = this;
    const mask = ids.length - 1;
    let slot = id & mask;
    while (ids[slot] !== id && ids[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }
}

const LAST_ROUND = (1 << 30) - 1;

function* entriesOf({ weights }: PackedModel): Generator<readonly [number, number]> {
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
