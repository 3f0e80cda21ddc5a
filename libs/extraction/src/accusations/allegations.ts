import { CONTEXT_NUMBERS, contextOf } from './accusing-context.js';
import { courseScores } from './accusing-net.js';
import { accusedBy } from './accused.js';
import { Votes, categoryOf } from './allegation-category.js';
import { type Allegation, type Sourcing } from '../check.js';
import { draftFeatures, tension } from './draft-features.js';
import { LinearModels, linearScore, probabilityOf } from '../learning/linear-model.js';
import { ALLEGATION_BIAS, ALLEGATION_WEIGHTS } from '../models/allegation.generated.js';
import { CONTEXT_BIAS, CONTEXT_WEIGHTS } from '../models/allegation-context.generated.js';
import { HEDGED_BIAS, HEDGED_WEIGHTS } from '../models/hedged.generated.js';
import { type Draft } from '../draft.js';
import { wordScoreOf } from './word-scores.js';

/**
 * How sure the last reading must be that a draft accuses. Where nobody named stands behind the words it asks for less: a libel
 * that is missed costs more than a false alarm. Chosen on predictions for articles that the models had not seen
 * (`node tools/labels/train.mjs --folds`): the upper for the best F1, the lower where the F1 of
 * `serious` no longer rises much and recall still is above two thirds.
 */
const ACCUSES = { sourced: 0.45, unsourced: 0.32 };
/** What accuses this clearly by itself does so whatever surrounds it: a lone sentence, an article in which nothing else does. */
const CLEAR = 0.5;
const HEDGED = 0.5;

/** An accusation with the probability, 0 to 1, that the words make it. */
export interface FoundAllegation {
  readonly allegation: Allegation;
  readonly sureness: number;
}

/** Whether nobody who could be rung up stands behind the words. */
export const isUnsourced = (sourcing: Sourcing): boolean =>
  sourcing === 'anonymous' || sourcing === 'self' || sourcing === 'unattributed';

/**
 * The accusations of wrongdoing in an article, draft by draft; null where a draft accuses nobody. A linear model reads each draft, a
 * second one reads what the first made of the whole article and what the words mean, a net runs over the course of the article and
 * corrects the second; words of wrongdoing say whom, and of what.
 */
export function findAllegations(drafts: readonly Draft[]): (FoundAllegation | null)[] {
  const { accuses, hedged } = judge(drafts);
  const sureness = accuses.map((sure, at) =>
    sure >= (isUnsourced(drafts[at]?.sourcing ?? 'unattributed') ? ACCUSES.unsourced : ACCUSES.sourced) ? sure : 0,
  );
  if (!sureness.some(Boolean)) return drafts.map(() => null);
  const parties = accusedBy(drafts, sureness);
  const votes = new Votes(drafts);
  return parties.map((accused, at) => {
    if (accused === null) return null;
    const category = categoryOf(drafts, at, votes);
    return { allegation: { category, hedged: (hedged[at] ?? 0) >= HEDGED, accused }, sureness: sureness[at] ?? 0 };
  });
}

let models: LinearModels | undefined;

/** For each draft how likely it accuses and, if it does, keeps its distance. */
function judge(drafts: readonly Draft[]): { accuses: Float64Array; hedged: Float64Array } {
  models ??= new LinearModels([
    { bias: ALLEGATION_BIAS, weights: ALLEGATION_WEIGHTS },
    { bias: HEDGED_BIAS, weights: HEDGED_WEIGHTS },
  ]);
  const heat = tension(drafts);
  const first = new Float64Array(drafts.length);
  const hedged = new Float64Array(drafts.length);
  for (let at = 0; at < drafts.length; at += 1) {
    draftFeatures(models.clear(), drafts, at, heat);
    const [accuses = 0, distance = 0] = models.scores();
    first[at] = accuses;
    hedged[at] = probabilityOf(distance);
  }
  const context = contextOf(drafts, first);
  const second = first.map(
    (_, at) =>
      linearScore(CONTEXT_BIAS, CONTEXT_WEIGHTS, context, at * CONTEXT_NUMBERS) + wordScoreOf(drafts[at]?.tokens ?? []),
  );
  const course = courseScores(drafts, context, second);
  const accuses = first.map((score, at) => {
    const alone = probabilityOf(score);
    const among = probabilityOf((second[at] ?? 0) + (course[at] ?? 0));
    return alone >= CLEAR ? Math.max(alone, among) : among;
  });
  return { accuses, hedged };
}
