import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LABELS, type Model, WORD_COLUMNS, decodeModel, encodeModel } from './model.js';
import { PAIRS, WeightTable, columnOf } from './weight-table.js';
import { WEIGHTS } from './weights.js';

const hashes = fc.uniqueArray(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((hash) => hash !== 0),
  { maxLength: 40 },
);
const block = (width: number): fc.Arbitrary<Model['words']> =>
  hashes.chain((list) =>
    fc
      .array(fc.integer({ min: -127, max: 127 }), { minLength: list.length * width, maxLength: list.length * width })
      .map((weights) => ({ hashes: Int32Array.from(list), width, weights: Int8Array.from(weights) })),
  );
const floats = (length: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: length, maxLength: length })
    .map((a) => Float64Array.from(a));
const transitions = fc.record({ move: floats(49), start: floats(7) });
const model: fc.Arbitrary<Model> = fc.record({
  scale: fc.float({ min: Math.fround(0.001), max: 1, noNaN: true }),
  words: block(14),
  looks: block(7),
  first: transitions,
  second: transitions,
});

describe('the weights file', () => {
  it('comes back as it went, from any view of the bytes', () => {
    fc.assert(
      fc.property(model, fc.integer({ min: 0, max: 9 }), (one, shift) => {
        const bytes = encodeModel(one);
        const moved = new Uint8Array(bytes.length + shift + 3);
        moved.set(bytes, shift);
        expect(decodeModel(moved.subarray(shift, shift + bytes.length))).toEqual(one);
        expect(decodeModel(Buffer.from(Buffer.from(bytes).toString('base64'), 'base64'))).toEqual(one);
      }),
      { numRuns: 50 },
    );
  });

  it('is refused when cut or foreign', () => {
    const shipped = Buffer.from(WEIGHTS.join(''), 'base64');
    expect(() => decodeModel(shipped.subarray(0, -1))).toThrow('npm run train');
    expect(() => decodeModel(shipped.subarray(1))).toThrow('PDT2');
    expect(() => decodeModel(new Uint8Array(0))).toThrow('PDT2');
  });

  it('ships whole, with weights in both passes', () => {
    const { words, looks, scale } = decodeModel(Buffer.from(WEIGHTS.join(''), 'base64'));
    expect(words.hashes.length).toBeGreaterThan(5_000);
    expect(looks.hashes.length).toBeGreaterThan(500);
    expect(words.weights.length).toBe(words.hashes.length * WORD_COLUMNS);
    expect(scale).toBeGreaterThan(0);
    expect(new Set(words.hashes).size).toBe(words.hashes.length);
  });
});

describe('the weight table', () => {
  it('adds up the weights of known features and passes over unknown ones', () => {
    fc.assert(
      fc.property(block(LABELS.length), hashes, (one, asked) => {
        const table = new WeightTable(one);
        const features = Int32Array.from([...asked, ...one.hashes]);
        const sums = new Int32Array(1 + 2 * PAIRS);
        table.addRows(sums, 1, features, features.length);
        const expected = LABELS.map((_, y) =>
          [...features].reduce((sum, hash) => {
            const row = one.hashes.indexOf(hash);
            return row < 0 ? sum : sum + (one.weights[row * LABELS.length + y] ?? 0);
          }, 0),
        );
        expect(LABELS.map((_, y) => columnOf(sums, 1, y))).toEqual(expected);
        expect([sums[0], ...sums.subarray(1 + PAIRS)]).toEqual(new Array<number>(1 + PAIRS).fill(0));
      }),
    );
  });
});
