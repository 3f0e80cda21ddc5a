/** Whether the engine accuses whom the corpus says is accused: names as the text has them against the names of entities. */

const SMALL = new Set(
  'the a an of and for in at his her its their mr mrs ms dr who that with to from on by'.split(' '),
);

const wordsOf = (name) =>
  new Set(
    name
      .toLowerCase()
      .replace(/['’]s?\b/g, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1 && !SMALL.has(word)),
  );

/** Whether half the words of the shorter name stand in the other: "the senator" and "Senator Royce Haskins". */
export function isSameParty(one, other) {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && 2 * shared >= Math.min(a.size, b.size);
}

/** Among pairs where both see an accusation, the share in which both accuse the same. */
export function accusedScore(pairs) {
  const both = pairs.filter(({ gold, mine }) => gold.allegation && mine?.allegation);
  const right = both.filter(({ article, gold, mine }) => {
    const entity = article.entities.find(({ id }) => id === gold.allegation.accused);
    return isSameParty(entity.name, mine.allegation.accused);
  });
  return both.length === 0 ? 0 : Math.round((1000 * right.length) / both.length) / 1000;
}
