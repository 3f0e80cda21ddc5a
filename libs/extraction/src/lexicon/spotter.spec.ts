import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../reading.js';
import { textOf } from '../words/names.js';
import { IDIOMS, LAW } from './deeds.js';
import { openingOf } from './opening.js';
import { Spotter } from './spotter.js';
import { ACCUSAL, DENIAL, HEDGE, PERFECT, PHRASES } from './wrongdoing.js';

describe('openingOf', () => {
  const pattern =
    /\b(?:(?:his|her) own (?:pocket|firm)|line[sd]? (?:his|her)|price[- ]fixing|didn[’']t exist|(?:was )?bought\b)/;

  it.each(['his', 'her', 'line', 'lined', 'price', 'price-fixing', 'did', 'was', 'bought'])(
    'lets pass a word that may begin a match: %s',
    (word) => {
      expect(openingOf(pattern).test(word)).toBe(true);
    },
  );

  it.each(['own', 'pocket', 'fixing', 'exist', 'the', ''])('turns away a word that cannot: %s', (word) => {
    expect(openingOf(pattern).test(word)).toBe(false);
  });
});

describe('Spotter', () => {
  const folder = new URL('../../../../seeds/corpus/articles/', import.meta.url);
  const texts = readdirSync(folder)
    .filter((_, i) => i % 9 === 0)
    .map((file) => readFileSync(new URL(file, folder), 'utf8').replace(/<[^>]*>/g, ''));
  const lists = [LAW, IDIOMS, PHRASES, [HEDGE, PERFECT, DENIAL, ACCUSAL].map((one) => [one.source, one] as const)];

  it('finds what looking for every pattern everywhere finds', () => {
    const spotters = lists.map((list) => new Spotter<string>(list));
    let found = 0;
    for (const text of texts)
      for (const { tokens } of readSentences(text, true).sentences) {
        const words = textOf(tokens, 0, tokens.length).toLowerCase();
        const plain = lists.map((list) =>
          list.flatMap(([name, one]) => {
            const hit = one.exec(words);
            return hit ? [{ name, index: hit.index, end: hit.index + hit[0].length }] : [];
          }),
        );
        expect(spotters.map((spotter) => spotter.all(tokens))).toEqual(plain);
        found += plain.flat().length;
      }
    expect(found).toBeGreaterThan(100);
  });
});
