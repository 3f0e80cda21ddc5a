import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

/** Sourcing and source of each assertion of the paragraphs behind the lead. */
const read = (paragraphs: string): string[] => {
  const { assertions, attributions } = checkArticle(HEAD + paragraphs);
  return assertions.slice(2).map(({ sourcing, attribution }) => {
    const source = attribution === null ? null : attributions[attribution]?.source;
    return source ? `${sourcing}: ${source.name}` : sourcing;
  });
};

describe('whom "he" and "she" take up', () => {
  it.each([
    ['Her daughter, Orla Tennick, a nurse, visits on Fridays. “They never fed her,” she said.', 'quoted: Orla Tennick'],
    [
      'A clerk put the file away.\n\nStopped at her gate, Mrs Orla Tennick shrugged. “Ask my lawyer,” she said.',
      'quoted: Orla Tennick',
    ],
    [
      'Orla Tennick and Milo Brandreth met there. A clerk waved.\n\nMilo, 41, was in no hurry. “Let it lean,” he said.',
      'quoted: Milo Brandreth',
    ],
  ])('%s -> %s', (paragraphs, last) => expect(read(paragraphs).at(-1)).toBe(last));

  it('may have no name', () => {
    const anonymous = /^anonymous/;
    expect(
      read('Milo Brandreth built it.\n\nA 19-year-old who lives there nodded. “It moves,” he said.').at(-1),
    ).toMatch(anonymous);
    expect(read('Milo Brandreth built it.\n\nSo says a former mason. “It moves,” he said.').at(-1)).toMatch(anonymous);
    expect(read('A grandmother from Port Tennick said the wall moved.').at(-1)).toMatch(anonymous);
  });

  it('is whom a description names', () => {
    expect(read('“It moves,” said the foreman, a retired mason named Otto Blythe, “and groans.”').at(-1)).toBe(
      'quoted: Otto Blythe',
    );
  });
});
