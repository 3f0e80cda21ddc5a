/** How large a net is: numbers in a row, units of the first layer, units that remember in each direction. */
export interface NetShape {
  readonly inputs: number;
  readonly dense: number;
  readonly hidden: number;
}

/** The parameters of one direction: weights of what comes in, of what is remembered, and the offsets; reset, update and new in turn. */
export interface Direction<T> {
  readonly into: T;
  readonly from: T;
  readonly offset: T;
}

/** The parameters of a net, each a part of one array. Matrices lie row by row, a row for each unit. */
export interface NetParts<T> {
  readonly shift: T;
  readonly scale: T;
  readonly dense: T;
  readonly denseOffset: T;
  readonly onward: Direction<T>;
  readonly back: Direction<T>;
  readonly out: T;
  readonly outOffset: T;
}

interface Sliced<T> {
  subarray(start: number, end: number): T;
}

/** How many parameters a net of this shape has. */
export function netSize({ inputs, dense, hidden }: NetShape): number {
  return 2 * inputs + dense * (inputs + 1) + 6 * hidden * (dense + hidden + 1) + 2 * hidden + dense + 1;
}

/** The parts of a net in the array of its parameters. */
export function netParts<T extends Sliced<T>>({ inputs, dense, hidden }: NetShape, parameters: T): NetParts<T> {
  let at = 0;
  const next = (size: number): T => parameters.subarray(at, (at += size));
  const direction = (): Direction<T> => ({
    into: next(3 * hidden * dense),
    from: next(3 * hidden * hidden),
    offset: next(3 * hidden),
  });
  return {
    shift: next(inputs),
    scale: next(inputs),
    dense: next(dense * inputs),
    denseOffset: next(dense),
    onward: direction(),
    back: direction(),
    out: next(2 * hidden + dense),
    outOffset: next(1),
  };
}

type Numbers = Float32Array | Float64Array;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * What a net makes of a sequence of rows: one number for each, which knows what came before it and what comes after. A dense layer, gated
 * recurrent units in both directions (Cho et al. 2014; Schuster and Paliwal 1997), and a weighted sum of it all. Linear in `count`.
 */
export function runNet(shape: NetShape, parts: NetParts<Numbers>, rows: Float64Array, count: number): Float64Array {
  const { dense: width, hidden } = shape;
  const units = denseLayer(shape, parts, rows, count);
  const onward = remembered(shape, parts.onward, units, count, 1);
  const back = remembered(shape, parts.back, units, count, -1);
  const fromOnward = products(parts.out.subarray(0, hidden), 1, onward, count, hidden);
  const fromBack = products(parts.out.subarray(hidden, 2 * hidden), 1, back, count, hidden);
  const fromUnits = products(parts.out.subarray(2 * hidden), 1, units, count, width);
  const offset = at(parts.outOffset, 0);
  for (let t = 0; t < count; t += 1) fromUnits[t] = at(fromOnward, t) + at(fromBack, t) + at(fromUnits, t) + offset;
  return fromUnits;
}

function denseLayer(
  { inputs, dense }: NetShape,
  { shift, scale, dense: weights, denseOffset }: NetParts<Numbers>,
  rows: Float64Array,
  count: number,
): Float64Array {
  const scaled = new Float64Array(count * inputs);
  for (let t = 0, k = 0; t < count; t += 1)
    for (let i = 0; i < inputs; i += 1, k += 1) scaled[k] = (at(rows, k) - at(shift, i)) * at(scale, i);
  const units = products(weights, dense, scaled, count, inputs);
  for (let t = 0, k = 0; t < count; t += 1)
    for (let i = 0; i < dense; i += 1, k += 1) {
      const sum = at(units, k) + at(denseOffset, i);
      units[k] = sum > 0 ? sum : 0;
    }
  return units;
}

/** What the units of one direction remember at each row. */
function remembered(
  { dense, hidden }: NetShape,
  { into, from, offset }: Direction<Numbers>,
  units: Float64Array,
  count: number,
  step: 1 | -1,
): Float64Array {
  const out = new Float64Array(count * hidden);
  const gates = 3 * hidden;
  const here = products(into, gates, units, count, dense);
  const past = new Float64Array(gates);
  let state = new Float64Array(hidden);
  let now = new Float64Array(hidden);
  for (let n = 0; n < count; n += 1) {
    const t = step === 1 ? n : count - 1 - n;
    multiply(past, 0, from, gates, state, 0, hidden);
    for (let j = 0, own = gates * t; j < hidden; j += 1, own += 1) {
      const u = hidden + j;
      const f = hidden + u;
      const reset = sigmoid(at(here, own) + at(offset, j) + at(past, j));
      const update = sigmoid(at(here, own + hidden) + at(offset, u) + at(past, u));
      const fresh = Math.tanh(at(here, own + hidden + hidden) + at(offset, f) + reset * at(past, f));
      now[j] = (1 - update) * fresh + update * at(state, j);
    }
    out.set(now, t * hidden);
    const before = state;
    state = now;
    now = before;
  }
  return out;
}

/** The products of a matrix of `height` rows and each of `count` vectors of length `size`, one after the other. */
function products(matrix: Numbers, height: number, vectors: Float64Array, count: number, size: number): Float64Array {
  const out = new Float64Array(count * height);
  for (let t = 0; t < count; t += 1) multiply(out, t * height, matrix, height, vectors, t * size, size);
  return out;
}

/** The product of a matrix and a vector. Four sums side by side: one alone waits for each of its additions, and these are the net's time. */
function multiply(
  out: Float64Array,
  to: number,
  matrix: Numbers,
  height: number,
  vector: Float64Array,
  from: number,
  size: number,
): void {
  const whole = height - (height % 4);
  for (let row = 0; row < whole; row += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    const first = row * size;
    const second = first + size;
    const third = second + size;
    const fourth = third + size;
    for (let i = 0; i < size; i += 1) {
      const x = vector[from + i] as number;
      a += (matrix[first + i] as number) * x;
      b += (matrix[second + i] as number) * x;
      c += (matrix[third + i] as number) * x;
      d += (matrix[fourth + i] as number) * x;
    }
    out[to + row] = a;
    out[to + row + 1] = b;
    out[to + row + 2] = c;
    out[to + row + 3] = d;
  }
  for (let row = whole; row < height; row += 1) {
    let sum = 0;
    for (let i = 0; i < size; i += 1) sum += (matrix[row * size + i] as number) * (vector[from + i] as number);
    out[to + row] = sum;
  }
}

/** Every index here is in range by construction. */
const at = (numbers: Numbers, index: number): number => numbers[index] as number;
