/** A logistic model over named features: the sum of their weights, squashed. Weights are kept small and sorted in the repository. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Reads the packed form "name weight;name weight;…" with weights in hundredths. */
export function unpack(bias: number, packed: string): LinearModel {
  const weights = new Map<string, number>();
  for (const entry of packed.split(';')) {
    const cut = entry.lastIndexOf(' ');
    if (cut > 0) weights.set(entry.slice(0, cut).trim(), Number(entry.slice(cut + 1)) / 100);
  }
  return { bias, weights };
}

/** How much speaks for "yes": log odds. Each feature counts once. */
export function scoreOf(model: LinearModel, features: Iterable<string>): number {
  let sum = model.bias;
  for (const feature of features) sum += model.weights.get(feature) ?? 0;
  return sum;
}

/** Probability of "yes" for a set of features, each counted once. */
export function probability(model: LinearModel, features: Iterable<string>): number {
  return 1 / (1 + Math.exp(-scoreOf(model, features)));
}
