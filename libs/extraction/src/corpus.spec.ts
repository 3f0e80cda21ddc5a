import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Corpus {
  readonly MAX_SHARED_FIVEGRAMS: number;
  articleFiles(): string[];
  readFileFaults(file: string): { article: object | null; faults: string[] };
  summarise(articles: object[]): {
    articles: number;
    bySplit: Record<string, number>;
    words: number;
    wordForms: number;
    assertions: number;
    attributions: number;
    fiveGrams: { share: number };
  };
}

const file = new URL('../../../seeds/corpus/validate.mjs', import.meta.url).href;
const { MAX_SHARED_FIVEGRAMS, articleFiles, readFileFaults, summarise } = (await import(file)) as Corpus;

describe('the corpus', () => {
  const read = articleFiles().map((path) => ({ path, ...readFileFaults(path) }));
  const figures = summarise(read.flatMap(({ article }) => (article ? [article] : [])));

  it('has no fault in any article', () => {
    expect(read.filter(({ faults }) => faults.length > 0).map(({ path, faults }) => ({ path, faults }))).toEqual([]);
  });

  it('is as large and as varied as it says', () => {
    expect(figures.articles).toBeGreaterThanOrEqual(120);
    expect(figures.wordForms).toBeGreaterThanOrEqual(9000);
    expect(Object.keys(figures.bySplit).sort()).toEqual(['challenge', 'dev', 'test', 'train']);
  });

  it('is described by the figures it has', () => {
    const page = readFileSync(new URL('../../../seeds/corpus/README.md', import.meta.url), 'utf8');
    for (const name of ['articles', 'words', 'wordForms', 'assertions', 'attributions'] as const)
      expect(page).toContain(figures[name].toLocaleString('en'));
    for (const [split, count] of Object.entries(figures.bySplit)) expect(page).toContain(`${split} ${count}`);
  });

  it('was not filled into templates: no two articles share much wording', () => {
    expect(MAX_SHARED_FIVEGRAMS).toBeLessThanOrEqual(0.02);
    expect(figures.fiveGrams.share).toBeLessThanOrEqual(MAX_SHARED_FIVEGRAMS);
  });
});
