import { type Utf16Offset } from '@proofdesk/text';
import { type Word } from './word.js';

/** Universal parts of speech as wink-nlp gives them. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X';

/** Where a token stands to quotation marks: outside, inside what somebody says, inside scare quotes or a title, or a mark itself. */
export type QuoteState = 'outside' | 'speech' | 'scare' | 'mark';

/**
 * One word or sign. Offsets are UTF-16 units into the normal text: `text.slice(start, end)` is the token. A class, so that all
 * tokens have one shape: every rule reads them, and the compiler's fast paths are for objects of one shape.
 */
export class Token {
  readonly text: string;
  readonly lower: string;

  constructor(
    /** What is known of the form without its context. */
    readonly word: Word,
    readonly start: Utf16Offset,
    readonly end: Utf16Offset,
    readonly pos: Pos,
    readonly quote: QuoteState,
  ) {
    this.text = word.text;
    this.lower = word.lower;
  }

  /** The same token as another part of speech. */
  as(pos: Pos): Token {
    return new Token(this.word, this.start, this.end, pos, this.quote);
  }
}

/** One sentence of a segment with its tokens (none for languages that are not supported). */
export interface Sentence {
  readonly start: Utf16Offset;
  readonly end: Utf16Offset;
  /** Index of the segment in the article. */
  readonly segment: number;
  /** Place of the sentence in its segment, from 0. */
  readonly place: number;
  readonly tokens: readonly Token[];
}

/** What a tagger says of one token: begin, inside or outside of a source, cue or content stretch. */
export type BioLabel = 'O' | 'B-source' | 'I-source' | 'B-cue' | 'I-cue' | 'B-content' | 'I-content';
