/**
 * Softmax over several choices: numbers that speak for a choice, weighed alike for all, and words, weighed for each choice by itself.
 * Full-batch descent (Adam) with an L2 penalty. Deterministic: fixed order, no random numbers.
 */

/** Words that came less often tell nothing. */
const LEAST = 2;

/**
 * Examples are `{ rows, features, right }`: a row of `size` numbers for each choice, names of features, the right choice.
 * Returns `{ weights, biases, words }`; `words` is a map from feature to a weight for each choice.
 */
export function trainChoice(examples, choices, size, { rounds = 200, penalty = 2, penaltyOfRows = 0.1 } = {}) {
  const ids = idsOf(examples);
  const known = examples.map(({ features }) =>
    Int32Array.from(features.filter((f) => ids.has(f)).map((f) => ids.get(f))),
  );
  const start = { rows: 0, biases: size, words: size + choices };
  const weights = new Float64Array(start.words + ids.size * choices);
  const scoresOf = (example, words) =>
    example.rows.map((row, c) => {
      let sum = weights[start.biases + c];
      for (let k = 0; k < size; k += 1) sum += row[k] * weights[k];
      for (const f of words) sum += weights[start.words + f * choices + c];
      return sum;
    });
  const slopes = () => {
    const gradient = weights.map((w, i) => (i < start.biases ? penaltyOfRows * w : i < start.words ? 0 : penalty * w));
    examples.forEach((example, n) => {
      const shares = softmax(scoresOf(example, known[n]));
      shares.forEach((share, c) => {
        const error = share - (c === example.right ? 1 : 0);
        gradient[start.biases + c] += error;
        for (let k = 0; k < size; k += 1) gradient[k] += error * example.rows[c][k];
        for (const f of known[n]) gradient[start.words + f * choices + c] += error;
      });
    });
    return gradient;
  };
  descend(weights, slopes, rounds);
  return {
    weights: [...weights.subarray(0, size)],
    biases: [...weights.subarray(start.biases, start.words)],
    words: new Map(
      [...ids].map(([f, id]) => [
        f,
        [...weights.subarray(start.words + id * choices, start.words + (id + 1) * choices)],
      ]),
    ),
  };
}

function idsOf(examples) {
  const counts = new Map();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= LEAST);
  return new Map(often.map(([f], id) => [f, id]));
}

/** Shares of choices by their scores. */
export function softmax(scores) {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** Full-batch descent (Adam) of `weights`, in place; `slopes` gives the gradient where they stand. */
export function descend(weights, slopes, rounds) {
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = slopes();
    const rate = 0.1 * Math.max(0.05, 1 - round / rounds);
    for (let i = 0; i < weights.length; i += 1) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
      square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2;
      weights[i] -= (rate * (mean[i] / (1 - 0.9 ** round))) / (Math.sqrt(square[i] / (1 - 0.99 ** round)) + 1e-6);
    }
  }
}

/** The choice with the highest score, and whether it is the right one. */
export function isRight({ weights, biases, words }, { rows, features, right }) {
  const scores = rows.map((row, c) => row.reduce((sum, x, k) => sum + x * weights[k], biases[c]));
  for (const f of features) words.get(f)?.forEach((weight, c) => (scores[c] += weight));
  return scores.indexOf(Math.max(...scores)) === right;
}
