import { type CheckOptions, checkArticle } from '../check-article.js';
import { type Sourcing } from '../check.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

/** Sourcing of each assertion of a paragraph that stands behind a headline and a lead. */
export function sourcings(paragraph: string, head = HEAD, options: CheckOptions = {}): Sourcing[] {
  const from = [...head].length;
  return checkArticle(head + paragraph, options)
    .assertions.filter(({ start }) => start >= from)
    .map(({ sourcing }) => sourcing);
}

/** The same by the rules alone. */
export function sourcingsByRules(paragraph: string): Sourcing[] {
  return sourcings(paragraph, HEAD, { tagger: null });
}
