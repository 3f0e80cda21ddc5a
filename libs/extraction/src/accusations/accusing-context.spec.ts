import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeText } from '@proofdesk/text';
import { CONTEXT_NUMBERS, contextOf } from './accusing-context.js';
import { readText } from '../reading.js';

const read = (text: string) => readText(normalizeText(text)).drafts;
const row = (numbers: Float64Array, at: number) => [
  ...numbers.subarray(at * CONTEXT_NUMBERS, (at + 1) * CONTEXT_NUMBERS),
];
const ARTICLE = [
  'Harbour board meets',
  'Ingrid Halloran took the cash. It rained on the wall all day. Halloran counted it twice. Ewan Skey slept in the hut.',
].join('\n\n');
const EVEN = Math.log(1);
const LIKELY = Math.log(0.9 / 0.1);
const UNLIKELY = Math.log(0.1 / 0.9);

describe('what a draft is told of its article', () => {
  const drafts = read(ARTICLE);
  const [headline, taken, rain, counted, slept] = [0, 1, 2, 3, 4];

  it('holds its own score and those of its neighbours, a low mark where there is none', () => {
    expect(drafts).toHaveLength(5);
    const numbers = contextOf(drafts, [UNLIKELY, LIKELY, EVEN, UNLIKELY, UNLIKELY]);
    const [score, own, twoBack, back, next, twoOn] = row(numbers, taken);
    expect([score, own, back, next, twoOn].map((x) => x?.toFixed(2))).toEqual(['2.20', '0.90', '0.10', '0.50', '0.10']);
    expect(twoBack).toBe(-0.1);
    expect(row(numbers, slept).slice(4, 6)).toEqual([-0.1, -0.1]);
    expect(row(numbers, headline).slice(2, 4)).toEqual([-0.1, -0.1]);
  });

  it('holds how those who name the same people were judged, without itself', () => {
    const numbers = contextOf(drafts, [UNLIKELY, LIKELY, EVEN, UNLIKELY, UNLIKELY]);
    const same = (at: number) => row(numbers, at).slice(9, 11);
    expect(same(counted).map((x) => x.toFixed(2))).toEqual(['0.90', '0.90']);
    expect(same(taken).map((x) => x.toFixed(2))).toEqual(['0.10', '0.10']);
    expect(same(rain)).toEqual([-0.1, -0.1]);
    expect(same(slept)).toEqual([-0.1, -0.1]);
  });

  it('does not count a draft among the others of its article', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 5, maxLength: 5 }), (scores) => {
        const p = scores.map((x) => 1 / (1 + Math.exp(-x)));
        const numbers = contextOf(drafts, scores);
        drafts.forEach((_, at) => {
          const others = p.filter((__, i) => i !== at).sort((a, b) => b - a);
          const [mean, top, first] = row(numbers, at).slice(6, 9);
          // Four others, drawn to the usual as by eight more.
          expect(mean).toBeCloseTo((others[0]! + others[1]! + others[2]! + others[3]! + 8 * 0.12) / 12, 9);
          expect(top).toBeCloseTo((others[0]! + others[1]! + others[2]!) / 3, 9);
          expect(first).toBeCloseTo(others[0]!, 9);
        });
      }),
    );
  });

  it('stands for an article of one draft and of none', () => {
    expect(contextOf([], [])).toHaveLength(0);
    expect([...contextOf(drafts.slice(0, 1), [EVEN])].every(Number.isFinite)).toBe(true);
  });
});
