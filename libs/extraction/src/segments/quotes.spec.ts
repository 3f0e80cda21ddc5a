import { describe, expect, it } from '@jest/globals';
import { findQuotes } from './quotes.js';
import { splitSegments } from './segments.js';
import { markSpeech } from './speech.js';

const HEAD = 'A title here\n\nA first paragraph that ends with a stop.\n\n';
const quotes = (body: string) =>
  findQuotes(HEAD + body, splitSegments(HEAD + body)).map(({ start, end }) => (HEAD + body).slice(start, end));

describe('quotations', () => {
  it.each([
    ['He said “we won” and “they lost”.', ['“we won”', '“they lost”']],
    ['‘It isn’t the politicians’ money,’ she said.', ['‘It isn’t the politicians’ money,’']],
    ["In the '90s it wasn't the boys' fault, he said.", []],
    ['“She said ‘go’ and I went,” he said.', ['“She said ‘go’ and I went,”']],
    ['"Straight," she said, "and again."', ['"Straight,"', '"and again."']],
    ['“Unclosed to the end of it.', ['“Unclosed to the end of it.']],
  ])('%s', (body, expected) => expect(quotes(body)).toEqual(expected));

  it('go on over paragraphs that each open with a mark', () => {
    const text = `${HEAD}“One.\n\n“Two.”`;
    expect(findQuotes(text, splitSegments(text)).map((quote) => [quote.closed, quote.continues])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('of titles and single words are no speech', () => {
    const text = `${HEAD}He read “The Wall of Marl” and called it “nice”. “I did not like it,” he said.`;
    expect(markSpeech(text, findQuotes(text, splitSegments(text))).map((quote) => quote.speech)).toEqual([
      false,
      false,
      true,
    ]);
  });
});
