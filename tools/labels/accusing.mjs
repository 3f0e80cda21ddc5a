/**
 * Trains the two readings that find accusations: a linear model of one draft, and one of what the first made of the whole article.
 * The second learns from scores of a first that had not seen the article, as the engine meets articles it has not seen.
 */
import { CONTEXT_NUMBERS, contextOf } from '../../libs/extraction/dist/accusing-context.js';
import { probabilityOf } from '../../libs/extraction/dist/linear-model.js';
import { foldsOf } from './folds.mjs';
import { scoreOf, train, trainDense } from './logistic.mjs';
import { MEANING_NUMBERS, meaningOf } from './meaning.mjs';

const FOLDS = 5;
const FIRST = { penalty: 2.5 };
/** The axes of the word vectors keep their proportions: the first of them tell most. */
const SECOND = { penalty: 60, pooledFrom: CONTEXT_NUMBERS };

const isUnsourced = (sourcing) => sourcing === 'anonymous' || sourcing === 'self' || sourcing === 'unattributed';

const labelled = (articles) =>
  articles
    .flatMap(({ examples }) => examples)
    .filter(({ gold }) => gold)
    .map(({ features, gold }) => ({ features, yes: Boolean(gold.allegation) }));
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

/** `{ first, second }`: models of both readings. */
export function trainAccusing(articles, folds = FOLDS) {
  const parts = foldsOf(articles, folds);
  const rows = parts.flatMap((held) => {
    const first = trainFirst(articles.filter((one) => !held.includes(one)));
    return held.flatMap((article) => rowsOf(article, scoresBy(first, article)));
  });
  const first = trainFirst(articles);
  return {
    first,
    second: trainDense(
      rows.filter(({ gold }) => gold),
      SECOND,
    ),
  };
}

/** For each labelled draft of articles how likely it accuses, by both readings: `{ p, yes, gold, sourcing }`. */
export function judgeAll({ first, second }, articles) {
  return articles.flatMap((article) =>
    rowsOf(article, scoresBy(first, article))
      .filter(({ gold }) => gold)
      .map((one) => ({
        ...one,
        first: one.row[1],
        p: probabilityOf(one.row.reduce((sum, x, i) => sum + x * second.weights[i], second.bias)),
      })),
  );
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
