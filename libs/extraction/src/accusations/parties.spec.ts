import { describe, expect, it } from '@jest/globals';
import { normalizeText } from '@proofdesk/text';
import { partiesOf } from './parties.js';
import { readText } from '../reading.js';

const parties = (text: string): { text: string; mentions: number }[] =>
  partiesOf(readText(normalizeText(text)).drafts).map((one) => ({ text: one.text, mentions: one.mentions.length }));

describe('the parties of an article', () => {
  it('are one for all names of a person', () => {
    const found = parties('Ingrid Halloran ran the ferry. Halloran left. “I had to,” Ms Halloran said.');
    expect(found.filter(({ text }) => text.includes('Halloran'))).toEqual([{ text: 'Ingrid Halloran', mentions: 3 }]);
  });

  it('are one for a body and its short name or initials', () => {
    const found = parties('The North Harbour Board met. NHB has no money. The Harbour Board said nothing.');
    expect(found).toEqual([{ text: 'North Harbour Board', mentions: 3 }]);
  });

  it('are called by their office, before or after they are named', () => {
    expect(parties('Mayor Ewan Skey left. The mayor was ill.')).toEqual([{ text: 'Mayor Ewan Skey', mentions: 2 }]);
    expect(parties('The founder was ill. The founder, Garrett Oriel, left.')).toEqual([
      { text: 'Garrett Oriel', mentions: 3 },
    ]);
  });

  it('are not what only says which', () => {
    expect(parties('The Marl council met. Velmouth leaders stayed away.')).toEqual([
      { text: 'The Marl council', mentions: 1 },
    ]);
    expect(parties('Tennick’s administration fell.')).toEqual([{ text: 'Tennick’s administration', mentions: 1 }]);
  });

  it('are not the words of a headline, but a headline may speak of them', () => {
    const found = parties('Halloran Denies Stealing From Marl Ferry Fund\n\nThe ferry of Ingrid Halloran was sold.');
    expect(found).toEqual([{ text: 'Ingrid Halloran', mentions: 2 }]);
  });

  it('are no more than two hundred, however many names a list has', () => {
    const letters = [...'abcdefghijklmnopqrst'];
    const names = letters.flatMap((a) =>
      letters.map((b) => `Or${a}na Hal${b}o${a}n came to the house and sat by the wall with us.`),
    );
    expect(parties(`It rained in the night.\n\n${names.join(' ')}`).length).toBe(200);
  });

  it('may have no name', () => {
    expect(parties('The landlord was ill.')).toEqual([]);
    expect(parties('The minister was ill. A minister is often ill.')).toEqual([{ text: 'The minister', mentions: 1 }]);
  });
});
