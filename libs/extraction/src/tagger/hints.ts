import { type Attribution } from '../attributions.js';
import { type Manner } from '../found.js';
import { type Sentence } from '../token.js';

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
  const tokens =
    sentences.length === 1 ? (sentences[0]?.tokens ?? []) : sentences.flatMap((sentence) => sentence.tokens);
  const codes = { role: new Uint8Array(tokens.length), manner: new Uint8Array(tokens.length) };
  const sorted = [...hints].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [at, role] of ROLE_ORDER.entries()) {
    for (const hint of sorted) {
      if (hint.role !== role) continue;
      let inside = 0;
      for (
        let i = firstEndingAfter(tokens, hint.start);
        i < tokens.length && (tokens[i]?.start ?? Infinity) < hint.end;
        i += 1
      ) {
        codes.role[i] = 1 + 2 * at + inside;
        codes.manner[i] = hint.manner;
        inside = 1;
      }
    }
  }
  return codes;
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
