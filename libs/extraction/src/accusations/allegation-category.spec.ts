import { describe, expect, it } from '@jest/globals';
import { normalizeText } from '@proofdesk/text';
import { Votes, categoryOf } from './allegation-category.js';
import { readText } from '../reading.js';

/** The category of the last sentence, given that it accuses. */
function category(text: string): string {
  const { drafts } = readText(normalizeText(text));
  return categoryOf(drafts, drafts.length - 1, new Votes(drafts));
}

describe('the category of an accusation', () => {
  it.each([
    ['Mayor Ewan Skey took bribes.', 'corruption'],
    ['Ewan Skey stabbed the ferryman on the quay.', 'violence'],
    ['Ingrid Halloran spied on the union for a year.', 'espionage'],
  ])('follows from its words: %s', (words, expected) => {
    expect(category(words)).toBe(expected);
  });

  it('is one of those its words name, whatever the rest of the article is about', () => {
    const rest = 'Ewan Skey stabbed the ferryman. Skey shot the clerk. Skey beat the cook and killed the guard.';
    expect(category(`${rest} He also took bribes.`)).toBe('corruption');
    expect(['sabotage', 'conspiracy']).toContain(category(`${rest} He conspired to sabotage the ferry.`));
  });

  it('follows from the rest of the article where the words name none', () => {
    expect(
      category('Ewan Skey took bribes from builders. Skey pocketed bribes for years. He did so again in May.'),
    ).toBe('corruption');
  });
});
