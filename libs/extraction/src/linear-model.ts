import { type FeatureSet, idOfName } from './features.js';

/** A logistic model as it stands in the repository: weights in hundredths by feature name, "name weight;name weight;…". */
export interface PackedModel {
  readonly bias: number;
  readonly weights: string;
}

/** Logistic models over the same features, side by side: one look-up of a feature finds its weight in each. */
export class LinearModels {
  /** Open addressing over the features' numbers; a feature's weights, in hundredths, stand at its slot times the number of models. */
  private readonly ids: Int32Array;
  private readonly weights: Int16Array;
  private readonly sums: Int32Array;

  constructor(private readonly models: readonly PackedModel[]) {
    const entries = models.map((model) => [...entriesOf(model)]);
    const distinct = new Set(entries.flatMap((own) => own.map(([id]) => id))).size;
    let size = 1024;
    while (size < 1.5 * distinct) size *= 2;
    this.ids = new Int32Array(size);
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

  /** How much speaks for "yes" by each model: log odds. */
  scores(features: FeatureSet): number[] {
    const { sums, ids, weights } = this;
    const width = this.models.length;
    sums.fill(0);
    for (let i = 0; i < features.size; i += 1) {
      const slot = this.slotOf(features.ids[i] as number);
      if (ids[slot] === 0) continue;
      const row = slot * width;
      for (let m = 0; m < width; m += 1) sums[m] = (sums[m] as number) + (weights[row + m] as number);
    }
    return this.models.map(({ bias }, m) => bias + (sums[m] as number) / 100);
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
  return weights.reduce((sum, weight, i) => sum + weight * (row[from + i] ?? 0), bias);
}
