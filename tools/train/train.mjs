/**
 * Trains the tagger of source, cue and content and writes its weights.
 *
 *   npm run train -- [--brat FOLDER]... [--brat-dev FOLDER] [--out FILE] [--without-corpus]
 *
 * Trains on the train split of seeds/corpus, on further articles where folders of brat files are named, and prints figures
 * on the dev split (never on test). The same data and options give the same weights, byte for byte.
 */
import { createHash } from 'node:crypto';
import { LABELS, createTagger, encodeModel } from '@proofdesk/extraction/training';
import { readConfig } from './config.mjs';
import { readBrat, readCorpus, readGum } from './gold.mjs';
import { line, measure } from './measure.mjs';
import { compact, writeModule } from './pack.mjs';
import { prepare } from './prepare.mjs';
import { trainStack } from './stack.mjs';

const config = readConfig();
if (config === null) {
  console.log(
    'npm run train -- [--brat FOLDER]... [--brat-dev FOLDER] [--out FILE] [--without-corpus] [--passes N] [--rate R] [--dropout P] [--penalty P] [--least N] [--folds N]',
  );
} else {
  run(config);
}

function run({ corpus, dev, gum, brat, bratDev, out, options }) {
  const started = Date.now();
  const report = (message) => console.error(`${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s  ${message}`);
  const own = corpus ? readCorpus(corpus, ['train']) : [];
  const open = gum ? readGum(gum) : [];
  const more = brat.flatMap(readBrat);
  const articles = [...own, ...open, ...more];
  report(`${own.length} articles of the corpus, ${open.length} of GUM, ${more.length} from other folders`);
  const stack = trainStack(prepare(articles), options, report);
  const model = compact(stack, options.smallest);
  const digest = createHash('sha256')
    .update(articles.map(({ id, text }) => `${id}\n${text}`).join('\n'))
    .digest('hex')
    .slice(0, 12);
  const note = `Trained on ${own.length} articles of seeds/corpus, ${open.length} of GUM and ${more.length} others (texts ${digest}).`;
  report(
    `${writeModule(out, model, note)} characters of weights, ${model.words.hashes.length} + ${model.looks.hashes.length} features`,
  );
  const tagger = createTagger(encodeModel(model), true);
  show('corpus dev', readCorpus(dev, ['dev']), tagger);
  if (bratDev) show('brat dev', readBrat(bratDev), tagger);
}

/** Figures of the packed model, as it ships. */
function show(name, articles, tagger) {
  const data = prepare(articles);
  const labels = data.sentences.map((sentence, k) =>
    tagger(sentence, data.hints[k]).map((label) => LABELS.indexOf(label)),
  );
  console.log(`${name.padEnd(12)}${line(measure(articles, data, labels))}`);
}
