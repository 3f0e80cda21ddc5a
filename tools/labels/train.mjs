/**
 * Trains the small linear models of libs/extraction on the project's own corpus and writes them as versioned files.
 *
 *   npx tsc -b libs/extraction && node tools/labels/train.mjs [--splits train,dev] [--write]
 *
 * Without --write it trains on `train` and reports on `dev`. Deterministic: fixed order, no random numbers.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeText } from '../../libs/text/dist/index.js';
import { kindOf } from '../../libs/extraction/dist/assertion-kinds.js';
import { draftFeatures, tension } from '../../libs/extraction/dist/draft-features.js';
import { FeatureNames } from '../../libs/extraction/dist/features.js';
import { kindFeatures } from '../../libs/extraction/dist/kind-features.js';
import { carryFeatures, mayCarry } from '../../libs/extraction/dist/carry-over.js';
import { readText } from '../../libs/extraction/dist/reading.js';
import { CATEGORY_EVIDENCE, accusingTopics, categoryEvidence } from '../../libs/extraction/dist/allegation-category.js';
import { ALLEGATION_CATEGORIES } from '../../libs/extraction/dist/check.js';
import { readCorpus } from '../eval/corpus-score.mjs';
import { scoreOf, train, trainChoice } from './logistic.mjs';

const args = process.argv.slice(2);
const splits = (
  args[args.indexOf('--splits') + 1] && args.includes('--splits') ? args[args.indexOf('--splits') + 1] : 'train'
).split(',');
const home = join(import.meta.dirname, '../..');
const folder = join(home, 'seeds/corpus/articles');

/** The names of the features that `fill` puts out. */
function namesOf(fill) {
  const out = new FeatureNames();
  fill(out);
  return [...out.names];
}

