/**
 * Measures the engine on all data at hand; JSON Lines on stdout, a table on stderr.
 *
 *   PROOFDESK_DATA=FOLDER npm run eval -- [--only corpus,article,sourcing,attribution,boundaries,worth,peer] [--split test,challenge] [--errors] [--write]
 *
 * FOLDER holds data/, seed/ and tools/ (the scorers). Without it only what lies in the repository is measured.
 * --errors lists every error on the chosen splits; --write puts the figures into docs/accuracy.md.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementOf } from './agreement.mjs';
import { blindAgreementOf } from './blind-agreement.mjs';
import { readCorpus } from './corpus-score.mjs';
import { errorLine, worstErrors } from './errors.mjs';
import { measureCorpus, measureData, pairsOf } from './measure.mjs';
import { accuracyPage } from './page.mjs';
import { table } from './table.mjs';

const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const only = option('--only', '').split(',').filter(Boolean);
const wants = (name) => only.length === 0 || only.includes(name);
const data = process.env.PROOFDESK_DATA;
const home = join(import.meta.dirname, '../..');
const corpus = join(home, 'seeds/corpus');
const results = [];
const report = (result) => {
  results.push(result);
  console.log(JSON.stringify(result));
};
const skips = [];
const skipped = (name, why) => {
  skips.push(`${name}: ${why}`);
  console.error(`passed over: ${name}: ${why}`);
};

if (wants('corpus')) {
  const pairs = [];
  for (const split of args.includes('--split') ? [option('--split')] : ['test', 'challenge']) {
    const own = pairsOf(readCorpus(join(corpus, 'articles'), split.split(',')));
    report(measureCorpus(own, split));
    pairs.push(...own);
  }
  const all = readCorpus(join(corpus, 'articles'), ['train', 'dev', 'test', 'challenge']);
  report({ name: 'agreement of the two label passes', ...agreementOf(join(corpus, 'checks'), all) });
  const blind = blindAgreementOf(join(corpus, 'blind'), all);
  if (blind) report({ name: 'agreement of two blind labellers', ...blind });
  if (args.includes('--errors')) for (const pair of pairs) console.error(errorLine(pair) ?? '');
}
if (data) for (const result of measureData(data, wants, skipped)) report(result);
else
  for (const name of ['article', 'sourcing', 'attribution', 'boundaries', 'worth', 'peer'].filter(wants))
    skipped(name, 'PROOFDESK_DATA is not set');
console.error(table(results));
if (args.includes('--write')) await writePage();

/** What the head of the weights says of their training. */
function trainedOn() {
  const head = readFileSync(join(home, 'libs/extraction/src/tagger/weights.ts'), 'utf8').slice(0, 500);
  return (
    /Trained on ([^(\n]+)/.exec(head)?.[1]?.trim().replace(/^/, 'trained on ') ?? 'not known what it was trained on'
  );
}

async function writePage() {
  if (only.length > 0 || skips.length > 0) {
    console.error('docs/accuracy.md is left as it is: it is written from a full run only.');
    process.exitCode = 1;
    return;
  }
  const dev = pairsOf(readCorpus(join(corpus, 'articles'), ['dev']));
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: home, encoding: 'utf8' }).trim();
  const dirty = execFileSync('git', ['status', '--porcelain', '--', 'libs/extraction', 'libs/text', 'seeds/corpus'], {
    cwd: home,
    encoding: 'utf8',
  }).trim();
  const page = accuracyPage({
    results,
    errors: worstErrors(dev),
    trained: trainedOn(),
    commit: dirty ? `${commit} with local changes` : commit,
  });
  const file = join(home, 'docs/accuracy.md');
  const { format } = await import('prettier');
  const config = JSON.parse(readFileSync(join(home, '.prettierrc.json'), 'utf8'));
  writeFileSync(file, await format(page, { ...config, parser: 'markdown' }));
  console.error(`wrote ${file}`);
}
