import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

interface Flat {
  readonly features: Int32Array;
  readonly tokenStarts: Int32Array;
  readonly sequenceStarts: Int32Array;
  readonly labels: Uint8Array;
}
interface Trained {
  readonly weights: Float32Array | Float64Array;
  readonly move: Float64Array;
}
interface Trainer {
  readonly LABEL_COUNT: number;
  readonly UNKNOWN: number;
  newModel(rows: number): Trained;
  lossAndSlopes(
    model: Trained,
    data: Flat,
    sequence: number,
  ): { loss: number; slopes: Float64Array; moves: Float64Array };
  train(data: Flat, rows: number, sequences: number[], options: Record<string, number>): Trained;
  forbidden(from: number, to: number): boolean;
}

const file = new URL('../../../../tools/train/trainer.mjs', import.meta.url).href;
const { LABEL_COUNT, UNKNOWN, newModel, lossAndSlopes, train, forbidden } = (await import(file)) as Trainer;

const ROWS = 5;
const tokens = fc.array(
  fc.record({
    rows: fc.uniqueArray(fc.integer({ min: 0, max: ROWS - 1 }), { minLength: 1, maxLength: 3 }),
    label: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(UNKNOWN)),
  }),
  { minLength: 1, maxLength: 5 },
);

/** One sequence; a label that BIO forbids in its place becomes a beginning. */
function flat(sequence: readonly { rows: readonly number[]; label: number }[]): Flat {
  const labels = Uint8Array.from(sequence, ({ label }) => label);
  labels.forEach((label, i) => {
    const before = i > 0 ? (labels[i - 1] ?? 0) : 0;
    if (label !== UNKNOWN && (before === UNKNOWN ? label % 2 === 0 && label > 0 : forbidden(before, label)))
      labels[i] = label - 1;
  });
  const tokenStarts = [0];
  for (const { rows } of sequence) tokenStarts.push((tokenStarts.at(-1) ?? 0) + rows.length);
  return {
    features: Int32Array.from(sequence.flatMap(({ rows }) => rows)),
    tokenStarts: Int32Array.from(tokenStarts),
    sequenceStarts: Int32Array.of(0, sequence.length),
    labels,
  };
}

describe('the trainer', () => {
  it('follows the slope that differences of the loss show', () => {
    fc.assert(
      fc.property(
        tokens,
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 35, maxLength: 35 }),
        (sequence, weights) => {
          const data = flat(sequence);
          const model = { ...newModel(ROWS), weights: Float64Array.from(weights) };
          const { slopes, moves } = lossAndSlopes(model, data, 0);
          const step = 1e-5;
          const difference = (values: Float64Array, at: number): number => {
            const kept = values[at] ?? 0;
            const lossAt = (value: number): number => {
              values[at] = value;
              return lossAndSlopes(model, data, 0).loss;
            };
            const slope = (lossAt(kept + step) - lossAt(kept - step)) / (2 * step);
            values[at] = kept;
            return slope;
          };
          for (let k = 0; k < slopes.length; k += 3) expect(slopes[k]).toBeCloseTo(difference(model.weights, k), 5);
          for (const k of [0, 1, 3, 8, 9, 45]) expect(moves[k]).toBeCloseTo(difference(model.move, k), 5);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives the same weights for the same seed and others for another, and never an inside out of nothing', () => {
    const data = flat([0, 1, 2, 3, 4].map((row) => ({ rows: [row], label: row })));
    const options = { passes: 5, rate: 0.1, dropout: 0.3, penalty: 0.001 };
    const [one, same, other] = [7, 7, 8].map((seed) => train(data, ROWS, [0], { ...options, seed }));
    expect(one?.weights).toEqual(same?.weights);
    expect(one?.weights).not.toEqual(other?.weights);
    for (let x = 0; x < LABEL_COUNT; x += 1)
      for (let y = 0; y < LABEL_COUNT; y += 1) if (forbidden(x, y)) expect(one?.move[x * LABEL_COUNT + y]).toBe(-50);
  });
});
