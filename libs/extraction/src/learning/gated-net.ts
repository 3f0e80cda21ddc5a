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
  const [fromOnward, fromBack, fromUnits] = [onward, back, units].map((seen, i) => {
    const [start, size] = [i * hidden, i === 2 ? width : hidden];
    return products(parts.out.subarray(start, start + size), 1, seen, count, size);
  }) as [Float64Array, Float64Array, Float64Array];
  return fromOnward.map((x, t) => x + at(fromBack, t) + at(fromUnits, t) + at(parts.outOffset, 0));
}

function denseLayer(
  { inputs, dense }: NetShape,
  parts: NetParts<Numbers>,
  rows: Float64Array,
  count: number,
): Float64Array {
  const scaled = rows.map((x, k) => (x - at(parts.shift, k % inputs)) * at(parts.scale, k % inputs));
  const units = products(parts.dense, dense, scaled, count, inputs);
  for (let k = 0; k < count * dense; k += 1) units[k] = Math.max(0, at(units, k) + at(parts.denseOffset, k % dense));
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
  const here = products(into, 3 * hidden, units, count, dense);
  const past = new Float64Array(3 * hidden);
  let state = new Float64Array(hidden);
  let now = new Float64Array(hidden);
  for (let n = 0; n < count; n += 1) {
    const t = step === 1 ? n : count - 1 - n;
    const own = 3 * hidden * t;
    multiply(past, 0, from, 3 * hidden, state, 0, hidden);
    for (let j = 0; j < hidden; j += 1) {
      const [u, f] = [hidden + j, 2 * hidden + j];
      const reset = sigmoid(at(here, own + j) + at(offset, j) + at(past, j));
      const update = sigmoid(at(here, own + u) + at(offset, u) + at(past, u));
      const fresh = Math.tanh(at(here, own + f) + at(offset, f) + reset * at(past, f));
      now[j] = (1 - update) * fresh + update * at(state, j);
    }
    out.set(now, t * hidden);
    [state, now] = [now, state];
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
    let [a, b, c, d] = [0, 0, 0, 0];
    const [first, second, third, fourth] = [row * size, (row + 1) * size, (row + 2) * size, (row + 3) * size];
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
