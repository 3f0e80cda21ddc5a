/**
 * Logistic regression with an L2 penalty over named features, by full-batch descent (Adam). Deterministic: fixed order, no random numbers.
 * Features of single words count for less than those that gather many words, so that few examples go further.
 */

const scaleOf = (feature, words) =>
  feature.startsWith('b:') ? 0.6 * words : feature.startsWith('g-') ? 0.4 * words : /^[wf]:/.test(feature) ? words : 1;
/** Runs of words or of parts of speech that came once tell nothing. */
const isRun = (feature) => feature.startsWith('b:') || feature.startsWith('g-');

/** Examples are `{ features: string[], yes: boolean, weight = 1 }`; returns `{ bias, weights: Map }`. */
export function train(examples, { penalty = 3, least = 1, rounds = 150, words = 0.8 } = {}) {
  const counts = new Map();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const ids = new Map();
  for (const [f, n] of counts) if (n >= (isRun(f) ? Math.max(2, least) : least)) ids.set(f, ids.size);
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
      const { yes, weight = 1 } = examples[k];
      const error = weight * (1 / (1 + Math.exp(-sum)) - (yes ? 1 : 0));
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

/**
 * Logistic regression with an L2 penalty over rows of numbers, by Newton's method. For the penalty numbers are brought to mean 0
 * and deviation 1; those from `pooledFrom` on to one deviation together. Examples are `{ row, yes }`; returns `{ bias, weights }`
 * for the numbers as they come.
 */
export function trainDense(examples, { penalty = 1, rounds = 8, pooledFrom = Infinity } = {}) {
  const size = examples[0].row.length;
  const { means, deviations } = momentsOf(examples, size, pooledFrom);
  const rows = examples.map(({ row }) => {
    const scaled = new Float64Array(size + 1).fill(1);
    for (let i = 0; i < size; i += 1) scaled[i] = (row[i] - means[i]) / deviations[i];
    return scaled;
  });
  const weights = new Float64Array(size + 1);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = weights.map((w, i) => (i < size ? penalty * w : 0));
    const curvature = Array.from({ length: size + 1 }, (_, i) =>
      new Float64Array(size + 1).fill(i < size ? penalty : 0, i, i + 1),
    );
    rows.forEach((row, n) => addExample(row, examples[n].yes, weights, gradient, curvature));
    for (let i = 0; i <= size; i += 1) for (let k = 0; k < i; k += 1) curvature[k][i] = curvature[i][k];
    solve(curvature, gradient).forEach((step, i) => (weights[i] -= step));
  }
  const plain = Array.from({ length: size }, (_, i) => weights[i] / deviations[i]);
  return { bias: weights[size] - plain.reduce((sum, w, i) => sum + w * means[i], 0), weights: plain };
}

/** Adds what one example says to the gradient and to the lower half of the curvature. */
function addExample(row, yes, weights, gradient, curvature) {
  let score = 0;
  for (let i = 0; i < row.length; i += 1) score += row[i] * weights[i];
  const p = 1 / (1 + Math.exp(-score));
  const error = p - (yes ? 1 : 0);
  const slope = p * (1 - p);
  for (let i = 0; i < row.length; i += 1) {
    gradient[i] += error * row[i];
    const line = curvature[i];
    const weighed = slope * row[i];
    for (let k = 0; k <= i; k += 1) line[k] += weighed * row[k];
  }
}

function momentsOf(examples, size, pooledFrom) {
  const means = new Float64Array(size);
  const squares = new Float64Array(size);
  for (const { row } of examples) for (let i = 0; i < size; i += 1) means[i] += row[i] / examples.length;
  for (const { row } of examples)
    for (let i = 0; i < size; i += 1) squares[i] += (row[i] - means[i]) ** 2 / examples.length;
  const pooled = squares.subarray(Math.min(pooledFrom, size));
  if (pooled.length > 0) pooled.fill(pooled.reduce((sum, x) => sum + x, 0) / pooled.length);
  return { means, deviations: squares.map((x) => Math.sqrt(x) || 1) };
}

/** The x for which matrix · x = right; Gaussian elimination. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const size = right.length;
  for (let i = 0; i < size; i += 1) {
    let best = i;
    for (let k = i + 1; k < size; k += 1) if (Math.abs(rows[k][i]) > Math.abs(rows[best][i])) best = k;
    [rows[i], rows[best]] = [rows[best], rows[i]];
    for (let k = i + 1; k < size; k += 1) {
      const factor = rows[k][i] / rows[i][i];
      for (let j = i; j <= size; j += 1) rows[k][j] -= factor * rows[i][j];
    }
  }
  const x = new Array(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1)
    x[i] = (rows[i][size] - x.reduce((sum, value, k) => (k > i ? sum + rows[i][k] * value : sum), 0)) / rows[i][i];
  return x;
}
