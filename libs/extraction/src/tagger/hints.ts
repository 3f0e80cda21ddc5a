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

const ROLE_ORDER = ['content', 'source', 'cue'] as const;

/** Lays hints over the tokens of a paragraph; where two overlap a cue wins over a source and a source over content. */
export function codeHints(sentences: readonly Sentence[], hints: readonly Hint[]): HintCodes {
  const length = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  const codes = { role: new Uint8Array(length), manner: new Uint8Array(length) };
  for (const [at, role] of ROLE_ORDER.entries()) {
    for (const hint of hints) {
      if (hint.role !== role) continue;
      let i = 0;
      let inside = 0;
      for (const sentence of sentences) {
        for (const token of sentence.tokens) {
          if (token.start < hint.end && token.end > hint.start) {
            codes.role[i] = 1 + 2 * at + inside;
            codes.manner[i] = hint.manner;
            inside = 1;
          }
          i += 1;
        }
      }
    }
  }
  return codes;
}
