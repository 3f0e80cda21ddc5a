/**
 * Inference in a linear chain: emission scores `emit[i * labels + y]`, transition scores `move[from * labels + to]`,
 * `start[y]` and `stop[y]`. All arrays are plain typed arrays, owned by the caller and reused.
 */
export interface Chain {
  readonly labels: number;
  readonly move: Float64Array;
  readonly start: Float64Array;
}

/** Scores of two neighbouring places, for any number of labels that fits in. */
const rows = [new Float64Array(64), new Float64Array(64)] as const;

/** The best path by Viterbi, written to `path[0..length)`. `back` holds at least `length * labels` entries. Answers its score. */
export function viterbi(chain: Chain, emit: Float64Array, length: number, path: Uint8Array, back: Uint8Array): number {
  const { labels, move, start } = chain;
  if (length === 0) return 0;
  let from = rows[0].subarray(0, labels);
  let to = rows[1].subarray(0, labels);
  for (let y = 0; y < labels; y += 1) from[y] = at(start, y) + at(emit, y);
  for (let i = 1; i < length; i += 1) {
    for (let y = 0; y < labels; y += 1) {
      let best = -Infinity;
      let bestFrom = 0;
      for (let x = 0; x < labels; x += 1) {
        const score = at(from, x) + at(move, x * labels + y);
        if (score > best) {
          best = score;
          bestFrom = x;
        }
      }
      to[y] = best + at(emit, i * labels + y);
      back[i * labels + y] = bestFrom;
    }
    const row = from;
    from = to;
    to = row;
  }
  let last = 0;
  for (let y = 1; y < labels; y += 1) if (at(from, y) > at(from, last)) last = y;
  const score = at(from, last);
  for (let i = length - 1; i >= 0; i -= 1) {
    path[i] = last;
    last = i > 0 ? (back[i * labels + last] ?? 0) : last;
  }
  return score;
}

/** Working memory of `marginals`; grows with the longest sequence seen. */
export class Lattice {
  alpha = new Float64Array(0);
  beta = new Float64Array(0);

  reserve(size: number): void {
    if (this.alpha.length >= size) return;
    this.alpha = new Float64Array(size * 2);
    this.beta = new Float64Array(size * 2);
  }
}

/**
 * Log of the partition function; writes P(y at i) to `marginal` and, where given, adds P(x then y) summed over places to
 * `pairs`. Forward-backward in log space.
 */
export function marginals(
  chain: Chain,
  emit: Float64Array,
  length: number,
  marginal: Float64Array,
  lattice: Lattice,
  pairs?: Float64Array,
): number {
  const { labels, move, start } = chain;
  if (length === 0) return 0;
  lattice.reserve(length * labels);
  const { alpha, beta } = lattice;
  for (let y = 0; y < labels; y += 1) alpha[y] = at(start, y) + at(emit, y);
  for (let i = 1; i < length; i += 1) {
    for (let y = 0; y < labels; y += 1)
      alpha[i * labels + y] = at(emit, i * labels + y) + logSum(alpha, (i - 1) * labels, 1, move, y, labels, labels);
  }
  const lastRow = (length - 1) * labels;
  for (let y = 0; y < labels; y += 1) beta[lastRow + y] = 0;
  const ahead = new Float64Array(labels);
  for (let i = length - 2; i >= 0; i -= 1) {
    for (let y = 0; y < labels; y += 1) ahead[y] = at(beta, (i + 1) * labels + y) + at(emit, (i + 1) * labels + y);
    for (let y = 0; y < labels; y += 1) beta[i * labels + y] = logSum(ahead, 0, 1, move, y * labels, 1, labels);
  }
  const logZ = logSum(alpha, lastRow, 1, ZEROS, 0, 1, labels);
  for (let k = 0; k < length * labels; k += 1) marginal[k] = Math.exp(at(alpha, k) + at(beta, k) - logZ);
  if (pairs) addPairs(chain, emit, length, lattice, logZ, pairs);
  return logZ;
}

function addPairs(
  chain: Chain,
  emit: Float64Array,
  length: number,
  lattice: Lattice,
  logZ: number,
  pairs: Float64Array,
): void {
  const { labels, move } = chain;
  const { alpha, beta } = lattice;
  for (let i = 1; i < length; i += 1) {
    for (let y = 0; y < labels; y += 1) {
      const right = at(emit, i * labels + y) + at(beta, i * labels + y) - logZ;
      for (let x = 0; x < labels; x += 1) {
        const pair = x * labels + y;
        pairs[pair] = at(pairs, pair) + Math.exp(at(alpha, (i - 1) * labels + x) + at(move, pair) + right);
      }
    }
  }
}

const ZEROS = new Float64Array(64);

/** log of the sum over k of exp(a[aFrom + k * aStep] + b[bFrom + k * bStep]). */
function logSum(
  a: Float64Array,
  aFrom: number,
  aStep: number,
  b: Float64Array,
  bFrom: number,
  bStep: number,
  count: number,
): number {
  let top = -Infinity;
  for (let k = 0; k < count; k += 1) top = Math.max(top, at(a, aFrom + k * aStep) + at(b, bFrom + k * bStep));
  if (top === -Infinity) return top;
  let sum = 0;
  for (let k = 0; k < count; k += 1) sum += Math.exp(at(a, aFrom + k * aStep) + at(b, bFrom + k * bStep) - top);
  return top + Math.log(sum);
}

/** Typed arrays answer `number | undefined` under noUncheckedIndexedAccess; every index here is in range by construction. */
function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
