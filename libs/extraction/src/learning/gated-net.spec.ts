import { describe, expect, it } from '@jest/globals';
import { type NetShape, netParts, netSize, runNet } from './gated-net.js';

interface Trainer {
  trainNet(
    sequences: { rows: number[][]; bases: number[]; goals: (number | null)[] }[],
    shape: NetShape,
    options?: { passes?: number; rate?: number; dropout?: number; batch?: number },
  ): Float32Array;
}
const { trainNet } = (await import(new URL('../../../../tools/labels/gated-net.mjs', import.meta.url).href)) as Trainer;

const SHAPE: NetShape = { inputs: 2, dense: 6, hidden: 4 };
const run = (parameters: Float32Array, rows: number[][]): number[] => [
  ...runNet(SHAPE, netParts(SHAPE, parameters), Float64Array.from(rows.flat()), rows.length),
];

/** Sequences of noughts with a single one; the steps to be found are those after it, or those before it. */
const bells = (wanted: (at: number, bell: number) => boolean) =>
  Array.from({ length: 24 }, (_, i) => {
    const [length, bell] = [5 + (i % 4), i % 5];
    const rows = Array.from({ length }, (__, at) => [at === bell ? 1 : 0, (at * 7 + i) % 3]);
    return { rows, bases: rows.map(() => 0), goals: rows.map((__, at) => Number(wanted(at, bell))) };
  });
const OPTIONS = { passes: 60, rate: 0.02, dropout: 0, batch: 4 };
const BELL = [
  [0, 1],
  [0, 0],
  [1, 2],
  [0, 1],
  [0, 2],
];

describe('a net that runs over a sequence', () => {
  it('has as many parameters as its parts hold', () => {
    const parts = netParts(SHAPE, new Float32Array(netSize(SHAPE)));
    const { onward, back, ...flat } = parts;
    const sizes = [...Object.values(flat), ...Object.values(onward), ...Object.values(back)] as Float32Array[];
    expect(sizes.reduce((sum, part) => sum + part.length, 0)).toBe(netSize(SHAPE));
  });

  it('learns what depends on something long before', () => {
    const parameters = trainNet(
      bells((at, bell) => at > bell),
      SHAPE,
      OPTIONS,
    );
    expect(run(parameters, BELL).map((x) => x > 0)).toEqual([false, false, false, true, true]);
  });

  it('learns what depends on something still to come', () => {
    const parameters = trainNet(
      bells((at, bell) => at < bell),
      SHAPE,
      OPTIONS,
    );
    expect(run(parameters, BELL).map((x) => x > 0)).toEqual([true, true, false, false, false]);
  });

  it('is the same whenever it is trained, and leaves alone the steps whose answer is not known', () => {
    const few = { ...OPTIONS, passes: 3, dropout: 0.4 };
    const known = bells((at, bell) => at > bell);
    expect(trainNet(known, SHAPE, few)).toEqual(trainNet(known, SHAPE, few));
    const unknown = known.map((one) => ({ ...one, goals: one.goals.map(() => null) }));
    const idle = run(trainNet(unknown, SHAPE, { ...few, passes: 1 }), BELL);
    expect(idle.every(Number.isFinite)).toBe(true);
  });

  it('has nothing to say of no rows', () => {
    expect(run(new Float32Array(netSize(SHAPE)), [])).toEqual([]);
  });
});
