import { formsOf, wordsOf } from './words.mjs';

function fiveGramsOf(text) {
  const words = formsOf(text);
  const grams = new Set();
  for (let at = 0; at + 5 <= words.length; at += 1) grams.add(words.slice(at, at + 5).join(' '));
  return grams;
}

/** The pair of articles with the highest share of common 5-grams, measured against the shorter of the two. */
export function highestSharedFiveGrams(articles) {
  const grams = articles.map((article) => fiveGramsOf(article.text));
  let worst = { share: 0, pair: [] };
  for (let a = 0; a < grams.length; a += 1) {
    for (let b = a + 1; b < grams.length; b += 1) {
      const common = [...grams[a]].filter((gram) => grams[b].has(gram)).length;
      const share = common / Math.max(1, Math.min(grams[a].size, grams[b].size));
      if (share > worst.share) worst = { share, pair: [articles[a].id, articles[b].id] };
    }
  }
  return worst;
}

function countBy(items, key) {
  const counts = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The figures the corpus is described by. */
export function summarise(articles) {
  const assertions = articles.flatMap((article) => article.assertions);
  return {
    articles: articles.length,
    byGenre: countBy(articles, (article) => article.genre),
    bySplit: countBy(articles, (article) => article.split),
    words: articles.reduce((sum, article) => sum + wordsOf(article.text).length, 0),
    wordForms: new Set(articles.flatMap((article) => formsOf(article.text))).size,
    assertions: assertions.length,
    bySourcing: countBy(assertions, (assertion) => assertion.sourcing),
    byKind: countBy(assertions, (assertion) => assertion.kind),
    byAllegation: countBy(
      assertions.filter((assertion) => assertion.allegation),
      (assertion) => assertion.allegation.category,
    ),
    hedged: assertions.filter((assertion) => assertion.allegation?.hedged).length,
    attributions: articles.reduce((sum, article) => sum + article.attributions.length, 0),
    fiveGrams: highestSharedFiveGrams(articles),
  };
}
