import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

/** Sourcing of each assertion of a paragraph. */
const read = (paragraph: string): string[] =>
  checkArticle(HEAD + paragraph)
    .assertions.slice(2)
    .map((one) => one.sourcing);

describe('people without names', () => {
  it.each([
    ['“It leaned for years,” the source said.', 'anonymous'],
    ['Some MPs said the wall was safe.', 'anonymous'],
    ['One newspaper described the wall as a disgrace.', 'anonymous'],
    ['The judges said the wall had to go.', 'reported'],
    ['The assistant police chief said the wall was safe.', 'reported'],
    ['Troopers at Fort Harrow said the wall was safe.', 'reported'],
    ['Several troopers at Fort Harrow said the wall was safe.', 'anonymous'],
    ['A leaked tally shows that eleven members voted for the wall.', 'documented'],
  ])('%s -> %s', (paragraph, sourcing) => {
    expect(read(paragraph)[0]).toBe(sourcing);
  });

  it('stay without a name when a pronoun or "the" takes them up', () => {
    expect(read('A midwife who worked there said the wall had leaned for years. She said nobody listened.')).toEqual([
      'anonymous',
      'anonymous',
    ]);
    expect(read('A midwife said the wall had leaned. Tom Rourke said it had not.\n\nThe midwife said it had.')).toEqual(
      ['anonymous', 'reported', 'anonymous'],
    );
  });

  it('takes no thing for a person that "he" could be', () => {
    expect(
      read('Tom Rourke said the wall was safe. A sample of the stone lay on his desk. He said it was hard.').at(-1),
    ).toBe('reported');
  });
});
