/**
 * Trains the three readings that find accusations: a linear model of one draft, one of what the first made of the whole article, and a
 * net that runs over the article and adds to the second. Both learn from scores of a first that had not seen the article, as the
 * engine meets articles it has not seen.
 */
import { CONTEXT_NUMBERS, contextOf } from '../../libs/extraction/dist/accusations/accusing-context.js';
import { ACCUSING_SHAPE, netRowsOf } from '../../libs/extraction/dist/accusations/accusing-net.js';
import { netParts, runNet } from '../../libs/extraction/dist/learning/gated-net.js';
import { probabilityOf } from '../../libs/extraction/dist/learning/linear-model.js';
import { foldsOf } from './folds.mjs';
import { trainNet } from './gated-net.mjs';
import { scoreOf, train, trainDense } from './logistic.mjs';
import { MEANING_NUMBERS, meaningOf } from './meaning.mjs';

const FOLDS = 5;
const FIRST = { penalty: 2.5 };
/** The axes of the word vectors keep their proportions: the first of them tell most. */
const SECOND = { penalty: 60, pooledFrom: CONTEXT_NUMBERS };

const isUnsourced = (sourcing) => sourcing === 'anonymous' || sourcing === 'self' || sourcing === 'unattributed';

const labelled = (articles) =>
  articles.flatMap(({ weight, examples }) =>
    examples
      .filter(({ gold }) => gold)
      .map(({ features, gold }) => ({ features, yes: Boolean(gold.allegation), weight })),
  );
const trainFirst = (articles) => train(labelled(articles), FIRST);
const scoresBy = (model, { examples }) => examples.map(({ features }) => scoreOf(model, features));

/** Rows of the second reading with their labels, from the first scores of some articles. */
function rowsOf({ drafts, examples }, scores) {
  const numbers = contextOf(drafts, scores);
  return examples.map(({ gold, sourcing }, at) => {
    const row = new Float64Array(CONTEXT_NUMBERS + MEANING_NUMBERS);
    row.set(numbers.subarray(at * CONTEXT_NUMBERS, (at + 1) * CONTEXT_NUMBERS));
    row.set(meaningOf(drafts[at]), CONTEXT_NUMBERS);
    return { row, yes: Boolean(gold?.allegation), gold, sourcing };
  });
}

const logOdds = ({ bias, weights }, row) => row.reduce((sum, x, i) => sum + x * weights[i], bias);

/** What the net is given of an article: its rows, and the log odds of the second reading that it adds to. */
function courseOf({ drafts }, rows, second) {
  const bases = rows.map(({ row }) => logOdds(second, row));
  const context = new Float64Array(drafts.length * CONTEXT_NUMBERS);
  rows.forEach(({ row }, at) => context.set(row.subarray(0, CONTEXT_NUMBERS), at * CONTEXT_NUMBERS));
  return { bases, numbers: netRowsOf(drafts, context, bases) };
}

function sequenceOf(article, rows, second) {
  const { bases, numbers } = courseOf(article, rows, second);
  const { inputs } = ACCUSING_SHAPE;
  return {
    rows: bases.map((_, at) => numbers.subarray(at * inputs, (at + 1) * inputs)),
    bases,
    goals: rows.map(({ gold, yes }) => (gold ? Number(yes) : null)),
  };
}

/** `{ first, second, net }`: models of the three readings. */
export function trainAccusing(articles, folds = FOLDS) {
  const parts = foldsOf(articles, folds);
  const read = parts.flatMap((held) => {
    const first = trainFirst(articles.filter((one) => !held.includes(one)));
    return held.map((article) => ({ article, rows: rowsOf(article, scoresBy(first, article)) }));
  });
  const first = trainFirst(articles);
  const second = trainDense(
    read.flatMap(({ rows }) => rows).filter(({ gold }) => gold),
    SECOND,
  );
  const sequences = read.map(({ article, rows }) => sequenceOf(article, rows, second));
  return { first, second, net: trainNet(sequences, ACCUSING_SHAPE) };
}

/** For each labelled draft of articles how likely it accuses, by all readings: `{ p, yes, gold, sourcing, first }`. */
export function judgeAll({ first, second, net }, articles) {
  const parts = netParts(ACCUSING_SHAPE, net);
  return articles.flatMap((article) => {
    const rows = rowsOf(article, scoresBy(first, article));
    const { bases, numbers } = courseOf(article, rows, second);
    const course = runNet(ACCUSING_SHAPE, parts, numbers, bases.length);
    return rows
      .map((one, at) => ({ ...one, first: one.row[1], p: probabilityOf(bases[at] + course[at]) }))
      .filter(({ gold }) => gold);
  });
}

/** Predictions for every article by models that saw none of its fold. */
export function crossValidate(articles, folds = FOLDS) {
  return foldsOf(articles, folds).flatMap((held) =>
    judgeAll(trainAccusing(articles.filter((one) => !held.includes(one))), held),
  );
}

const ratio = (a, b) => (b === 0 ? 0 : a / b);

/** Precision, recall and F1 of accusations and of `serious` at rising thresholds, as lines. */
export function thresholdLines(judged) {
  const measure = (isGold, isMine) => {
    const mine = judged.filter(isMine);
    const hits = mine.filter(isGold).length;
    const gold = judged.filter(isGold).length;
    const [p, r] = [ratio(hits, mine.length), ratio(hits, gold)];
    return `P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${ratio(2 * p * r, p + r).toFixed(3)}`;
  };
  const serious = ({ yes, gold }) => yes && isUnsourced(gold.sourcing);
  return [0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.25, 0.28, 0.32, 0.36, 0.4, 0.5, 0.6].map(
    (t) =>
      `${t.toFixed(2)}  accuses ${measure(
        ({ yes }) => yes,
        ({ p }) => p >= t,
      )}  serious ${measure(serious, ({ p, sourcing }) => p >= t && isUnsourced(sourcing))}  first reading ${measure(
        ({ yes }) => yes,
        ({ first }) => first >= t,
      )}`,
  );
}
