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
import { featuresOf, kindFeaturesOf, tension } from '../../libs/extraction/dist/draft-features.js';
import { carryFeatures, mayCarry } from '../../libs/extraction/dist/carry-over.js';
import { readText } from '../../libs/extraction/dist/reading.js';
import { readCorpus } from '../eval/corpus-score.mjs';

const args = process.argv.slice(2);
const splits = (
  args[args.indexOf('--splits') + 1] && args.includes('--splits') ? args[args.indexOf('--splits') + 1] : 'train'
).split(',');
const home = join(import.meta.dirname, '../..');
const folder = join(home, 'seeds/corpus/articles');

/** Drafts of an article with the labels of the corpus assertion that covers most of each. */
function examplesOf(article) {
  const { drafts } = readText(normalizeText(article.text));
  const letters = [...article.text];
  if (letters.length !== article.text.length) throw new Error(`${article.id} holds characters outside the basic plane`);
  const heat = tension(drafts);
  return drafts.flatMap((draft, at) => {
    const gold = article.assertions
      .map((one) => ({ one, shared: Math.min(one.end, draft.end) - Math.max(one.start, draft.start) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)[0]?.one;
    return gold
      ? [
          {
            gold,
            features: [...featuresOf(drafts, at, heat)],
            kindFeatures: [...kindFeaturesOf(draft, kindOf(draft.said, draft.segment, draft.owner !== null))],
          },
        ]
      : [];
  });
}

/** Logistic regression by AdaGrad with L2, over features seen in at least `least` examples. */
function train(examples, { epochs = 40, rate = 0.1, l2 = 0.002, least = 3, weigh = () => 1 } = {}) {
  const counts = new Map();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const weights = new Map([...counts].filter(([, n]) => n >= least).map(([f]) => [f, 0]));
  const squares = new Map([...weights.keys()].map((f) => [f, 1e-6]));
  let [bias, biasSquare] = [0, 1e-6];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let k = 0; k < examples.length; k += 1) {
      const { features, yes } = examples[(k * 7919 + epoch * 104729) % examples.length];
      let sum = bias;
      for (const f of features) sum += weights.get(f) ?? 0;
      const error = (1 / (1 + Math.exp(-sum)) - (yes ? 1 : 0)) * weigh(yes);
      biasSquare += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquare);
      for (const f of features) {
        const w = weights.get(f);
        if (w === undefined) continue;
        const g = error + l2 * w;
        const s = squares.get(f) + g * g;
        squares.set(f, s);
        weights.set(f, w - (rate * g) / Math.sqrt(s));
      }
    }
  }
  return { bias, weights };
}

const scoreOf = ({ bias, weights }, features) => features.reduce((sum, f) => sum + (weights.get(f) ?? 0), bias);

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
      pairs.push({ features: [...carryFeatures(previous, draft)], yes });
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
    .filter(([, w]) => Math.abs(w) >= 4)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([f, w]) => `${f} ${w}`)
    .join(';')
    .replace(/(.{1,3000};)/g, '$1\n');

function write(name, constant, model, note) {
  const file = join(home, `libs/extraction/src/models/${name}.generated.ts`);
  const body = pack(model).replaceAll('\\', '').replaceAll('`', '');
  writeFileSync(
    file,
    `// Generated by tools/labels/train.mjs from seeds/corpus (CC BY 4.0; ${note}). Do not edit.\nexport const ${constant}_BIAS = ${model.bias.toFixed(3)};\nexport const ${constant}_WEIGHTS = \`${body}\`;\n`,
  );
}

const learn = readCorpus(folder, splits).flatMap(examplesOf);
const dev = args.includes('--write') ? [] : readCorpus(folder, ['dev']).flatMap(examplesOf);
const TASKS = [
  ['allegation', 'ALLEGATION', (e) => Boolean(e.gold.allegation), { least: 2, l2: 0.0005, epochs: 15 }],
  ...['opinion', 'prediction', 'directive'].map((kind) => [
    `kind-${kind}`,
    kind.toUpperCase(),
    (e) => e.gold.kind === kind,
    { least: 2, l2: 0.002, epochs: 20 },
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
  const corpus = readCorpus(folder, splits).flatMap(carriesOf);
  const model = train(corpus, { least: 2, l2: 0.004, epochs: 20 });
  console.log('carry learn', corpus.filter((e) => e.yes).length, 'of', corpus.length, 'features', model.weights.size);
  if (args.includes('--write')) write('carry', 'CARRY', model, `splits ${splits.join(' and ')}`);
  else console.log('  dev', curve(model, readCorpus(folder, ['dev']).flatMap(carriesOf)));
}
