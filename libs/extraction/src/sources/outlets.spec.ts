import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

/** Sourcing of each assertion of a paragraph. */
const read = (paragraph: string): string[] =>
  checkArticle(HEAD + paragraph)
    .assertions.filter((one) => one.start >= HEAD.length)
    .map((one) => one.sourcing);

describe('the outlet itself', () => {
  it.each([
    'The Meridian has seen both versions of the report.',
    'This station has learned that the stones were sold.',
    'Pay stubs reviewed by the Harbor Tribune show that the stones were sold.',
    'An examination by the Gulf Dispatch found that the stones were sold.',
    'Our reporter on the quay saw the stones go.',
    'We have since learned that the stones were sold.',
    'This newspaper holds both letters.',
    'By our count, forty stones are gone.',
    'Bank statements passed to the Journal show that the stones were paid for twice.',
    'Our microphones recorded this nine times, a review by the Register-Mail found.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)[0]).toBe('self');
  });

  it('is who speaks wherever its name stands once it has been told', () => {
    expect(
      read(
        'The Meridian has seen both versions of the report.\n\nThe Meridian reported in June that the wall was leaning.',
      ),
    ).toEqual(['self', 'self']);
  });

  it('is not another paper that somebody told something', () => {
    expect(
      read('“It leans,” Tom Rourke told The Marl Courier.\n\nThe Marl Courier reported in June that it leaned.'),
    ).toEqual(['quoted', 'reported']);
  });

  it.each([
    ['By Ann Orr | Marl Harbour Wire', 'Marl Harbour Wire reported in June that the wall leaned.'],
    ['By the Lantern staff', 'The Lantern revealed last week that the stones were sold.'],
  ])('is known by its byline: %s', (byline, paragraph) => {
    const text = `Council meets over the harbour wall\n\n${byline}\n\nThe council of Marl met on Monday.\n\n${paragraph}`;
    expect(checkArticle(text).assertions.at(-1)?.sourcing).toBe('self');
  });

  it('is no author: what a line names once is not the outlet', () => {
    const text =
      'Council meets over the harbour wall\n\nBy Ann Orr\n\nThe council of Marl met on Monday.\n\nThomas Orr said the wall leaned.';
    expect(checkArticle(text).assertions.at(-1)?.sourcing).toBe('reported');
  });
});
