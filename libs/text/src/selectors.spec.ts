import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeText } from './normal-form.js';
import { type CodePointOffset, type Utf16Offset, createOffsetMap, sliceByCodePoints } from './offsets.js';
import { describePosition, describeQuote } from './selectors.js';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', ' ', '😀', 'é', '\u200f', '\ud800', '\udc00', '’'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
});

describe('offsets and selectors', () => {
  it('slice exactly like an array of code points, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (raw, a, b) => {
        const text = normalizeText(raw);
        const letters = [...text];
        const map = createOffsetMap(text);
        expect(map.codePoints).toBe(letters.length);
        const [start, end] = [a % (letters.length + 1), b % (letters.length + 1)].sort((x, y) => x - y) as [
          CodePointOffset,
          CodePointOffset,
        ];
        const quote = describeQuote(text, { start, end }, map);
        expect(quote.exact).toBe(letters.slice(start, end).join(''));
        expect(quote.prefix).toBe(letters.slice(Math.max(0, start - 32), start).join(''));
        expect(quote.suffix).toBe(letters.slice(end, end + 32).join(''));
        expect(map.toCodePoint(map.toUtf16(start))).toBe(start);
        expect(describePosition({ start, end })).toEqual({ type: 'TextPositionSelector', start, end });
      }),
    );
  });

  it('count a position inside a pair as its start', () => {
    expect(createOffsetMap('a😀b').toCodePoint(2 as Utf16Offset)).toBe(1);
  });

  it('refuse offsets outside the text', () => {
    expect(() => sliceByCodePoints('abc', 0 as CodePointOffset, 4 as CodePointOffset)).toThrow(RangeError);
    expect(() => createOffsetMap('a😀').toUtf16(-1 as CodePointOffset)).toThrow(RangeError);
  });
});
