/** Exact-span figures of predicted labels against labelled articles: edges are compared after trimming space and punctuation. */
const ROLES = ['source', 'cue', 'content'];
const EDGE = /[\s\p{P}\p{S}]/u;

const keyOf = (text, { start, end }) => {
  let [a, b] = [start, end];
  while (a < b && EDGE.test(text[a])) a += 1;
  while (b > a && EDGE.test(text[b - 1])) b -= 1;
  return `${a}-${b}`;
};

/** Spans of one role in labels over tokens, in offsets of the text. */
export function spansOf(tokens, labels, role) {
  const begin = 1 + 2 * ROLES.indexOf(role);
  const spans = [];
  let open = null;
  tokens.forEach((token, i) => {
    const label = labels[i];
    if (open && label === begin + 1) open.end = token.end;
    else open = null;
    if (!open && (label === begin || label === begin + 1)) spans.push((open = { start: token.start, end: token.end }));
  });
  return spans;
}

/** Tokens and labels of paragraphs, put together again from those of their sentences. */
function paragraphsOf(data, predicted) {
  const paragraphs = [];
  data.sentences.forEach(({ tokens }, k) => {
    if (!data.goesOn[k]) paragraphs.push({ document: data.documents[k], tokens: [], labels: [] });
    paragraphs.at(-1).tokens.push(...tokens);
    paragraphs.at(-1).labels.push(...predicted[k]);
  });
  return paragraphs;
}

/** `predicted[k]` holds the labels of sentence k of `data`. Answers precision, recall and F1 of each role, and character F1 of content. */
export function measure(articles, data, predicted) {
  const counts = Object.fromEntries([...ROLES, 'chars'].map((role) => [role, { hit: 0, said: 0, gold: 0 }]));
  const paragraphs = paragraphsOf(data, predicted);
  articles.forEach((article, at) => {
    const mine = { source: [], cue: [], content: [] };
    for (const { document, tokens, labels } of paragraphs)
      if (document === at) for (const role of ROLES) mine[role].push(...spansOf(tokens, labels, role));
    for (const role of ROLES) {
      const gold = new Set(
        article.relations.flatMap((relation) => relation[role].map((span) => keyOf(article.text, span))),
      );
      const said = new Set(mine[role].map((span) => keyOf(article.text, span)));
      counts[role].gold += gold.size;
      counts[role].said += said.size;
      for (const key of said) if (gold.has(key)) counts[role].hit += 1;
    }
    const marked = (spans) => {
      const marks = new Uint8Array(article.text.length);
      for (const { start, end } of spans) marks.fill(1, start, end);
      return marks;
    };
    const gold = marked(article.relations.flatMap((relation) => relation.content));
    const said = marked(mine.content);
    for (let i = 0; i < gold.length; i += 1) {
      counts.chars.gold += gold[i];
      counts.chars.said += said[i];
      counts.chars.hit += gold[i] & said[i];
    }
  });
  return Object.fromEntries(
    Object.entries(counts).map(([role, { hit, said, gold }]) => [role, figures(hit, said, gold)]),
  );
}

const figures = (hit, said, gold) => {
  const [precision, recall] = [hit / (said || 1), hit / (gold || 1)];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
};

export const line = (result) =>
  Object.entries(result)
    .map(
      ([role, r]) =>
        `${role} ${(100 * r.f1).toFixed(1)} (${(100 * r.precision).toFixed(0)}/${(100 * r.recall).toFixed(0)})`,
    )
    .join('  ');
