/**
 * Trains the net of libs/extraction/src/learning/gated-net.ts: back-propagation through time, Adam with decoupled weight decay (Loshchilov and
 * Hutter 2019), dropout at every layer. Deterministic: chance comes from a fixed seed, the order of the examples is fixed.
 */
import { netParts, netSize } from '../../libs/extraction/dist/learning/gated-net.js';

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** Numbers from 0 to 1 that look random (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Sequences are `{ rows, bases, goals }`: a row of numbers for each step, log odds that the net adds to, and 1, 0 or null where the
 * right answer is not known. Returns the parameters, a Float32Array.
 */
export function trainNet(
  sequences,
  shape,
  { passes = 30, rate = 2e-3, decay = 1e-2, dropout = 0.4, batch = 16, seed = 1 } = {},
) {
  const random = chance(seed);
  const weights = new Float64Array(netSize(shape));
  const parts = netParts(shape, weights);
  fillAtRandom(parts, shape, random);
  setMoments(parts, sequences, shape.inputs);
  const gradient = new Float64Array(weights.length);
  const slopes = netParts(shape, gradient);
  const trained = 2 * shape.inputs;
  const adam = { mean: new Float64Array(weights.length), square: new Float64Array(weights.length), step: 0 };
  const order = sequences.map((_, i) => i);
  const steps = makeSteps(shape, Math.max(...sequences.map(({ rows }) => rows.length)));
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    const pace = rate * Math.max(0.05, 1 - pass / passes);
    for (let at = 0; at < order.length; at += batch) {
      const some = order.slice(at, at + batch).map((i) => sequences[i]);
      const known = some.reduce((sum, { goals }) => sum + goals.filter((goal) => goal !== null).length, 0) || 1;
      gradient.fill(0);
      for (const sequence of some) {
        forward(shape, parts, sequence, steps, { random, dropout });
        backward(shape, parts, slopes, sequence, steps, known);
      }
      descend(weights, gradient, adam, { trained, pace, decay });
    }
  }
  return Float32Array.from(weights);
}

function fillAtRandom(parts, { inputs, dense, hidden }, random) {
  const fill = (array, bound) => {
    for (let i = 0; i < array.length; i += 1) array[i] = (2 * random() - 1) * bound;
  };
  fill(parts.dense, 1 / Math.sqrt(inputs));
  fill(parts.denseOffset, 1 / Math.sqrt(inputs));
  for (const direction of [parts.onward, parts.back])
    for (const array of Object.values(direction)) fill(array, 1 / Math.sqrt(hidden));
  fill(parts.out, 1 / Math.sqrt(2 * hidden + dense));
  fill(parts.outOffset, 1 / Math.sqrt(2 * hidden + dense));
}

/** Brings every number to mean 0 and deviation 1. */
function setMoments({ shift, scale }, sequences, inputs) {
  const rows = sequences.flatMap((one) => one.rows);
  for (let i = 0; i < inputs; i += 1) {
    shift[i] = rows.reduce((sum, row) => sum + row[i], 0) / rows.length;
    scale[i] = 1 / (Math.sqrt(rows.reduce((sum, row) => sum + (row[i] - shift[i]) ** 2, 0) / rows.length) || 1);
  }
}

function shuffle(order, random) {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const k = Math.floor(random() * (i + 1));
    [order[i], order[k]] = [order[k], order[i]];
  }
}

/** What the net did at each step, kept for the way back; used again for every sequence. */
function makeSteps({ inputs, dense, hidden }, longest) {
  const direction = () => ({
    before: new Float64Array(hidden),
    reset: new Float64Array(hidden),
    update: new Float64Array(hidden),
    fresh: new Float64Array(hidden),
    past: new Float64Array(hidden),
    state: new Float64Array(hidden),
    kept: new Float64Array(hidden),
    slope: new Float64Array(hidden),
  });
  return Array.from({ length: longest }, () => ({
    row: new Float64Array(inputs),
    units: new Float64Array(dense),
    kept: new Float64Array(dense),
    keptOut: new Float64Array(dense),
    slope: new Float64Array(dense),
    onward: direction(),
    back: direction(),
    score: 0,
  }));
}

function dot(matrix, row, vector) {
  let sum = 0;
  const from = row * vector.length;
  for (let i = 0; i < vector.length; i += 1) sum += matrix[from + i] * vector[i];
  return sum;
}

function forward(shape, parts, { rows, bases }, steps, { random, dropout }) {
  const { inputs, dense, hidden } = shape;
  const mask = () => (random() < dropout ? 0 : 1 / (1 - dropout));
  rows.forEach((row, t) => {
    const step = steps[t];
    for (let i = 0; i < inputs; i += 1) step.row[i] = (row[i] - parts.shift[i]) * parts.scale[i] * mask();
    for (let j = 0; j < dense; j += 1) {
      step.kept[j] = mask();
      step.units[j] = Math.max(0, dot(parts.dense, j, step.row) + parts.denseOffset[j]) * step.kept[j];
      step.keptOut[j] = mask();
    }
  });
  for (const [name, order] of orders(rows.length)) {
    let before = null;
    for (const t of order) {
      gate(shape, parts[name], steps[t].units, steps[t][name], before);
      for (let j = 0; j < hidden; j += 1) steps[t][name].kept[j] = mask();
      before = steps[t][name].state;
    }
  }
  rows.forEach((_, t) => {
    const { units, keptOut, onward, back } = steps[t];
    let sum = bases[t] + parts.outOffset[0];
    for (let j = 0; j < hidden; j += 1) {
      sum += parts.out[j] * onward.state[j] * onward.kept[j];
      sum += parts.out[hidden + j] * back.state[j] * back.kept[j];
    }
    for (let j = 0; j < dense; j += 1) sum += parts.out[2 * hidden + j] * units[j] * keptOut[j];
    steps[t].score = sum;
  });
}

