/**
 * Trains the choice of whom a draft accuses: a softmax over the parties of its article, each a row of numbers, with weights that are
 * the same for all. Full-batch descent (Adam) with an L2 penalty. Deterministic: fixed order, no random numbers.
 */
import { partiesOf } from '../../libs/extraction/dist/accusations/parties.js';
import { PARTY_NUMBERS, eachPartyRow } from '../../libs/extraction/dist/accusations/party-features.js';
import { standingsOf } from '../../libs/extraction/dist/accusations/party-standing.js';
import { isSameParty } from '../eval/accused-score.mjs';
import { descend, softmax } from './choice.mjs';

/**
 * Examples of one article, `{ rows, right }`: a row for each party, and which of them are the labelled one. `sureness` is how
 * likely each draft accuses, 0 where it does not.
 */
export function accusedExamples(article, { drafts, examples }, sureness) {
  const parties = partiesOf(drafts);
  const standings = standingsOf(drafts, parties, sureness);
  const names = new Map(article.entities.map(({ id, name }) => [id, name]));
  return examples.flatMap(({ gold }, at) => {
    if (!gold?.allegation) return [];
    const name = names.get(gold.allegation.accused);
    const right = parties.flatMap(({ text }, p) => (isSameParty(name, text) ? [p] : []));
    const rows = [];
    eachPartyRow(drafts, at, standings, (row) => rows.push(row.slice()));
    return [{ rows, right }];
  });
}

/** The weight of each number. Examples whose party the text never names teach nothing. */
export function trainAccused(examples, { rounds = 250, penalty = 1 } = {}) {
  const usable = examples.filter(({ right }) => right.length > 0);
  const weights = new Float64Array(PARTY_NUMBERS);
  const slopes = () => {
    const gradient = weights.map((w) => penalty * w);
    for (const { rows, right } of usable) {
      const shares = softmax(rows.map((row) => scoreOf(weights, row)));
      const hit = right.reduce((sum, p) => sum + shares[p], 0);
      shares.forEach((share, p) => {
        const error = share - (right.includes(p) ? share / hit : 0);
        if (error !== 0) rows[p].forEach((x, i) => (gradient[i] += error * x));
      });
    }
    return gradient;
  };
  descend(weights, slopes, rounds);
  return [...weights];
}

const scoreOf = (weights, row) => row.reduce((sum, x, i) => sum + x * weights[i], 0);

/** How many of the examples have the labelled party first. */
export function rightOf(weights, examples) {
  return examples.filter(({ rows, right }) => {
    const scores = rows.map((row) => scoreOf(weights, row));
    return right.includes(scores.indexOf(Math.max(...scores)));
  }).length;
}
