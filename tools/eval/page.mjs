/** The page docs/accuracy.md: the last run's figures beside what was aimed at, how far labels agree, and the dearest errors. */
import { confusionTable, flat, labelTable, markdown } from './table.mjs';

const CORPUS = 'corpus test';
const CHALLENGE = 'corpus challenge';
const STORIES = 'journ-sourcing dev';
const POLNEAR = 'PolNeAR dev';

/** What is asked of the engine: result, path of the figure, in words, least value. */
const TARGETS = [
  ['article', (r) => r.musts, 'labels the reference article must get (of 25)', 25],
  ['article', (r) => r.shoulds, 'labels it should get (of 10)', 7],
  [STORIES, (r) => r.sourcedF1, 'real stories: sourced sentences, F1', 0.87],
  [STORIES, (r) => r.sourceTypeAccuracy, 'real stories: kind of source, accuracy', 0.9],
  [STORIES, (r) => r.unnamedF1, 'real stories: unnamed sources, F1', 0.75],
  [POLNEAR, (r) => r.attributedSentenceF1, 'PolNeAR: attributed sentences, F1', 0.8],
  [POLNEAR, (r) => r.relationF1at50, 'PolNeAR: source, cue and content together, F1 at half overlap', 0.4],
  [POLNEAR, (r) => r.contentCharF1, 'PolNeAR: letters of content, F1', 0.7],
  [CORPUS, (r) => r.sourcing.macroF1, 'own corpus: sourcing, macro F1', 0.9],
  [CORPUS, (r) => r.serious.recall, 'own corpus: `serious`, recall', 0.95],
  [CORPUS, (r) => r.serious.precision, 'own corpus: `serious`, precision', 0.85],
  [
    CORPUS,
    (r) => round(1 - r.serious.quotesMadeSerious / r.serious.quotes),
    'own corpus: share of quotations that did not become `serious`',
    1,
  ],
];

const round = (value) => Math.round(1000 * value) / 1000;

/** The page as Markdown. `results` are those of a full run; `errors` come from the dev split, so that test articles stay unseen; `trained` says on what the tagger was. */
export function accuracyPage({ results, errors, commit, trained }) {
  const by = new Map(results.map((result) => [result.name, result]));
  const goals = TARGETS.flatMap(([name, read, words, least]) =>
    by.has(name) ? [{ words, value: read(by.get(name)), least }] : [],
  );
  return [
    '# How accurate the engine is',
    `Written by \`npm run eval -- --write\` at commit ${commit}. Do not edit. What each measure means is said at the head of its scorer in \`tools/eval\`.`,
    goalsPart(goals),
    weakPart(goals, by),
    corpusPart(by.get(CORPUS)),
    challengePart(by.get(CHALLENGE)),
    agreementPart(by.get('agreement of the two label passes')),
    blindPart(by.get('agreement of two blind labellers')),
    othersPart(results, trained),
    errorsPart(errors),
  ].join('\n\n');
}

const isMet = ({ value, least }) => value >= least;

function goalsPart(goals) {
  return [
    '## Against what was asked',
    markdown(
      ['measure', 'figure', 'asked', 'met'],
      goals.map((goal) => [goal.words, goal.value, goal.least, isMet(goal) ? 'yes' : '**no**']),
    ),
  ].join('\n\n');
}

function weakPart(goals, by) {
  const short = goals
    .filter((goal) => !isMet(goal))
    .sort((a, b) => a.value / a.least - b.value / b.least)
    .map(({ words, value, least }) => `- ${words}: ${value}, and ${least} was asked.`);
  const { perLabel } = by.get(CORPUS).sourcing;
  const labels = Object.entries(perLabel)
    .filter(([, one]) => one.gold > 0)
    .sort(([, a], [, b]) => a.f1 - b.f1)
    .slice(0, 2)
    .map(([label, one]) => `\`${label}\` (F1 ${one.f1})`);
  const { allegation, serious } = by.get(CORPUS);
  return [
    '## What is weak',
    short.length > 0 ? short.join('\n') : 'Every figure asked for is reached.',
    `The sourcing labels hardest to get right are ${labels.join(' and ')}. Of ${allegation.gold} accusations in the test articles the engine finds ${percent(allegation.recall)}, and ${percent(1 - allegation.precision)} of those it reports are none. Of ${serious.gold} that nobody named stands behind it marks ${percent(serious.recall)} as \`serious\`; in the queue those that only *may* accuse come behind the others. **Do not rely on the engine alone to find what could be libel.**`,
    'Check-worthiness is a hand-weighted score that has seen neither debates nor posts; on those it is far behind models trained on them (.88 on CheckThat). Only English is analysed; any other language is cut into sentences and nothing more. The corpus is written for this project: newsrooms write otherwise, and the figures on real stories are the better guide.',
  ].join('\n\n');
}

