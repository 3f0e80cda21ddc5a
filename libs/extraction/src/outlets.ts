import { textAt, wordAt } from './token-at.js';
import { OUTLET_WORDS } from './lexicon/records.js';
import { type Sentence } from './token.js';

/**
 * Names that the text itself uses for the outlet it appears in: who people "told", who "has learned" or "can reveal".
 * Lower-case last words of those names.
 */
export function outletsIn(sentences: readonly Sentence[]): ReadonlySet<string> {
  const outlets = new Set<string>();
  for (const { tokens } of sentences) {
    for (let i = 1; i < tokens.length; i += 1) {
      const token = tokens[i];
      if (!token || token.quote !== 'outside') continue;
      if (token.lower === 'told' && wordAt(tokens, i + 1) === 'the' && /^\p{Lu}/u.test(textAt(tokens, i + 2)))
        addName(outlets, tokens, i + 2);
      const before = tokens[i - 1];
      if (
        /^(?:has|can)$/.test(token.lower) &&
        /^(?:learned|learnt|reveal|exclusively)$/.test(wordAt(tokens, i + 1)) &&
        before &&
        /^\p{Lu}/u.test(before.text)
      )
        outlets.add(before.lower);
    }
  }
  return outlets;
}

function addName(outlets: Set<string>, tokens: Sentence['tokens'], from: number): void {
  let end = from;
  while (end < tokens.length && end - from < 5 && /^\p{Lu}/u.test(textAt(tokens, end))) end += 1;
  const last = wordAt(tokens, end - 1);
  if (OUTLET_WORDS.has(last)) outlets.add(last);
}
