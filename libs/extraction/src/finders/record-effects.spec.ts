import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules } from '../testing/sourcings.js';

/** Sourcing of the first assertion of a paragraph. */
const read = (paragraph: string) => sourcingsByRules(paragraph)[0];

describe('what records do to people and things', () => {
  it.each([
    'The ruling gives hope to the masons.',
    'The ruling puts the whole wall at risk.',
    'The verdict sets a precedent.',
    'The report makes grim reading.',
    'The letter made her cry.',
    'The will divided the family.',
    'The file caught fire.',
    'The map covers the whole wall of the office.',
    'On her return the dog barked.',
    'In a note of triumph he raised his arms.',
  ])('is not told by them: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });

  it.each([
    'The ruling gives the masons nine days.',
    'The audit puts the loss at £9m.',
    'Bylaw 14 sets a limit of nine tonnes.',
    'The survey makes nine recommendations.',
    'A treaty of 1790 divides the river by months.',
    'The survey covers 900 homes.',
    "On the mayor's tax return there is no mention of the wall.",
  ])('but what they tell is: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });
});
