import { describe, expect, it } from '@jest/globals';
import { normalizeText } from '@proofdesk/text';
import { accusedIn, partiesAround } from './accused.js';
import { readText } from '../reading.js';

/** Whom the last sentence of a paragraph accuses, given that it does. */
function accused(paragraph: string): string | null {
  const { drafts } = readText(normalizeText(`Harbour news\n\n${paragraph}`));
  const at = drafts.length - 1;
  return accusedIn(drafts[at]!, partiesAround(drafts)[at]);
}

describe('whom a draft accuses', () => {
  it.each([
    ['The mayor’s corruption was known to all.', 'The mayor'],
    ['The money was embezzled by Ingrid Halloran.', 'Ingrid Halloran'],
    ['Ewan Skey lied to the council.', 'Ewan Skey'],
    ['There was fraud within the Harbour Board.', 'Harbour Board'],
  ])('is who its words of wrongdoing lay the wrong to: %s', (words, name) => {
    expect(accused(words)).toContain(name);
  });

  it('is whom a pronoun means', () => {
    expect(accused('Ingrid Halloran ran the ferry. She stole from the till for years.')).toBe('Ingrid Halloran');
  });

  it('is somebody named in the words where no word of wrongdoing is', () => {
    expect(accused('For years Ewan Skey kept two sets of books.')).toBe('Ewan Skey');
  });

  it('is whoever was named last, or is named next, where the words name nobody', () => {
    const { drafts } = readText(normalizeText('The books were empty.\n\nIngrid Halloran kept them. There were none.'));
    const parties = partiesAround(drafts);
    expect(parties[0]).toEqual({ before: null, after: 'Ingrid Halloran' });
    expect(accusedIn(drafts[0]!, parties[0])).toBe('Ingrid Halloran');
    expect(accusedIn(drafts.at(-1)!, parties.at(-1))).toBe('Ingrid Halloran');
  });

  it('is nobody where the article names nobody', () => {
    const { drafts } = readText(normalizeText('It rained. Nothing was left in the till.'));
    expect(drafts.map((draft, at) => accusedIn(draft, partiesAround(drafts)[at]))).toEqual([null, null]);
  });
});
