import { type Pos, type QuoteState, type Token } from './token.js';

// What stands at a place of a sentence; empty outside it, so that rules can look around their edges without asking first.

/** The word at a place in lower case. */
export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** The token at a place as typed. */
export function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}

export function posAt(tokens: readonly Token[], at: number): Pos | '' {
  return tokens[at]?.pos ?? '';
}

export function quoteAt(tokens: readonly Token[], at: number): QuoteState | '' {
  return tokens[at]?.quote ?? '';
}
