import { describe, expect, it } from '@jest/globals';
import { normalizeText } from '@proofdesk/text';
import { accusedBy } from './accused.js';
import { readText } from '../reading.js';

/** Whom the last sentence of a text accuses, given that it does. */
function accused(paragraph: string, headline = 'Harbour news'): string | null | undefined {
  const { drafts } = readText(normalizeText(`${headline}\n\n${paragraph}`));
  const sureness = drafts.map((_, at) => (at === drafts.length - 1 ? 0.9 : 0));
  return accusedBy(drafts, sureness).at(-1);
}

describe('whom a draft accuses', () => {
  it.each([
    ['The mayor’s corruption was known to all.', 'The mayor'],
    ['The money was embezzled by Ingrid Halloran.', 'Ingrid Halloran'],
    ['Ewan Skey lied to the council.', 'Ewan Skey'],
    ['Prosecutors accused Ewan Skey of lying to Ingrid Halloran.', 'Ewan Skey'],
    ['There was fraud within the Harbour Board.', 'Harbour Board'],
    ['For years Ewan Skey kept two sets of books.', 'Ewan Skey'],
  ])('is who its words lay the wrong to: %s', (words, name) => {
    expect(accused(words)).toContain(name);
  });

  it('is whom a pronoun means', () => {
    expect(accused('Ingrid Halloran ran the ferry. She stole from the till for years.')).toBe('Ingrid Halloran');
    const two = 'Mrs Orr ran the ferry for years. Mr Vance sold her the tickets. She stole from the till for years.';
    expect(accused(two)).toContain('Orr');
  });

  it('is given by its fullest name, also where it is called by its office or its last name', () => {
    const named = 'The harbour master, Ingrid Halloran, ran the ferry with her sister.';
    expect(accused(`${named} Halloran stole from the till.`)).toBe('Ingrid Halloran');
    expect(accused('Mayor Ewan Skey ran the ferry. The mayor stole from the till.')).toContain('Ewan Skey');
  });

  it('is not who brings the accusation forward', () => {
    const text = 'Ewan Skey runs the ferry. Ingrid Halloran said Ewan Skey stole from the till.';
    expect(accused(text)).toBe('Ewan Skey');
  });

  it('is whoever denies it', () => {
    expect(accused('Ingrid Halloran keeps the books. Ewan Skey denied stealing from the till.')).toBe('Ewan Skey');
  });

  it('is named next where the words before name nobody', () => {
    const { drafts } = readText(normalizeText('The books were empty.\n\nIngrid Halloran kept them. There were none.'));
    expect(accusedBy(drafts, [0.9, 0, 0.9])).toEqual(['Ingrid Halloran', null, 'Ingrid Halloran']);
  });

  it('is nobody where the article names nobody', () => {
    const { drafts } = readText(normalizeText('It rained. Nothing was left in the till.'));
    expect(accusedBy(drafts, [0.9, 0.9])).toEqual([null, null]);
  });
});
