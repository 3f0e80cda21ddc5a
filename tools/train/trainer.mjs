/**
 * Trains one linear-chain CRF by stochastic gradient with AdaGrad, feature dropout and a weight penalty. Deterministic: all
 * chance comes from one seed.
 *
 * A data set is flat: `features` (rows of the weight matrix, one run per token), `tokenStarts` (where each token's run begins,
 * one more at the end), `sequenceStarts` (first token of each sequence, one more at the end), `labels` (one per token;
 * UNKNOWN where the annotation does not say).
 */
import { Lattice, marginals } from '@proofdesk/extraction/training';

export const LABEL_COUNT = 7;
export const UNKNOWN = 255;
/** The only inside with which a sequence may begin: content that began in the sentence before. */
export const CONTINUED = 6;

/** A small seeded generator (xorshift32); `next()` is a 32-bit integer. */
export function seededRandom(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** Transitions that BIO forbids: into "inside" of a role from anything but its beginning or inside. Labels: O, then B and I of each role. */
export function forbidden(from, to) {
  return to > 0 && to % 2 === 0 && from !== to && from !== to - 1;
}

export function newModel(rows) {
  const model = {
    weights: new Float32Array(rows * LABEL_COUNT),
    squares: new Float32Array(rows * LABEL_COUNT),
    move: new Float64Array(LABEL_COUNT ** 2),
    moveSquares: new Float64Array(LABEL_COUNT ** 2),
    start: new Float64Array(LABEL_COUNT),
    startSquares: new Float64Array(LABEL_COUNT),
  };
  for (let x = 0; x < LABEL_COUNT; x += 1)
    for (let y = 0; y < LABEL_COUNT; y += 1) if (forbidden(x, y)) model.move[x * LABEL_COUNT + y] = -50;
  for (let y = 2; y < CONTINUED; y += 2) model.start[y] = -50;
  return model;
}

const chainOf = (model) => ({ labels: LABEL_COUNT, move: model.move, start: model.start });

/** One pass over `order`; answers the mean loss per token. */
export function trainPass(model, data, order, { rate, dropout, penalty, random }) {
  const keep = 1 - dropout;
  const limit = Math.floor(keep * 0x100000000);
  const work = workspace();
  let [loss, tokens] = [0, 0];
  for (const sequence of order) {
    const [from, to] = [data.sequenceStarts[sequence], data.sequenceStarts[sequence + 1]];
    const length = to - from;
    if (length === 0) continue;
    work.reserve(length, data.tokenStarts[to] - data.tokenStarts[from]);
    score(model, data, from, to, work, random, limit, keep);
    loss += gradient(model, data, from, length, work);
    step(model, data, from, to, work, rate, penalty, keep);
    tokens += length;
  }
  return loss / tokens;
}

/** The loss of one sequence and its slope by every weight, without dropout or penalty: what the checks hold against differences. */
export function lossAndSlopes(model, data, sequence) {
  const [from, to] = [data.sequenceStarts[sequence], data.sequenceStarts[sequence + 1]];
  const work = workspace();
  work.reserve(to - from, data.tokenStarts[to] - data.tokenStarts[from]);
  score(model, data, from, to, work, null, 0, 1);
  const loss = gradient(model, data, from, to - from, work);
  const slopes = new Float64Array(model.weights.length);
  for (let t = from; t < to; t += 1)
    for (let f = data.tokenStarts[t]; f < data.tokenStarts[t + 1]; f += 1)
      for (let y = 0; y < LABEL_COUNT; y += 1)
        slopes[data.features[f] * LABEL_COUNT + y] += work.marginal[(t - from) * LABEL_COUNT + y];
  return { loss, slopes, moves: Float64Array.from(work.pairs) };
}

function workspace() {
  const work = {
    emit: new Float64Array(0),
    marginal: new Float64Array(0),
    gold: new Float64Array(0),
    kept: new Uint8Array(0),
    lattice: new Lattice(),
    pairs: new Float64Array(LABEL_COUNT ** 2),
    goldPairs: new Float64Array(LABEL_COUNT ** 2),
  };
  work.reserve = (length, features) => {
    if (work.emit.length < length * LABEL_COUNT)
      for (const name of ['emit', 'marginal', 'gold']) work[name] = new Float64Array(length * LABEL_COUNT * 2);
    if (work.kept.length < features) work.kept = new Uint8Array(features * 2);
  };
  return work;
}

function score(model, data, from, to, work, random, limit, keep) {
  const { weights } = model;
  const { features, tokenStarts } = data;
  const { emit, kept } = work;
  let k = 0;
  for (let t = from; t < to; t += 1) {
    const base = (t - from) * LABEL_COUNT;
    for (let y = 0; y < LABEL_COUNT; y += 1) emit[base + y] = 0;
    for (let f = tokenStarts[t]; f < tokenStarts[t + 1]; f += 1, k += 1) {
      kept[k] = keep === 1 || random() < limit ? 1 : 0;
      if (kept[k] === 0) continue;
      const row = features[f] * LABEL_COUNT;
      for (let y = 0; y < LABEL_COUNT; y += 1) emit[base + y] += weights[row + y];
    }
    if (keep < 1) for (let y = 0; y < LABEL_COUNT; y += 1) emit[base + y] /= keep;
  }
}

/** Leaves in `marginal` what the model expects less what the labels say, in `pairs` the same of transitions; answers the loss. */
function gradient(model, data, from, length, work) {
  const { emit, marginal, gold, lattice, pairs, goldPairs } = work;
  pairs.fill(0);
  goldPairs.fill(0);
  const all = marginals(chainOf(model), emit, length, marginal, lattice, pairs);
  const partial = maskUnlabelled(data, from, length, emit);
  const labelled = marginals(chainOf(model), partial, length, gold, lattice, goldPairs);
  for (let k = 0; k < length * LABEL_COUNT; k += 1) marginal[k] -= gold[k];
  for (let k = 0; k < pairs.length; k += 1) pairs[k] -= goldPairs[k];
  return all - labelled;
}

/** Emissions in which only the labels that the annotation allows are possible. */
function maskUnlabelled(data, from, length, emit) {
  const out = emit.slice(0, length * LABEL_COUNT);
  for (let i = 0; i < length; i += 1) {
    const label = data.labels[from + i];
    if (label === UNKNOWN) continue;
    for (let y = 0; y < LABEL_COUNT; y += 1) if (y !== label) out[i * LABEL_COUNT + y] = -1e4;
  }
  return out;
}

function step(model, data, from, to, work, rate, penalty, keep) {
  const { weights, squares } = model;
  const { features, tokenStarts } = data;
  const { marginal, kept, pairs } = work;
  let k = 0;
  for (let t = from; t < to; t += 1) {
    const base = (t - from) * LABEL_COUNT;
    for (let f = tokenStarts[t]; f < tokenStarts[t + 1]; f += 1, k += 1) {
      if (kept[k] === 0) continue;
      const row = features[f] * LABEL_COUNT;
      for (let y = 0; y < LABEL_COUNT; y += 1) {
        const slope = marginal[base + y] / keep;
        if (slope < 1e-4 && slope > -1e-4) continue;
        const g = slope + penalty * weights[row + y];
        squares[row + y] += g * g;
        weights[row + y] -= (rate * g) / Math.sqrt(squares[row + y] + 1e-6);
      }
    }
  }
  nudge(model.move, model.moveSquares, pairs, rate);
  const first = marginal.subarray(0, LABEL_COUNT);
  nudge(model.start, model.startSquares, first, rate);
}

function nudge(values, squares, slopes, rate) {
  for (let k = 0; k < values.length; k += 1) {
    if (values[k] <= -50 || slopes[k] === 0) continue;
    squares[k] += slopes[k] * slopes[k];
    values[k] -= (rate * slopes[k]) / Math.sqrt(squares[k] + 1e-6);
  }
}

/** Trains for some passes with a rate that falls to nothing. `report(pass, loss)` is called after each. */
export function train(data, rows, sequences, options, report = () => {}) {
  const random = seededRandom(options.seed);
  const model = newModel(rows);
  const order = [...sequences];
  for (let pass = 0; pass < options.passes; pass += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = random() % (i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    const rate = options.rate * (1 - pass / options.passes);
    report(pass, trainPass(model, data, order, { ...options, rate, random }));
  }
  return model;
}