const percent = (share) => `${Math.round(100 * share)} %`;

function corpusPart({ assertions, sourcing, kind, allegation, serious }) {
  return [
    '## Own corpus, test split',
    `${assertions} labelled assertions, each held against the assertion of the engine that covers most of it. Sourcing macro F1 ${sourcing.macroF1}, kind macro F1 ${kind.macroF1}.`,
    '### Sourcing',
    labelTable(sourcing.perLabel),
    confusionTable(sourcing.confusion),
    '### Kind',
    labelTable(kind.perLabel),
    '### Accusations and risk',
    markdown(
      ['', 'precision', 'recall', 'F1', 'labelled'],
      [
        ['accuses somebody', allegation.precision, allegation.recall, allegation.f1, allegation.gold],
        ['risk `serious`', serious.precision, serious.recall, serious.f1, serious.gold],
        ['… without "may accuse"', serious.likely.precision, serious.likely.recall, '', serious.gold],
      ],
    ),
    `Where both see an accusation, the category is the same in ${percent(allegation.category)}, the accused in ${percent(allegation.accused)} and the hedge in ${percent(allegation.hedged)}. ${serious.quotesMadeSerious} of ${serious.quotes} labelled quotations became \`serious\`; ${serious.quotedSerious} of those the engine itself calls quoted.`,
  ].join('\n\n');
}

/** How far the engine gets where nothing is said in the usual words. */
function challengePart({ assertions, sourcing, kind, allegation, serious }) {
  return [
    '## Own corpus, challenge split',
    `Articles in which sources are named, records cited and people accused in words that news seldom uses; ${assertions} assertions. Nobody who works on the engine reads them, and nothing learns from them: the figures say what is beyond what the engine was made for. Sourcing macro F1 ${sourcing.macroF1}, kind macro F1 ${kind.macroF1}; accusations F1 ${allegation.f1}; \`serious\` with precision ${serious.precision} and recall ${serious.recall}.`,
    labelTable(sourcing.perLabel),
  ].join('\n\n');
}

/** What two labellers make of the same cuts without seeing each other: about as well as the labels can be foretold at all. */
function blindPart(blind) {
  if (!blind) return '';
  const { articles, assertions, fields, accusations } = blind;
  return [
    '### Without seeing each other',
    `${articles} articles (${assertions} assertions, cuts given) were labelled once more by somebody who saw the text and the rules alone. One labeller held against the other finds accusations with F1 ${accusations.f1}; of those that both see the category is the same in ${percent(accusations.category)}.`,
    markdown(
      ['label', 'agreement', 'kappa'],
      Object.entries(fields).map(([field, one]) => [field, one.agreement, one.kappa]),
    ),
  ].join('\n\n');
}

function agreementPart({ articles, fields }) {
  return [
    '## How far the two label passes agree',
    `All labels of ${articles} articles were gone over in a second pass, with the first one's in sight. Agreement is the share of labels left as they were: an upper bound, for whoever sees a label is drawn to it.`,
    markdown(
      ['label', 'changed', 'of', 'agreement', 'kappa'],
      Object.entries(fields).map(([field, one]) => [field, one.changed, one.of, one.agreement, one.kappa ?? '']),
    ),
  ].join('\n\n');
}

function othersPart(results, trained) {
  const own = new Set([CORPUS, CHALLENGE, 'agreement of the two label passes', 'agreement of two blind labellers']);
  return [
    '## Other data',
    `The tagger that ships: ${trained}. compromise is the nearest thing another Node library offers: its \`.quotations()\`.`,
    ...results
      .filter(({ name }) => !own.has(name))
      .map(({ name, ...values }) => `### ${name}\n\n${markdown(['measure', 'figure'], [...flat(values)])}`),
  ].join('\n\n');
}

function errorsPart(errors) {
  return [
    '## The errors that matter most',
    'From the dev split of the own corpus, the dearest first; what was labelled stands before the arrow, what the engine says behind it.',
    ...errors.map(
      ({ title, harm, count, of, examples }) =>
        `### ${title}: ${count} of ${of}\n\n${harm}\n\n${examples.map((one) => `- ${one.id}: ${escaped(one.words)}  \n  ${one.gold} → ${one.mine}`).join('\n')}`,
    ),
  ].join('\n\n');
}

const escaped = (words) => words.replace(/([*_`<>[\]\\])/g, '\\$1');