/** Drafts of an article with the labels of the corpus assertion that covers most of each. */
function examplesOf(article) {
  const { drafts } = readText(normalizeText(article.text));
  const letters = [...article.text];
  if (letters.length !== article.text.length) throw new Error(`${article.id} holds characters outside the basic plane`);
  const heat = tension(drafts);
  const topics = accusingTopics(drafts);
  return drafts.flatMap((draft, at) => {
    const gold = article.assertions
      .map((one) => ({ one, shared: Math.min(one.end, draft.end) - Math.max(one.start, draft.start) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)[0]?.one;
    return gold
      ? [
          {
            gold,
            article: article.id,
            evidence: gold.allegation ? categoryEvidence(drafts, at, topics) : null,
            features: namesOf((out) => draftFeatures(out, drafts, at, heat)),
            kindFeatures: namesOf((out) =>
              kindFeatures(out, draft, kindOf(draft.said, draft.segment, draft.owner !== null)),
            ),
          },
        ]
      : [];
  });
}

function curve(model, examples) {
  const scored = examples.map((e) => ({ p: 1 / (1 + Math.exp(-scoreOf(model, e.features))), yes: e.yes }));
  return [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    .map((t) => {
      const mine = scored.filter((s) => s.p >= t);
      const tp = mine.filter((s) => s.yes).length;
      const gold = scored.filter((s) => s.yes).length;
      return `${t}: P ${(tp / (mine.length || 1)).toFixed(2)} R ${(tp / gold).toFixed(2)} F1 ${((2 * tp) / (mine.length + gold)).toFixed(3)}`;
    })
    .join('  ');
}

/** Pairs of neighbouring drafts: does the second, which has no cue, go on with the attribution of the first? */
function carriesOf(article) {
  const { drafts } = readText(normalizeText(article.text));
  const goldOf = (draft) =>
    article.assertions
      .map((one) => ({ one, shared: Math.min(one.end, draft.end) - Math.max(one.start, draft.start) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)[0]?.one;
  const pairs = [];
  let previous = null;
  for (const raw of drafts) {
    const draft = raw.carried
      ? { ...raw, owner: null, attribution: null, sourcing: 'unattributed', carried: undefined }
      : raw;
    const gold = goldOf(draft);
    let now = draft;
    if (previous && gold && mayCarry(previous, draft)) {
      const yes =
        gold.sourcing !== 'unattributed' &&
        gold.attribution !== null &&
        gold.attribution === goldOf(previous)?.attribution;
      pairs.push({ features: namesOf((out) => carryFeatures(out, previous, draft)), yes });
      if (yes)
        now = {
          ...draft,
          owner: previous.owner,
          attribution: previous.attribution,
          sourcing: previous.sourcing === 'quoted' ? 'reported' : previous.sourcing,
          carried: true,
        };
    }
    previous = now;
  }
  return pairs;
}

const pack = ({ weights }) =>
  [...weights]
    .map(([f, w]) => [f, Math.round(w * 100)])
    .filter(([, w]) => Math.abs(w) >= 2)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([f, w]) => `${f} ${w}`)
    .join(';')
    .replace(/(.{1,3000};)/g, '$1\n');

function write(name, constant, model, note) {
  const file = join(home, `libs/extraction/src/models/${name}.generated.ts`);
  writeFileSync(
    file,
    `// Generated by tools/labels/train.mjs from seeds/corpus (CC BY 4.0; ${note}). Do not edit.\nexport const ${constant}_BIAS = ${model.bias.toFixed(3)};\nexport const ${constant}_WEIGHTS = \`${pack(model)}\`;\n`,
  );
}

function writeChoice({ weights, biases }, note) {
  const list = (numbers) => `[${numbers.map((x) => x.toFixed(3)).join(', ')}]`;
  writeFileSync(
    join(home, 'libs/extraction/src/models/category.generated.ts'),
    `// Generated by tools/labels/train.mjs from seeds/corpus (CC BY 4.0; ${note}). Do not edit.\nexport const CATEGORY_WEIGHTS: readonly number[] = ${list(weights)};\nexport const CATEGORY_BIASES: readonly number[] = ${list(biases)};\n`,
  );
}

const learn = readCorpus(folder, splits).flatMap(examplesOf);
const dev = args.includes('--write') ? [] : readCorpus(folder, ['dev']).flatMap(examplesOf);
const TASKS = [
  ['allegation', 'ALLEGATION', (e) => Boolean(e.gold.allegation), {}],
  ['hedged', 'HEDGED', (e) => e.gold.allegation.hedged, { penalty: 1, least: 2, words: 0.6 }, (e) => e.gold.allegation],
  ...['statement', 'opinion', 'prediction', 'directive'].map((kind) => [
    `kind-${kind}`,
    kind.toUpperCase(),
    (e) => e.gold.kind === kind,
    { penalty: 1, least: 2, words: 0.6 },
    (e) => e.gold.blockKind === 'p',
    'kindFeatures',
  ]),
];
for (const [name, constant, goldOf, options, keep = () => true, from = 'features'] of TASKS) {
  const of = (list) => list.filter(keep).map((e) => ({ features: e[from], yes: goldOf(e) }));
  const model = train(of(learn), options);
  console.log(
    name,
    'learn',
    of(learn).filter((e) => e.yes).length,
    'of',
    of(learn).length,
    'features',
    model.weights.size,
  );
  if (dev.length > 0) console.log('  dev', curve(model, of(dev)));
  else write(name, constant, model, `splits ${splits.join(' and ')}`);
}

{
  const accusing = (list) =>
    list
      .filter((e) => e.evidence)
      .map((e) => ({ rows: e.evidence, right: ALLEGATION_CATEGORIES.indexOf(e.gold.allegation.category) }));
  const corpus = accusing(learn);
  const model = trainChoice(corpus, ALLEGATION_CATEGORIES.length, CATEGORY_EVIDENCE);
  const score = (rows) => rows.map((row, c) => row.reduce((sum, x, k) => sum + x * model.weights[k], model.biases[c]));
  const right = (list) => list.filter((e) => score(e.rows).indexOf(Math.max(...score(e.rows))) === e.right).length;
  console.log('category learn', corpus.length, 'right', right(corpus));
  if (args.includes('--write')) writeChoice(model, `splits ${splits.join(' and ')}`);
  else console.log('  dev', right(accusing(dev)), 'of', accusing(dev).length);
}

{
  const corpus = readCorpus(folder, splits).flatMap(carriesOf);
  const model = train(corpus, { penalty: 1, least: 2 });
  console.log('carry learn', corpus.filter((e) => e.yes).length, 'of', corpus.length, 'features', model.weights.size);
  if (args.includes('--write')) write('carry', 'CARRY', model, `splits ${splits.join(' and ')}`);
  else console.log('  dev', curve(model, readCorpus(folder, ['dev']).flatMap(carriesOf)));
}
