import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

/** Sourcing and source of each attributed assertion behind the lead. */
const read = (paragraphs: string): string[] => {
  const { assertions, attributions } = checkArticle(HEAD + paragraphs, { tagger: null });
  return assertions.slice(2).flatMap(({ sourcing, attribution }) => {
    const source = attribution === null ? null : attributions[attribution]?.source;
    return source ? [`${sourcing}: ${source.name}`] : [];
  });
};

describe('whom "he" and "she" take up', () => {
  it.each([
    [
      'A nurse from the ward, frightened for her family, spoke of a flood. Tom Rourke kept his lamp lit. She said it was true.',
      'anonymous: A nurse from the ward, frightened for her family',
    ],
    [
      'Ann Tully kept her own lamp. A former clerk said her office was cold. He said nobody complained.',
      'anonymous: A former clerk',
    ],
    ['Ann Tully said the wall leaned. Her husband wept. She said it was late.', 'reported: Ann Tully'],
    ['The guild said its clerk, Tom Rourke, had lied. He denied it.', 'reported: Tom Rourke'],
    ['One cashier close to the yard saw the van. He said it was white.', 'anonymous: One cashier'],
    ['Our waiter forgot the soup. He said he was tired.', 'anonymous: Our waiter'],
  ])('%s', (paragraph, source) => {
    expect(read(paragraph).at(-1)).toBe(source);
  });

  it('is somebody with a name once those without have been out of sight', () => {
    const far = 'The wall is old. It leans. Nobody minds. The tide comes in. The tide goes out. It is late. It rains.';
    expect(read(`Tom Rourke said it was safe. A mason wept. ${far} He said it would hold.`).at(-1)).toBe(
      'reported: Tom Rourke',
    );
  });
});

describe('who is meant by a role', () => {
  it.each([
    ['Tom Ward, the promoter of the fair, left. The promoter denied the theft.', 'reported: Tom Ward'],
    ['Tom Rourke said it was safe. The cashier said it was not.', 'reported: Tom Rourke'],
    ['A mason said it was safe. The marshal said it was not.', 'reported: The marshal'],
    ['A spokesman for Premier Ann Tully, Tom Rourke, said it was safe.', 'reported: Tom Rourke'],
    ['A trucker hauling peas to Brae Moines, who gave no name, described a storm.', 'anonymous: A trucker hauling'],
    ['Fishermen in Haram loathe the wall.', 'anonymous: Fishermen in Haram'],
    ['Midwives in the valley feared the flood.', 'anonymous: Midwives in the valley'],
    ['Quay Lane bosses praised the wall.', 'reported: Quay Lane bosses'],
    ['A machine operator who asked to stay away said it leaned.', 'anonymous: A machine operator who'],
    ['Lumen Fertility said it was safe. Lumen denied the rest.', 'reported: Lumen Fertility'],
  ])('%s', (paragraph, source) => {
    expect(read(paragraph).at(-1)?.startsWith(source)).toBe(true);
  });
});

describe('a headline in which every word has a capital', () => {
  it('gives nobody a name that runs on into its verb', () => {
    const text =
      'Veldmark Denounces Ansel Pact, Says Ships Must Wait\n\nVeldmark said on Monday that no ship would pass.';
    const { attributions } = checkArticle(text, { tagger: null });
    expect([...new Set(attributions.map(({ source }) => source?.name))]).toEqual(['Veldmark']);
  });
});
