import { type Stretch } from '../segments/sentences.js';
import { type Pos, type QuoteState, type Token } from './token.js';
import { isCapitalized, wordFlag } from './word.js';

// What stands at a place of a sentence; empty outside it, so that rules can look around their edges without asking first. A place
// before the sentence is never read from the list: a negative index is the name of a property, a hundred times slower to look for.

/** The word at a place in lower case. */
export function wordAt(tokens: readonly Token[], at: number): string {
  return at < 0 ? '' : (tokens[at]?.lower ?? '');
}

/** The token at a place as typed. */
export function textAt(tokens: readonly Token[], at: number): string {
  return at < 0 ? '' : (tokens[at]?.text ?? '');
}

export function posAt(tokens: readonly Token[], at: number): Pos | '' {
  return at < 0 ? '' : (tokens[at]?.pos ?? '');
}

export function quoteAt(tokens: readonly Token[], at: number): QuoteState | '' {
  return at < 0 ? '' : (tokens[at]?.quote ?? '');
}

export function isCapitalAt(tokens: readonly Token[], at: number): boolean {
  const token = at < 0 ? undefined : tokens[at];
  return token !== undefined && isCapitalized(token.word);
}

const ownsNext = wordFlag(({ text }) => /^[’']s?$/.test(text));

/** Whether what makes an owner of the words before stands at a place: "’s", or the apostrophe behind a plural. */
export function isPossessiveAt(tokens: readonly Token[], at: number): boolean {
  const token = at < 0 ? undefined : tokens[at];
  return token !== undefined && ownsNext(token.word);
}

/** The tokens that lie in a stretch; the same list where it holds them all. */
export function tokensWithin(tokens: readonly Token[], { start, end }: Stretch): readonly Token[] {
  let from = 0;
  while (from < tokens.length && (tokens[from]?.start ?? 0) < start) from += 1;
  let to = tokens.length;
  while (to > from && (tokens[to - 1]?.end ?? 0) > end) to -= 1;
  return from === 0 && to === tokens.length ? tokens : tokens.slice(from, to);
}