/** The steps in the order in which each direction takes them. */
function orders(count) {
  const onward = Array.from({ length: count }, (_, t) => t);
  return [
    ['onward', onward],
    ['back', [...onward].reverse()],
  ];
}

function gate({ hidden }, { into, from, offset }, units, step, before) {
  if (before) step.before.set(before);
  else step.before.fill(0);
  for (let j = 0; j < hidden; j += 1) {
    const [r, u, n] = [j, hidden + j, 2 * hidden + j];
    step.reset[j] = sigmoid(dot(into, r, units) + offset[r] + dot(from, r, step.before));
    step.update[j] = sigmoid(dot(into, u, units) + offset[u] + dot(from, u, step.before));
    step.past[j] = dot(from, n, step.before);
    step.fresh[j] = Math.tanh(dot(into, n, units) + offset[n] + step.reset[j] * step.past[j]);
  }
  for (let j = 0; j < hidden; j += 1)
    step.state[j] = (1 - step.update[j]) * step.fresh[j] + step.update[j] * step.before[j];
}

function backward(shape, parts, slopes, { rows, goals }, steps, known) {
  const { inputs, dense, hidden } = shape;
  rows.forEach((_, t) => {
    const { units, keptOut, onward, back, slope, score } = steps[t];
    const error = goals[t] === null ? 0 : (sigmoid(score) - goals[t]) / known;
    slopes.outOffset[0] += error;
    [onward, back].forEach((one, d) => {
      for (let j = 0; j < hidden; j += 1) {
        slopes.out[d * hidden + j] += error * one.state[j] * one.kept[j];
        one.slope[j] = error * parts.out[d * hidden + j] * one.kept[j];
      }
    });
    for (let j = 0; j < dense; j += 1) {
      slopes.out[2 * hidden + j] += error * units[j] * keptOut[j];
      slope[j] = error * parts.out[2 * hidden + j] * keptOut[j];
    }
  });
  for (const [name, order] of orders(rows.length)) {
    const carried = new Float64Array(hidden);
    for (const t of order.reverse()) gateBack(shape, parts[name], slopes[name], steps[t], steps[t][name], carried);
  }
  rows.forEach((_, t) => {
    const { row, units, kept, slope } = steps[t];
    for (let j = 0; j < dense; j += 1) {
      const error = units[j] > 0 ? slope[j] * kept[j] : 0;
      if (error === 0) continue;
      slopes.denseOffset[j] += error;
      for (let i = 0; i < inputs; i += 1) slopes.dense[j * inputs + i] += error * row[i];
    }
  });
}

/** One step back in time; `carried` is the slope of the state that the step left, and then of the one it found. */
function gateBack({ dense, hidden }, { into, from }, slopes, { units, slope }, step, carried) {
  const errors = new Float64Array(3 * hidden);
  const pastErrors = new Float64Array(3 * hidden);
  for (let j = 0; j < hidden; j += 1) {
    const here = step.slope[j] + carried[j];
    const fresh = here * (1 - step.update[j]) * (1 - step.fresh[j] ** 2);
    errors[j] = fresh * step.past[j] * step.reset[j] * (1 - step.reset[j]);
    errors[hidden + j] = here * (step.before[j] - step.fresh[j]) * step.update[j] * (1 - step.update[j]);
    errors[2 * hidden + j] = fresh;
    carried[j] = here * step.update[j];
    pastErrors[j] = errors[j];
    pastErrors[hidden + j] = errors[hidden + j];
    pastErrors[2 * hidden + j] = fresh * step.reset[j];
  }
  for (let g = 0; g < 3 * hidden; g += 1) {
    const error = errors[g];
    const past = pastErrors[g];
    slopes.offset[g] += error;
    for (let i = 0; i < dense; i += 1) {
      slopes.into[g * dense + i] += error * units[i];
      slope[i] += error * into[g * dense + i];
    }
    for (let i = 0; i < hidden; i += 1) {
      slopes.from[g * hidden + i] += past * step.before[i];
      carried[i] += past * from[g * hidden + i];
    }
  }
}

function descend(weights, gradient, adam, { trained, pace, decay }) {
  adam.step += 1;
  const [unbias, unbiasSquare] = [1 - 0.9 ** adam.step, 1 - 0.999 ** adam.step];
  for (let i = trained; i < weights.length; i += 1) {
    const g = gradient[i];
    adam.mean[i] = 0.9 * adam.mean[i] + 0.1 * g;
    adam.square[i] = 0.999 * adam.square[i] + 0.001 * g * g;
    weights[i] -=
      pace * (adam.mean[i] / unbias / (Math.sqrt(adam.square[i] / unbiasSquare) + 1e-8) + decay * weights[i]);
  }
}
