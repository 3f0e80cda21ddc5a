import { type Attribution } from '../attributions/attribution.js';
import { type Manner } from '../attributions/found.js';
import { type Sentence } from '../words/token.js';

/** What the rules found: a stretch of the text with the role they give it. UTF-16 offsets; `manner` is a small number. */
export interface Hint {
  readonly start: number;
  readonly end: number;
  readonly role: 'source' | 'cue' | 'content';
  readonly manner: number;
}

/** One code per token: 0 for none, else 1 + 2 * role + (1 inside, 0 at the beginning). */
export interface HintCodes {
  readonly role: Uint8Array;
  readonly manner: Uint8Array;
}

/** How many codes there are. */
export const HINT_CODES = 7;

const MANNERS: readonly Manner[] = ['speech', 'mind', 'act', 'record', 'passive', 'nominal', 'quotation'];
const ROLE_ORDER = ['content', 'source', 'cue'] as const;

/** What the rules found in an article, as hints for the tagger, in the order of the text. */
export function hintsOf(attributions: readonly Attribution[]): Hint[] {
  const hints: Hint[] = [];
  for (const one of attributions) {
    const manner = 1 + MANNERS.indexOf(one.manner);
    for (const { start, end } of one.content) hints.push({ start, end, role: 'content', manner });
    if (one.source) hints.push({ start: one.source.start, end: one.source.end, role: 'source', manner });
    if (one.cue) hints.push({ start: one.cue.start, end: one.cue.end, role: 'cue', manner });
  }
  return hints.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Lays hints, in the order of the text, over the tokens of a sentence; where two overlap a cue wins over a source and a source over
 * content, and of two alike the one that starts later.
 */
export function codeHints(sentence: Sentence, hints: readonly Hint[]): HintCodes {
  const { length } = sentence.tokens;
  const codes = { role: new Uint8Array(length), manner: new Uint8Array(length) };
  for (let at = 0; at < ROLE_ORDER.length; at += 1)
    for (const hint of hints) if (hint.role === ROLE_ORDER[at]) lay(codes, sentence, hint, 1 + 2 * at);
  return codes;
}

/** Lays one hint over the tokens it touches: `code` where it begins, one more inside. */
function lay(codes: HintCodes, { tokens, start }: Sentence, hint: Hint, code: number): void {
  let inside = hint.start < start ? 1 : 0;
  for (let i = firstEndingAfter(tokens, hint.start); i < tokens.length; i += 1) {
    if ((tokens[i]?.start ?? Infinity) >= hint.end) return;
    codes.role[i] = code + inside;
    codes.manner[i] = hint.manner;
    inside = 1;
  }
}

function firstEndingAfter(tokens: readonly { readonly end: number }[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
