import { describe, expect, it } from '@jest/globals';
import { normalizeText } from '@proofdesk/text';
import { findAllegations, isUnsourced } from './allegations.js';
import { checkArticle } from '../check-article.js';
import { readText } from '../reading.js';

interface Scores {
  readonly precision: number;
  readonly recall: number;
}
interface CorpusScore {
  readCorpus(folder: string, splits: string[]): { text: string }[];
  pairUp(article: object, check: object): object[];
  scoreCorpus(pairs: object[]): {
    allegation: Scores & { f1: number; hedged: number };
    serious: Scores & { quotedSerious: number };
  };
}
const ROOT = new URL('../../../../', import.meta.url);
const { readCorpus, pairUp, scoreCorpus } = (await import(
  new URL('tools/eval/corpus-score.mjs', ROOT).href
)) as CorpusScore;

const accuses = (text: string): boolean[] =>
  findAllegations(readText(normalizeText(text)).drafts).map((found) => found !== null);

describe('accusations', () => {
  it('are found where nothing else in the article accuses', () => {
    const idle = 'It rained on the wall. The ferry left at noon. The band played on the green.';
    const plain = 'Mayor Ewan Skey took bribes from the Harbour Board for years and lied to the council about it.';
    expect(accuses(`Port Elm in June\n\n${idle} ${plain} ${idle}`)).toEqual([
      ...Array(4).fill(false),
      true,
      ...Array(3).fill(false),
    ]);
    expect(accuses(plain)).toEqual([true]);
  });

  it('do not rub off on a headline that says nothing, in a text of two sentences', () => {
    const text = 'Another day\n\nThe mayor Ilse Korn took bribes from the builder. The quay is nine metres wide.';
    expect(accuses(text)).toEqual([false, true, false]);
  });

  it('need somebody to accuse', () => {
    expect(accuses('There was fraud, theft and bribery, and the money was stolen.')).toEqual([false]);
  });

  it('say how sure they are: what only may accuse is less worth checking than what does', () => {
    const text =
      'Harbour notes\n\nMayor Ewan Skey took bribes from the Harbour Board for years and lied to the council about it. ' +
      'Nobody has explained where the money for the pier of Ewan Skey went.';
    const sure = findAllegations(readText(normalizeText(text)).drafts).map((found) => found?.sureness ?? 0);
    expect(sure[1]).toBeGreaterThan(0.7);
    expect(Math.max(...sure)).toBe(sure[1]);
    expect(sure.every((one) => one >= 0 && one <= 1)).toBe(true);
  });

  it('of unnamed sources, of the outlet itself and of the author count as unsourced', () => {
    expect((['anonymous', 'self', 'unattributed'] as const).every(isUnsourced)).toBe(true);
    expect((['quoted', 'reported', 'documented'] as const).some(isUnsourced)).toBe(false);
  });

  it('of the corpus, split dev, are found as well as they were when this was written; no quotation becomes serious', () => {
    const articles = readCorpus(new URL('seeds/corpus/articles', ROOT).pathname, ['dev']);
    const { allegation, serious } = scoreCorpus(articles.flatMap((one) => pairUp(one, checkArticle(one.text))));
    expect(allegation.f1).toBeGreaterThanOrEqual(0.7);
    expect(serious.recall).toBeGreaterThanOrEqual(0.74);
    expect(serious.precision).toBeGreaterThanOrEqual(0.48);
    expect(serious.quotedSerious).toBe(0);
  });
});
