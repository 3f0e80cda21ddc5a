import { describe, expect, it } from '@jest/globals';

interface Example {
  readonly row: readonly number[];
  readonly yes: boolean;
}
interface Dense {
  readonly bias: number;
  readonly weights: number[];
}
interface Article {
  readonly id: string;
}
const load = async (file: string): Promise<unknown> =>
  import(new URL(`../../../tools/labels/${file}`, import.meta.url).href);
const { trainDense } = (await load('logistic.mjs')) as {
  trainDense(examples: readonly Example[], options?: object): Dense;
};
const { foldsOf } = (await load('folds.mjs')) as { foldsOf(articles: readonly Article[], folds: number): Article[][] };

const score = ({ bias, weights }: Dense, row: readonly number[]): number =>
  row.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), bias);

describe('the trainer of the second reading', () => {
  const examples = Array.from({ length: 200 }, (_, i) => {
    const [a, b] = [(i * 7) % 20, (i * 13) % 11];
    return { row: [a, b, 1], yes: a + 2 * b + ((i * 31) % 5) > 22 };
  });

  it('finds the weights at which the gradient is the penalty', () => {
    const model = trainDense(examples, { penalty: 1e-9, rounds: 25 });
    const error = examples.map(({ row, yes }) => 1 / (1 + Math.exp(-score(model, row))) - (yes ? 1 : 0));
    for (const i of [0, 1])
      expect(error.reduce((sum, e, n) => sum + e * (examples[n]?.row[i] ?? 0), 0)).toBeCloseTo(0, 3);
    expect(error.reduce((sum, e) => sum + e, 0)).toBeCloseTo(0, 3);
  });

  it('shrinks under a penalty, and gives the same weights every time', () => {
    const [loose, tight, again] = [1, 50, 50].map((penalty) => trainDense(examples, { penalty }));
    expect(Math.abs(tight?.weights[0] ?? 0)).toBeLessThan(Math.abs(loose?.weights[0] ?? 0));
    expect(again).toEqual(tight);
  });

  it('holds out every article once, alike in whatever order they come', () => {
    const articles = Array.from({ length: 23 }, (_, i) => ({ id: `wire-${String(i)}` }));
    const folds = foldsOf(articles, 5);
    expect(
      folds
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(articles.map(({ id }) => id).sort());
    expect(folds.every(({ length }) => length >= 4 && length <= 5)).toBe(true);
    expect(foldsOf([...articles].reverse(), 5)).toEqual(folds);
  });
});
