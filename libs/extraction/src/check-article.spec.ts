import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeText } from '@proofdesk/text';
import { checkArticle } from './check-article.js';

const SENTENCES = [
  'The harbour board said the crane would be back by Friday.',
  '“We paid twice,” Ingrid Halloran said.',
  'It rained.',
  'Nobody was hurt, police said; “it was luck”.',
  'According to the 2023 audit, the gap was 4m.',
  'Why?',
  'The mayor was accused of taking bribes.',
  '😀 He’s back — ‘again’.',
  'PORT ELM —',
  'By Oren Castellane',
  'a\u0301e\u0301 \u202eevil\u202c \u200b.',
  '"unclosed',
  'critics said it was',
  '***',
];
const anyArticle = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', '\n', '\n\n', '\r\n', '\u00a0')), {
    maxLength: 14,
  })
  .map((pairs) => pairs.map(([words, gap]) => words + gap).join(''));
const anyText = fc.oneof(
  anyArticle,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom('“', '”', "'", '"', '‘', '’', ' ', 'a', '.', ',', '\n', '😀', '\ud800'),
    maxLength: 120,
  }),
);

describe('a check', () => {
  it('pins every assertion to its exact words and covers all of every headline, caption and body sentence once', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = normalizeText(raw);
        const letters = [...text];
        const check = checkArticle(raw);
        expect(check.article.characters).toBe(letters.length);
        for (const one of check.assertions) {
          expect(letters.slice(one.start, one.end).join('')).toBe(one.exact);
          expect(letters.slice(Math.max(0, one.start - 32), one.start).join('')).toBe(one.prefix);
          expect(letters.slice(one.end, one.end + 32).join('')).toBe(one.suffix);
        }
        const segments = coverage(letters.length, check.segments);
        const assertions = coverage(letters.length, check.assertions);
        const silent = coverage(
          letters.length,
          check.segments.filter((s) => s.kind === 'byline' || s.kind === 'dateline' || s.kind === 'furniture'),
        );
        letters.forEach((letter, i) => {
          if (/\s/.test(letter)) return;
          expect([i, segments[i]]).toEqual([i, 1]);
          expect([i, (assertions[i] ?? 0) + (silent[i] ?? 0)]).toEqual([i, 1]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('says the same of the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const again = { ...checkArticle(text).engine, milliseconds: 0 };
        expect({ ...checkArticle(text), engine: again }).toEqual({ ...checkArticle(text), engine: again });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps attributions in step with assertions', () => {
    fc.assert(
      fc.property(anyArticle, (text) => {
        const check = checkArticle(text);
        for (const one of check.assertions) {
          if (one.attribution === null) expect(one.sourcing).toBe('unattributed');
          else
            expect(
              check.attributions[one.attribution]?.content.some(
                (piece) => piece.start < one.end && one.start < piece.end,
              ),
            ).toBe(true);
          if (one.risk === 'serious') expect([one.allegation !== null, one.needsSource]).toEqual([true, true]);
          expect(one.risk === 'serious' && one.sourcing === 'quoted').toBe(false);
        }
        expect(check.totals.assertions).toBe(check.assertions.length);
      }),
      { numRuns: 100 },
    );
  });

  it('labels a paragraph that needs no context the same in a text of its own', () => {
    const first =
      'The bridge at Marl was closed on Monday after a lorry struck the north tower and cracked two of its cables.';
    const second =
      '“We saw the cables move,” Ingrid Halloran, the harbour master, said. The union said the tower had not been inspected since 2019.';
    const whole = checkArticle(`Bridge closed at Marl\n\n${first}\n\n${second}`).assertions;
    const alone = checkArticle(`Bridge closed at Marl\n\n${second}`).assertions;
    const label = ({
      exact,
      sourcing,
      kind,
      risk,
    }: {
      exact: string;
      sourcing: string;
      kind: string;
      risk: string;
    }) => ({ exact, sourcing, kind, risk });
    expect(whole.slice(-2).map(label)).toEqual(alone.slice(-2).map(label));
  });
});

function coverage(length: number, spans: readonly { start: number; end: number }[]): number[] {
  const counts = new Array<number>(length).fill(0);
  for (const span of spans) for (let i = span.start; i < span.end; i += 1) counts[i] = (counts[i] ?? 0) + 1;
  return counts;
}
