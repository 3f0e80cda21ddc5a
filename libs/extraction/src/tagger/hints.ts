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

const MANNERS: readonly Manner[] = ['speech', 'mind', 'act', 'record', 'passive', 'nominal', 'quotation'];
const ROLE_ORDER = ['content', 'source', 'cue'] as const;

/** What the rules found in an article, as hints for the tagger. */
export function hintsOf(attributions: readonly Attribution[]): Hint[] {
  return attributions.flatMap((one) => {
    const manner = 1 + MANNERS.indexOf(one.manner);
    const hints: Hint[] = one.content.map(({ start, end }) => ({ start, end, role: 'content', manner }));
    if (one.source) hints.push({ start: one.source.start, end: one.source.end, role: 'source', manner });
    if (one.cue) hints.push({ ...one.cue, role: 'cue', manner });
    return hints;
  });
}

/**
 * Lays hints over the tokens of a paragraph; where two overlap a cue wins over a source and a source over content, and of
 * two alike the one that starts later.
 */
export function codeHints(sentences: readonly Sentence[], hints: readonly Hint[]): HintCodes {
  const length = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  const codes = { role: new Uint8Array(length), manner: new Uint8Array(length) };
  if (hints.length === 0) return codes;
  const sorted = [...hints].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [at, role] of ROLE_ORDER.entries())
    for (const hint of sorted) if (hint.role === role) lay(codes, sentences, hint, 1 + 2 * at);
  return codes;
}

/** Lays one hint over the tokens it touches: `code` where it begins, one more inside. */
function lay(codes: HintCodes, sentences: readonly Sentence[], hint: Hint, code: number): void {
  let inside = 0;
  let before = 0;
  for (const { tokens, start, end } of sentences) {
    if (start < hint.end && end > hint.start)
      for (
        let i = firstEndingAfter(tokens, hint.start);
        i < tokens.length && (tokens[i]?.start ?? Infinity) < hint.end;
        i += 1
      ) {
        codes.role[before + i] = code + inside;
        codes.manner[before + i] = hint.manner;
        inside = 1;
      }
    before += tokens.length;
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
