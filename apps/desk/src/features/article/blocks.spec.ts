import { describe, expect, it } from '@jest/globals';
import { type AssertionSummary } from '@proofdesk/contract';
import fc from 'fast-check';
import { blocksOf, plainBlocks } from './blocks.js';

const assertionAt = (start: number, end: number) => ({ id: `${start}`, start, end }) as AssertionSummary;

describe('blocksOf', () => {
  it('counts code points, not UTF-16 units', () => {
    const text = '𝒜💥 "Nein", sagte er.';
    const [block] = blocksOf({
      text,
      segments: [{ start: 0, end: 19, kind: 'body' }],
      assertions: [assertionAt(3, 9)],
    });
    expect(block?.pieces.map((piece) => piece.text)).toEqual(['𝒜💥 ', '"Nein"', ', sagte er']);
  });

  it('loses and repeats nothing, whatever the text and the assertions', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), spans, (text, raw) => {
        const length = [...text].length;
        const assertions = raw
          .map(([a, b]) => assertionAt(Math.min(a, b, length), Math.min(Math.max(a, b), length)))
          .filter(({ start, end }) => end > start);
        const [block] = blocksOf({ text, segments: [{ start: 0, end: length, kind: 'body' }], assertions });
        expect(block?.pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});

describe('plainBlocks', () => {
  it('falls back to paragraphs where the machine has found no segments', () => {
    expect(plainBlocks({ text: 'One.\n\nTwo.', segments: [] }).map((block) => block.pieces[0]?.text)).toEqual([
      'One.',
      'Two.',
    ]);
  });
});
