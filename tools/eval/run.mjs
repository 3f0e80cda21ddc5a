/**
 * Measures the engine on all data at hand; JSON Lines on stdout, a table on stderr.
 *
 *   PROOFDESK_DATA=FOLDER node tools/eval/run.mjs [--only corpus,sourcing,attribution,boundaries,worth,peer,article] [--split dev] [--errors]
 *
 * FOLDER holds data/, seed/ and tools/ (the scorers). Without it only what lies in the repository is measured.
 * Build libs/extraction first: npx tsc -b libs/extraction
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkArticle } from '../../libs/extraction/dist/index.js';
import { scoreBoundaries, scoreGoldenRules } from './boundary-score.mjs';
import { pairUp, readCorpus, riskOf, scoreCorpus } from './corpus-score.mjs';
import { scorePeer } from './peer-score.mjs';
import { scoreWorth } from './worth-score.mjs';

const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const only = option('--only', '').split(',').filter(Boolean);
const wants = (name) => only.length === 0 || only.includes(name);
const showErrors = args.includes('--errors');
const data = process.env.PROOFDESK_DATA;
const home = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'proofdesk-eval-'));
const rows = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const report = (name, values) => {
  console.log(JSON.stringify({ name, ...values }));
};

/** Runs the engine over texts and writes one check a line, as `proofdesk check --batch` does. */
function writeChecks(name, texts) {
  const file = join(scratch, `${name}.jsonl`);
  writeFileSync(file, texts.map(({ id, text }) => JSON.stringify({ id, ...checkArticle(text) })).join('\n'));
  return file;
}

const scorer = (script, ...rest) =>
  execFileSync(process.execPath, [join(data, 'tools', script), ...rest], { encoding: 'utf8', maxBuffer: 1e8 });

if (wants('corpus')) {
  const splits = option('--split', 'train,dev').split(',');
  const pairs = readCorpus(join(home, 'seeds/corpus/articles'), splits).flatMap((article) =>
    pairUp(article, checkArticle(article.text)),
  );
  const score = scoreCorpus(pairs);
  report(`corpus ${splits.join('+')}`, {
    assertions: score.assertions,
    sourcingMacroF1: score.sourcing.macroF1,
    kindMacroF1: score.kind.macroF1,
    allegation: score.allegation,
    serious: score.serious,
  });
  console.error(score.sourcing.perLabel, score.sourcing.confusion);
  console.error(score.kind.perLabel, score.kind.confusion);
  if (showErrors) for (const pair of pairs) printError(pair);
}
if (!data)
  console.error(
    'PROOFDESK_DATA is not set: journ-sourcing, PolNeAR, GUM, golden rules, check-worthiness and the article are passed over.',
  );
else measureData();
rmSync(scratch, { recursive: true });

function measureData() {
  if (wants('article')) {
    const article = join(data, 'seed/article.txt');
    const file = join(scratch, 'article.json');
    writeFileSync(file, JSON.stringify(checkArticle(readFileSync(article, 'utf8'))));
    try {
      console.log(
        JSON.stringify({
          name: 'article',
          result: scorer('score-article.mjs', join(data, 'seed/expected.jsonl'), file, '--verbose').trim(),
        }),
      );
    } catch (error) {
      console.log(JSON.stringify({ name: 'article', result: String(error.stdout).trim() }));
    }
  }
  const stories = join(data, 'data/journ-sourcing/dev.jsonl');
  if (wants('sourcing') && existsSync(stories))
    report(
      'journ-sourcing dev',
      JSON.parse(scorer('eval-sourcing.mjs', stories, writeChecks('sourcing', rows(stories)))),
    );
  const polnear = join(data, 'data/polnear/dev');
  if (wants('attribution') && existsSync(polnear)) {
    const texts = readdirSync(join(polnear, 'text'))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => ({ id: file.slice(0, -4), text: readFileSync(join(polnear, 'text', file), 'utf8') }));
    report('polnear dev', JSON.parse(scorer('eval-attribution.mjs', polnear, writeChecks('polnear', texts))));
  }
  if (wants('boundaries')) {
    report('golden rules', scoreGoldenRules(rows(join(data, 'data/golden-rules/english.jsonl'))));
    report(
      'gum news boundaries',
      scoreBoundaries(rows(join(data, 'data/gum/attributions.jsonl')).filter((doc) => doc.genre === 'news')),
    );
  }
  if (wants('worth')) for (const [name, values] of scoreWorth(join(data, 'data'))) report(name, values);
  if (wants('peer') && existsSync(polnear)) report('direct quotations, PolNeAR dev', scorePeer(polnear));
}

function printError({ article, gold, mine, check }) {
  const words = [...article.text].slice(gold.start, gold.end).join('');
  const wrong = [];
  if (gold.sourcing !== mine?.sourcing) wrong.push(`SRC ${gold.sourcing}>${mine?.sourcing}`);
  if (gold.kind !== mine?.kind) wrong.push(`KIND ${gold.kind}>${mine?.kind}`);
  if (Boolean(gold.allegation) !== Boolean(mine?.allegation))
    wrong.push(`AL ${gold.allegation?.category ?? '-'}>${mine?.allegation?.category ?? '-'}`);
  if ((riskOf(gold) === 'serious') !== (mine?.risk === 'serious')) wrong.push(`RISK ${riskOf(gold)}>${mine?.risk}`);
  if (wrong.length === 0) return;
  const source = mine?.attribution == null ? null : check.attributions[mine.attribution];
  console.error(
    `${article.id} ${wrong.join(' ')} [${source?.source?.exact ?? ''}/${source?.source?.type ?? ''} <${source?.cue?.exact ?? ''}>] ${words}`,
  );
}
