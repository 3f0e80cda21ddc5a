/**
 * Scores checks of the project's own corpus: each labelled assertion is held against the assertion of the engine that covers
 * most of its letters. Gives precision, recall and F1 per label, macro F1, a confusion table, and allegations and `serious`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../../seeds/corpus/validate.mjs';
import { accusedScore } from './accused-score.mjs';

const NEEDS = new Set(['anonymous', 'self', 'unattributed']);

/** Articles of the given splits. The test split is read only when it is asked for. */
export function readCorpus(folder, splits) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((xml) => splits.includes(/split="(\w+)"/.exec(xml)?.[1]))
    .map(readArticle);
}

export function riskOf(assertion) {
  if (!assertion.allegation) return 'normal';
  return NEEDS.has(assertion.sourcing) ? 'serious' : 'sensitive';
}

/** Whether the engine is rather sure that an assertion accuses: it says so in its reasons for checking it. */
const isLikely = (assertion) => assertion?.checkWorthiness.reasons.includes('accuses somebody of wrongdoing') ?? false;

/** Pairs of labelled assertion and the engine's, with the article. */
export function pairUp(article, check) {
  const owner = new Int32Array([...article.text].length).fill(-1);
  check.assertions.forEach((one, at) => owner.fill(at, one.start, one.end));
  return article.assertions.map((gold) => {
    const votes = new Map();
    for (let i = gold.start; i < gold.end; i += 1) votes.set(owner[i], (votes.get(owner[i]) ?? 0) + 1);
    const best = [...votes].filter(([at]) => at >= 0).sort((a, b) => b[1] - a[1])[0];
    return { article, gold, mine: best ? check.assertions[best[0]] : null, check };
  });
}

export function labelScores(pairs, goldOf, mineOf) {
  const labels = [...new Set(pairs.flatMap((pair) => [goldOf(pair), mineOf(pair)]))].sort();
  const confusion = Object.fromEntries(
    labels.map((label) => [label, Object.fromEntries(labels.map((other) => [other, 0]))]),
  );
  for (const pair of pairs) confusion[goldOf(pair)][mineOf(pair)] += 1;
  const perLabel = Object.fromEntries(
    labels.map((label) => {
      const tp = confusion[label][label];
      const gold = labels.reduce((sum, other) => sum + confusion[label][other], 0);
      const mine = labels.reduce((sum, other) => sum + confusion[other][label], 0);
      return [label, { precision: ratio(tp, mine), recall: ratio(tp, gold), f1: ratio(2 * tp, gold + mine), gold }];
    }),
  );
  const present = labels.filter((label) => perLabel[label].gold > 0);
  return {
    macroF1: ratio(
      present.reduce((sum, label) => sum + perLabel[label].f1, 0),
      present.length,
    ),
    perLabel,
    confusion,
  };
}

export function scoreCorpus(pairs) {
  const sourcing = labelScores(
    pairs,
    (p) => p.gold.sourcing,
    (p) => p.mine?.sourcing ?? 'none',
  );
  const kind = labelScores(
    pairs,
    (p) => p.gold.kind,
    (p) => p.mine?.kind ?? 'none',
  );
  const found = labelScores(
    pairs,
    (p) => String(Boolean(p.gold.allegation)),
    (p) => String(Boolean(p.mine?.allegation)),
  );
  const both = pairs.filter((p) => p.gold.allegation && p.mine?.allegation);
  const risk = labelScores(
    pairs,
    (p) => riskOf(p.gold),
    (p) => p.mine?.risk ?? 'normal',
  );
  const likely = labelScores(
    pairs,
    (p) => riskOf(p.gold),
    (p) => (isLikely(p.mine) ? p.mine.risk : 'normal'),
  ).perLabel.serious;
  const quotes = pairs.filter((p) => p.gold.sourcing === 'quoted');
  /** By the engine's own label (there can be none) and by the corpus': a quotation not seen as one may become serious. */
  const quotedSerious = pairs.filter((p) => p.mine?.risk === 'serious' && p.mine.sourcing === 'quoted').length;
  const quotesMadeSerious = quotes.filter((p) => p.mine?.risk === 'serious').length;
  return {
    assertions: pairs.length,
    sourcing,
    kind,
    allegation: {
      ...found.perLabel.true,
      category: ratio(
        both.filter((p) => p.gold.allegation.category === p.mine.allegation.category).length,
        both.length,
      ),
      accused: accusedScore(pairs),
      hedged: ratio(both.filter((p) => p.gold.allegation.hedged === p.mine.allegation.hedged).length, both.length),
    },
    serious: {
      ...risk.perLabel.serious,
      likely: { precision: likely.precision, recall: likely.recall },
      quotedSerious,
      quotesMadeSerious,
      quotes: quotes.length,
    },
  };
}

const ratio = (a, b) => (b ? Math.round((1000 * a) / b) / 1000 : 0);
