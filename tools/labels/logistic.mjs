/**
 * Logistic regression with an L2 penalty over named features, by full-batch descent (Adam). Deterministic: fixed order, no random numbers.
 * Features of single words count for less than those that gather many words, so that few examples go further.
 */

const scaleOf = (feature, words) => (feature.startsWith('b:') ? 0.6 * words : /^[wf]:/.test(feature) ? words : 1);

/** Examples are `{ features: string[], yes: boolean }`; returns `{ bias, weights: Map }`. */
export function train(examples, { penalty = 3, least = 1, rounds = 150, words = 0.8 } = {}) {
  const counts = new Map();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const ids = new Map();
  for (const [f, n] of counts) if (n >= least) ids.set(f, ids.size);
  const names = [...ids.keys()];
  const scale = Float64Array.from(names, (f) => scaleOf(f, words));
  const rows = examples.map(({ features }) =>
    Int32Array.from(features.filter((f) => ids.has(f)).map((f) => ids.get(f))),
  );
  const size = names.length;
  const weights = new Float64Array(size + 1);
  const gradient = new Float64Array(size + 1);
  const mean = new Float64Array(size + 1);
  const square = new Float64Array(size + 1);
  for (let round = 1; round <= rounds; round += 1) {
    gradient.fill(0);
    rows.forEach((row, k) => {
      let sum = weights[size];
      for (const f of row) sum += weights[f] * scale[f];
      const error = 1 / (1 + Math.exp(-sum)) - (examples[k].yes ? 1 : 0);
      gradient[size] += error;
      for (const f of row) gradient[f] += error * scale[f];
    });
    const rate = 0.15 * Math.max(0.05, 1 - round / rounds);
    for (let i = 0; i <= size; i += 1) {
      const g = gradient[i] + (i < size ? penalty * weights[i] : 0);
      mean[i] = 0.9 * mean[i] + 0.1 * g;
      square[i] = 0.99 * square[i] + 0.01 * g * g;
      weights[i] -= (rate * (mean[i] / (1 - 0.9 ** round))) / (Math.sqrt(square[i] / (1 - 0.99 ** round)) + 1e-6);
    }
  }
  return { bias: weights[size], weights: new Map(names.map((f, i) => [f, weights[i] * scale[i]])) };
}

export const scoreOf = ({ bias, weights }, features) => features.reduce((sum, f) => sum + (weights.get(f) ?? 0), bias);

/** One score for each of several choices from the features of that choice: the weights are one vector for all, the bias is each choice's own. */
export function trainChoice(examples, choices, size, { rounds = 200, penalty = 1 } = {}) {
  const weights = new Float64Array(size);
  const biases = new Float64Array(choices);
  const rate = 4 / examples.length;
  for (let round = 0; round < rounds; round += 1) {
    const gradient = new Float64Array(size);
    const biasGradient = new Float64Array(choices);
    for (const { rows, right } of examples) {
      const scores = rows.map((row, c) => row.reduce((sum, x, k) => sum + x * weights[k], biases[c]));
      const top = Math.max(...scores);
      const powers = scores.map((s) => Math.exp(s - top));
      const total = powers.reduce((a, b) => a + b, 0);
      rows.forEach((row, c) => {
        const error = powers[c] / total - (c === right ? 1 : 0);
        biasGradient[c] += error;
        row.forEach((x, k) => (gradient[k] += error * x));
      });
    }
    for (let k = 0; k < size; k += 1) weights[k] -= rate * (gradient[k] + penalty * weights[k]);
    for (let c = 0; c < choices; c += 1) biases[c] -= rate * (biasGradient[c] + penalty * biases[c]);
  }
  return { weights: [...weights], biases: [...biases] };
}
