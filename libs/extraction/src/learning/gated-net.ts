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

/** The product of a row of a matrix and a vector. */
function dot(matrix: Numbers, row: number, vector: Numbers, at: number, size: number): number {
  let sum = 0;
  const from = row * size;
  for (let i = 0; i < size; i += 1) sum += (matrix[from + i] as number) * (vector[at + i] as number);
  return sum;
}

/**
 * What a net makes of a sequence of rows: one number for each, which knows what came before it and what comes after. A dense layer, gated
 * recurrent units in both directions (Cho et al. 2014; Schuster and Paliwal 1997), and a weighted sum of it all. Linear in `count`.
 */
export function runNet(shape: NetShape, parts: NetParts<Numbers>, rows: Float64Array, count: number): Float64Array {
  const { dense: width, hidden } = shape;
  const units = denseLayer(shape, parts, rows, count);
  const onward = remembered(shape, parts.onward, units, count, 1);
  const back = remembered(shape, parts.back, units, count, -1);
  return Float64Array.from({ length: count }, (_, t) => {
    const seen =
      dot(parts.out, 0, onward, t * hidden, hidden) +
      dot(parts.out.subarray(hidden), 0, back, t * hidden, hidden) +
      dot(parts.out.subarray(2 * hidden), 0, units, t * width, width);
    return seen + (parts.outOffset[0] as number);
  });
}

function denseLayer(
  { inputs, dense }: NetShape,
  parts: NetParts<Numbers>,
  rows: Float64Array,
  count: number,
): Float64Array {
  const units = new Float64Array(count * dense);
  const row = new Float64Array(inputs);
  for (let t = 0; t < count; t += 1) {
    for (let i = 0; i < inputs; i += 1)
      row[i] = ((rows[t * inputs + i] as number) - (parts.shift[i] as number)) * (parts.scale[i] as number);
    for (let j = 0; j < dense; j += 1)
      units[t * dense + j] = Math.max(0, dot(parts.dense, j, row, 0, inputs) + (parts.denseOffset[j] as number));
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
  const [here, past] = [new Float64Array(3), new Float64Array(3)];
  let state = new Float64Array(hidden);
  let now = new Float64Array(hidden);
  for (let n = 0; n < count; n += 1) {
    const t = step === 1 ? n : count - 1 - n;
    for (let j = 0; j < hidden; j += 1) {
      gates(here, into, j, hidden, units, t * dense, dense);
      gates(past, from, j, hidden, state, 0, hidden);
      const reset = sigmoid(at(here, 0) + at(offset, j) + at(past, 0));
      const update = sigmoid(at(here, 1) + at(offset, hidden + j) + at(past, 1));
      const fresh = Math.tanh(at(here, 2) + at(offset, 2 * hidden + j) + reset * at(past, 2));
      now[j] = (1 - update) * fresh + update * at(state, j);
    }
    out.set(now, t * hidden);
    [state, now] = [now, state];
  }
  return out;
}

/**
 * The products of a unit's three rows (reset, update, new) and a vector. Three sums side by side: a sum alone waits for each of its
 * additions, and these are most of the net's time.
 */
function gates(
  sums: Float64Array,
  matrix: Numbers,
  unit: number,
  units: number,
  vector: Float64Array,
  from: number,
  size: number,
): void {
  let [reset, update, fresh] = [0, 0, 0];
  const [first, second, third] = [unit * size, (units + unit) * size, (2 * units + unit) * size];
  for (let i = 0; i < size; i += 1) {
    const x = vector[from + i] as number;
    reset += (matrix[first + i] as number) * x;
    update += (matrix[second + i] as number) * x;
    fresh += (matrix[third + i] as number) * x;
  }
  sums[0] = reset;
  sums[1] = update;
  sums[2] = fresh;
}

/** Every index here is in range by construction. */
const at = (numbers: Numbers, index: number): number => numbers[index] as number;
