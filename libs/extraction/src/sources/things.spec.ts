import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

/** Sourcing of the last assertion of a paragraph, by the rules alone. */
const read = (paragraph: string): string | undefined =>
  checkArticle(HEAD + paragraph, { tagger: null }).assertions.at(-1)?.sourcing;

describe('what "it" and "they" take up', () => {
  it.each([
    'The text of the truce, four pages long, was read out in the square. It obliges both towns to share the wall.',
    'The council has seen a harbour audit. It lists nine cracks.',
    'The minutes of the March meeting were found in a drawer. They show nine votes against the wall.',
    'The council has seen a harbour audit. It says the wall will fall.',
  ])('a record that came in right before: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });

  it.each([
    'The town is small. It lists three masons.',
    'The council has seen a harbour audit. The wall is old. It holds back the sea.',
    'The minutes of the March meeting were found in a drawer. It shows in her face.',
    'The chapel roll hangs by the door. It has a gilt frame.',
  ])('no record: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });
});
