/**
 * Everything that is measured, one measurement after the other: `{ name, ...values }`. Reads only what is given: the corpus of
 * the repository, and of `data` (the folder that PROOFDESK_DATA names; it holds data/, seed/ and tools/, the scorers) what is there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkArticle } from '../../libs/extraction/dist/index.js';
import { scoreBoundaries, scoreGoldenRules } from './boundary-score.mjs';
import { pairUp, scoreCorpus } from './corpus-score.mjs';
import { scorePeer } from './peer-score.mjs';
import { scoreWorth } from './worth-score.mjs';

const rows = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The pairs of labelled and found assertions of some articles. */
export const pairsOf = (articles) => articles.flatMap((article) => pairUp(article, checkArticle(article.text)));

/** The corpus' own score, with tables of labels and of confusions. */
export function measureCorpus(pairs, split) {
  return { name: `corpus ${split}`, ...scoreCorpus(pairs) };
}

/** What needs the folder of data; a set that is not there is told to `skipped`, never passed over in silence. */
export function* measureData(data, wants, skipped) {
  const scratch = mkdtempSync(join(tmpdir(), 'proofdesk-eval-'));
  const at = (...parts) => join(data, ...parts);
  const has = (name, ...needed) => {
    if (!wants(name)) return false;
    const missing = needed.filter((path) => !existsSync(path));
    if (missing.length > 0) skipped(name, `${missing.join(', ')} not found`);
    return missing.length === 0;
  };
  const scorer = (script, ...rest) =>
    execFileSync(process.execPath, [at('tools', script), ...rest], { encoding: 'utf8', maxBuffer: 1e8 });
  /** One check a line, as `proofdesk check --batch` prints them. */
  const writeChecks = (name, texts) => {
    const file = join(scratch, `${name}.jsonl`);
    writeFileSync(file, texts.map(({ id, text }) => JSON.stringify({ id, ...checkArticle(text) })).join('\n'));
    return file;
  };
  try {
    const [article, expected] = [at('seed/article.txt'), at('seed/expected.jsonl')];
    if (has('article', article, expected, at('tools/score-article.mjs')))
      yield { name: 'article', ...scoreArticle(scorer, article, expected, join(scratch, 'article.json')) };
    const stories = at('data/journ-sourcing/dev.jsonl');
    if (has('sourcing', stories, at('tools/eval-sourcing.mjs')))
      yield {
        name: 'journ-sourcing dev',
        ...JSON.parse(scorer('eval-sourcing.mjs', stories, writeChecks('sourcing', rows(stories)))),
      };
    const polnear = at('data/polnear/dev');
    if (has('attribution', polnear, at('tools/eval-attribution.mjs'))) {
      const checks = writeChecks('polnear', textsOf(join(polnear, 'text')));
      yield { name: 'PolNeAR dev', ...JSON.parse(scorer('eval-attribution.mjs', polnear, checks)) };
    }
    const rules = at('data/golden-rules/english.jsonl');
    if (has('boundaries', rules)) yield { name: 'golden rules', ...scoreGoldenRules(rows(rules)) };
    const gum = at('data/gum/attributions.jsonl');
    if (has('boundaries', gum))
      yield { name: 'GUM news boundaries', ...scoreBoundaries(rows(gum).filter((doc) => doc.genre === 'news')) };
    if (has('worth', at('data/checkthat2024-en/dev.tsv'), at('data/policlaim/train_golden.tsv')))
      for (const [name, values] of scoreWorth(at('data'))) yield { name, ...values };
    if (has('peer', polnear)) yield { name: 'direct quotations, PolNeAR dev', ...scorePeer(polnear) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function textsOf(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ id: file.slice(0, -4), text: readFileSync(join(folder, file), 'utf8') }));
}

/** Only the counts: the words of the article are not ours to print. The scorer exits 1 where a must fails. */
function scoreArticle(scorer, article, expected, file) {
  writeFileSync(file, JSON.stringify(checkArticle(readFileSync(article, 'utf8'))));
  let said;
  try {
    said = scorer('score-article.mjs', expected, file);
  } catch (error) {
    said = String(error.stdout);
  }
  const [, musts, mustsOf, shoulds, shouldsOf] = /must (\d+)\/(\d+) should (\d+)\/(\d+)/.exec(said) ?? [];
  return { musts: Number(musts), mustsOf: Number(mustsOf), shoulds: Number(shoulds), shouldsOf: Number(shouldsOf) };
}
