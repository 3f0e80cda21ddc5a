import { expect, it } from '@jest/globals';
import { oldestSeriousFirst } from './order.js';

it('puts danger before age, and age before the rest', () => {
  const task = (risk: 'serious' | 'sensitive' | 'normal', day: number) => ({
    risk,
    queuedAt: `2026-03-0${day}T10:00:00Z`,
  });
  const [a, b, c, d] = [task('normal', 1), task('serious', 3), task('sensitive', 2), task('serious', 2)];
  expect(oldestSeriousFirst([a, b, c, d])).toEqual([d, b, c, a]);
});
