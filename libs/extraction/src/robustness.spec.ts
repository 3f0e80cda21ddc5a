import { describe, expect, it } from '@jest/globals';
import { checkArticle } from './check-article.js';

/** Texts that no newsroom writes but a server is sent: each grows with its size in one direction. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'one line without a stop': (size) =>
    fill('The minister said the plan would cost ten million and nobody denied it, ', size),
  'lines of two letters': (size) => fill('ab\n', size),
  'paragraphs of two letters': (size) => fill('ab\n\n', size),
  'nested quotations': (size) => fill('“He said ‘', size / 2) + fill('’”', size / 2),
  'quotations that never close': (size) => fill('“We knew. He said “no. ', size),
  'straight marks': (size) => fill('" said "he ', size),
  'apostrophes and single marks': (size) => fill("‘tis ’em 'so ", size),
  'all capitals': (size) => fill('THE MINISTER SAID “WE KNEW” AND THE UNION DENIED IT. ', size),
  'noise of a scanner': (size) => fill('T he rn inister sa1d, “vve kn ew” ; tlie un ion|denied 1t . ', size),
  'bidirectional and zero-width signs': (size) =>
    fill('\u202eThe mayor\u200b said \u2066it\u2069 was\u200f late.\n', size),
  'one word': (size) => fill('x', size),
  'full stops': (size) => fill('. ', size),
  'names and nothing else': (size) => fill('Jo Smith, ', size),
  'cues and nothing else': (size) => fill('said ', size),
  'accusations and nothing else': (size) => fill('Mr Oke lied. He stole. ', size),
  colons: (size) => fill('He said: ', size),
};

const fill = (words: string, size: number): string => words.repeat(Math.max(1, Math.floor(size / words.length)));

/** Processor time of this process, in milliseconds: what else runs on the machine does not count. */
function work(text: string): number {
  const before = process.cpuUsage();
  checkArticle(text);
  return process.cpuUsage(before).user / 1000;
}

/** How much dearer a text of twice the size is; the least of some tries, because a collection of garbage may fall into one. */
function growth(make: (size: number) => string, size: number): number {
  work(make(size));
  let least = Infinity;
  for (let tries = 0; tries < 5 && least >= 3; tries += 1)
    least = Math.min(least, work(make(2 * size)) / Math.max(1, work(make(size))));
  return least;
}

describe('a hostile text', () => {
  it.each(Object.entries(HOSTILE))('of twice the size takes less than three times the work: %s', (_name, make) => {
    expect(growth(make, 16_000)).toBeLessThan(3);
  });

  it.each([
    ['2 MB in one line', 'The mayor said so and ', 2_000_000],
    ['2 MB in one word', 'x', 2_000_000],
    ['700,000 lines of one letter', 'a\n', 1_400_000],
  ])(
    'is read whole: %s',
    (_name, words, size) => {
      const text = fill(words, size);
      const { article, segments } = checkArticle(text);
      expect(article.characters).toBe(text.length);
      expect(segments.at(-1)?.end).toBe(text.trimEnd().length);
    },
    120_000,
  );
});

describe('a language that is not supported', () => {
  it.each([
    [
      'de',
      'Der Minister sagte am Montag, dass die Brücke nicht sicher sei. Die Gewerkschaft hat das nicht bestritten.',
    ],
    ['ru', 'Министр сказал в понедельник, что мост закрыт. Профсоюз этого не отрицает.'],
    ['zh', '部长星期一说，大桥已经关闭。工会没有否认。'],
  ])('is cut into sentences and nothing more, and says so: %s', (language, text) => {
    const check = checkArticle(`${text}\n\n${text}`);
    expect(check.article.language).toBe(language);
    expect(check.attributions).toEqual([]);
    expect(check.assertions.length).toBeGreaterThanOrEqual(2);
    for (const one of check.assertions) {
      expect([one.sourcing, one.allegation]).toEqual(['unattributed', null]);
      expect(one.checkWorthiness).toEqual({ score: 0, reasons: ['language not supported: sentences only'] });
    }
  });
});
