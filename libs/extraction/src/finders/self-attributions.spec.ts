import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';
import { sourcings } from '../testing/sourcings.js';

const HEAD =
  'Council meets over the harbour wall\n\nBy Ann Orr | Marl Courier\n\nThe council of Marl met on Monday to talk about the wall.\n\n';

/** Sourcing of each assertion of a paragraph. */
const read = (paragraph: string) => sourcings(paragraph, HEAD);

describe('what the outlet found out itself', () => {
  it.each([
    'The Courier got hold of the logs, 400 pages of them.',
    'The Courier went through nine years of results and found the same gap.',
    'The Courier, which spent two days on the quay, counted nineteen lorries.',
    'The Courier asked 14 banks for the form and got answers from five.',
    'The Courier pulled the records of all 212 boats and found that nine had sunk.',
    'Courier reporters watched the yard from the road on six days in May.',
    'A reporter for the Courier saw nine lorries leave the yard.',
    'A Courier review of the grant file found no letter from him.',
    'A test by the Courier on nine locks produced the same key.',
    'By the Courier’s reckoning, nine shops are empty.',
    'Photographs taken by the Courier show the wall before it was painted.',
    'When the Courier called, the number rang in a bakery.',
    'In our tests, four of nine locks opened with a spoon.',
    'We hear that the coach is leaving.',
    'Last week I wrote that the pool would close.',
    'I spent two nights on the ward and saw no doctor.',
    'Your correspondent weighed the loaf at 310 grams.',
    'This newspaper rejects the charge.',
    'This newspaper, which was shut for a year, stands by every word.',
    'I have the deed in front of me: nine pages and a stamp.',
    'We sent scrapings of the paint to two laboratories, and both found lead.',
    'Greyling has examined the stock book, in which 412 vases are entered.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)[0]).toBe('self');
  });

  it.each([
    'I spent two nights on the ward with my mother.',
    'I asked myself why.',
    'We sent flowers.',
    'I have my aunt to thank.',
    'Our team won the cup in May.',
    'Vote now in our poll.',
    'The Courier moved to new offices in May.',
    'The Courier asked the mayor for comment.',
    'When we called for comment, nobody answered.',
    'Nobody has seen the letters since.',
    'Detectives have examined nine cars.',
  ])('not: %s', (paragraph) => {
    expect(read(paragraph)).not.toContain('self');
  });

  it('has a name that does nothing else in the text, unless somebody is called so', () => {
    expect(read('Tom Rourke is the harbour master. Rourke has examined the stock book.')).not.toContain('self');
  });

  it('stands over its own investigation', () => {
    const text = 'Courier investigation: clinic filled in tests it never ran\n\nThe clinic of Marl opened in May.';
    expect(checkArticle(text).assertions[0]?.sourcing).toBe('self');
  });

  it('is named in a line over the text', () => {
    const text =
      'Council meets over the harbour wall\n\nHarbour Watch // by ann\n\nThe council met.\n\nHarbour Watch got hold of the logs.';
    expect(checkArticle(text).assertions.at(-1)?.sourcing).toBe('self');
  });
});
