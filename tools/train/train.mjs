/**
 * Trains the tagger of source, cue and content and writes its weights.
 *
 *   npm run train -- [--brat FOLDER]... [--brat-dev FOLDER] [--out FILE] [--without-corpus]
 *
 * Trains on the train split of seeds/corpus, on further articles where folders of brat files are named, and prints figures
 * on the dev split (never on test). The same data and options give the same weights, byte for byte.
 */
import { createHash } from 'node:crypto';
import { readConfig } from './config.mjs';
import { readBrat, readCorpus } from './gold.mjs';
import { line, measure } from './measure.mjs';
import { compact, writeModule } from './pack.mjs';
import { prepare } from './prepare.mjs';
import { runStack, trainStack } from './stack.mjs';

const config = readConfig();
if (config === null) {
  console.log(
    'npm run train -- [--brat FOLDER]... [--brat-dev FOLDER] [--out FILE] [--without-corpus] [--passes N] [--rate R] [--dropout P] [--penalty P] [--least N] [--folds N]',
  );
} else {
  run(config);
}

function run({ corpus, dev, brat, bratDev, out, options }) {
  const started = Date.now();
  const report = (message) => console.error(`${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s  ${message}`);
  const own = corpus ? readCorpus(corpus, ['train']) : [];
  const more = brat.flatMap(readBrat);
  const articles = [...own, ...more];
  report(`${own.length} articles of the corpus, ${more.length} from other folders`);
  const stack = trainStack(prepare(articles), options, report);
  const model = compact(stack);
  const digest = createHash('sha256')
    .update(articles.map(({ id, text }) => `${id}\n${text}`).join('\n'))
    .digest('hex')
    .slice(0, 12);
  const note = `Trained on ${own.length} articles of seeds/corpus and ${more.length} others (texts ${digest}).`;
  report(
    `${writeModule(out, model, note)} characters of weights, ${model.words.hashes.length} + ${model.looks.hashes.length} features`,
  );
  show('corpus dev', readCorpus(dev, ['dev']), stack);
  if (bratDev) show('brat dev', readBrat(bratDev), stack);
}

function show(name, articles, stack) {
  const data = prepare(articles);
  const { first, second } = runStack(stack, data);
  console.log(`${name}, first pass   ${line(measure(articles, data, first))}`);
  console.log(`${name}, second pass  ${line(measure(articles, data, second))}`);
}
