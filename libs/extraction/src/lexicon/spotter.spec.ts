import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../reading.js';
import { textOf } from '../words/names.js';
import { IDIOMS, LAW } from './deeds.js';
import { openingsOf } from './opening.js';
import { Spotter } from './spotter.js';
import { ACCUSAL, DENIAL, HEDGE, PERFECT, PHRASES } from './wrongdoing.js';

describe('openingsOf', () => {
  const pattern =
    /\b(?:(?:his|her) own (?:pocket|firm)|line[sd]? (?:his|her)|price[- ]fixing|didn[’']t exist|(?:was )?bought\b)/;

  const { first, alone, second } = openingsOf(pattern);

  it.each(['his', 'her', 'line', 'lined', 'price', 'price-fixing', 'did', 'was', 'bought'])(
    'lets pass a word that may begin a match: %s',
    (word) => {
      expect(first.test(word)).toBe(true);
    },
  );

  it.each(['own', 'pocket', 'fixing', 'exist', 'the', ''])('turns away a word that cannot: %s', (word) => {
    expect(first.test(word)).toBe(false);
  });

  it('tells a word that may be all of a match from one that needs another behind it', () => {
    expect(['bought', 'price-fixing'].every((word) => alone.test(word))).toBe(true);
    expect(['his', 'line', 'price', 'was'].some((word) => alone.test(word))).toBe(false);
  });

  it('lets pass the words that may stand behind the first, and no others', () => {
    expect(['own', 'his', 'her', 'fixing', 'bought'].every((word) => second.test(word))).toBe(true);
    expect(['pocket', 'line', 'price', 'the', ''].some((word) => second.test(word))).toBe(false);
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
