import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Chain, Lattice, marginals, viterbi } from './chain.js';

const score = fc.double({ min: -4, max: 4, noNaN: true });
const problem = fc
  .record({ labels: fc.integer({ min: 2, max: 4 }), length: fc.integer({ min: 1, max: 5 }) })
  .chain(({ labels, length }) =>
    fc.record({
      length: fc.constant(length),
      emit: fc
        .array(score, { minLength: labels * length, maxLength: labels * length })
        .map((a) => Float64Array.from(a)),
      chain: fc.record({
        labels: fc.constant(labels),
        move: fc.array(score, { minLength: labels ** 2, maxLength: labels ** 2 }).map((a) => Float64Array.from(a)),
        start: fc.array(score, { minLength: labels, maxLength: labels }).map((a) => Float64Array.from(a)),
      }),
    }),
  );

/** Every path with its score, by counting in base `labels`. */
function allPaths(
  { labels, move, start }: Chain,
  emit: Float64Array,
  length: number,
): { path: number[]; score: number }[] {
  return Array.from({ length: labels ** length }, (_, code) => {
    const path = Array.from({ length }, (_place, i) => Math.floor(code / labels ** i) % labels);
    const total = path.reduce(
      (sum, y, i) =>
        sum + (emit[i * labels + y] ?? 0) + (i === 0 ? (start[y] ?? 0) : (move[(path[i - 1] ?? 0) * labels + y] ?? 0)),
      0,
    );
    return { path, score: total };
  });
}

const logZ = (paths: { score: number }[]): number =>
  Math.log(paths.reduce((sum, { score: s }) => sum + Math.exp(s), 0));

describe('viterbi', () => {
  it('finds a path as good as the best of all', () => {
    fc.assert(
      fc.property(problem, ({ chain, emit, length }) => {
        const path = new Uint8Array(length);
        const found = viterbi(chain, emit, length, path, new Uint8Array(length * chain.labels));
        const paths = allPaths(chain, emit, length);
        const best = Math.max(...paths.map((one) => one.score));
        expect(found).toBeCloseTo(best, 9);
        expect(paths.find((one) => one.path.every((y, i) => y === path[i]))?.score).toBeCloseTo(best, 9);
      }),
    );
  });

  it('leaves an empty sequence alone', () => {
    const chain = { labels: 2, move: new Float64Array(4), start: new Float64Array(2) };
    expect(viterbi(chain, new Float64Array(0), 0, new Uint8Array(0), new Uint8Array(0))).toBe(0);
  });
});

describe('marginals', () => {
  it('agrees with the sum over all paths', () => {
    fc.assert(
      fc.property(problem, ({ chain, emit, length }) => {
        const { labels } = chain;
        const marginal = new Float64Array(length * labels);
        const pairs = new Float64Array(labels ** 2);
        const z = marginals(chain, emit, length, marginal, new Lattice(), pairs);
        const paths = allPaths(chain, emit, length);
        expect(z).toBeCloseTo(logZ(paths), 8);
        const share = (wanted: (path: number[]) => number): number =>
          paths.reduce((sum, { path, score: s }) => sum + wanted(path) * Math.exp(s - z), 0);
        for (let i = 0; i < length; i += 1)
          for (let y = 0; y < labels; y += 1)
            expect(marginal[i * labels + y]).toBeCloseTo(
              share((path) => Number(path[i] === y)),
              8,
            );
        for (let x = 0; x < labels; x += 1)
          for (let y = 0; y < labels; y += 1) {
            const times = (path: number[]): number =>
              path.filter((to, i) => i > 0 && to === y && path[i - 1] === x).length;
            expect(pairs[x * labels + y]).toBeCloseTo(share(times), 8);
          }
      }),
    );
  });

  it('stays finite where scores are far apart', () => {
    const chain = { labels: 2, move: Float64Array.of(0, -1e4, -1e4, 0), start: Float64Array.of(0, -1e4) };
    const marginal = new Float64Array(6);
    const z = marginals(chain, Float64Array.of(900, -900, 900, -900, 900, -900), 3, marginal, new Lattice());
    expect(z).toBeCloseTo(2700, 6);
    expect([...marginal]).toEqual([1, 0, 1, 0, 1, 0]);
  });
});
