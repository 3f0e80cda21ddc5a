import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CheckedAssertion } from './check.js';
import { checkArticle } from './check-article.js';

/** Paragraphs that need nothing from outside: whoever speaks is named in full, nobody is taken up by a pronoun, nobody is accused. */
const PARAGRAPHS = [
  'The bridge at Marl was closed on Monday after a lorry struck the north tower and cracked two of its cables.',
  '“We saw the cables move,” Ingrid Halloran, the harbour master, said. The Dockers’ Union said the tower had last been painted in 2019.',
  'According to the 2023 census, Marl has 41,000 residents. Its main square is paved with slate.',
  'Oren Castellane, a retired pilot, told reporters that the river had risen by two metres overnight.',
  'Officials expect the ferry to run again by Friday. Tickets cost four pounds.',
  'It was reported that the tunnel would open in spring. The tunnel is nine kilometres long.',
  'Will the new pier be ready for the regatta? The council will vote on the budget in June.',
  'The Marl Rowing Club announced that Petra Vance would captain the first boat. Petra Vance rowed for the county in 2021.',
  '“A pier is not a luxury,” wrote Tomas Elgar, the club’s president.',
];
const HEADLINE = 'Bridge at Marl closed until Friday';

const labels = ({
  exact,
  kind,
  sourcing,
  partlyQuoted,
  allegation,
  checkWorthiness,
  risk,
}: CheckedAssertion): object => ({
  exact,
  kind,
  sourcing,
  partlyQuoted,
  allegation,
  checkWorthiness,
  risk,
});

/** The labels of each paragraph, by its words. */
function labelsByParagraph(paragraphs: readonly string[]): Map<string, object[]> {
  const check = checkArticle([HEADLINE, ...paragraphs].join('\n\n'));
  const found = new Map<string, object[]>();
  let at = HEADLINE.length + 2;
  for (const paragraph of paragraphs) {
    const end = at + [...paragraph].length;
    found.set(paragraph, check.assertions.filter((one) => one.start >= at && one.end <= end).map(labels));
    at = end + 2;
  }
  return found;
}

describe('an article split between paragraphs', () => {
  it('keeps every label inside a paragraph that needs no context', () => {
    fc.assert(
      fc.property(
        fc
          .shuffledSubarray(PARAGRAPHS, { minLength: 2 })
          .chain((order) =>
            fc.record({ order: fc.constant(order), cut: fc.integer({ min: 1, max: order.length - 1 }) }),
          ),
        ({ order, cut }) => {
          const whole = labelsByParagraph(order);
          const parts = [...labelsByParagraph(order.slice(0, cut)), ...labelsByParagraph(order.slice(cut))];
          expect(parts).toEqual([...whole]);
          for (const found of whole.values()) expect(found.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
