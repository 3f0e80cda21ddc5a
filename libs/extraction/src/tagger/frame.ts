import { type Token } from '../words/token.js';
import { hashText } from '../learning/hash.js';
import { EDGE, type Form, POS, QUOTE, type WordTraits, formOf } from './forms.js';
import { type HintCodes } from './hints.js';

const [COMMA, COLON, SEMICOLON, DASH, OF] = [
  hashText(','),
  hashText(':'),
  hashText(';'),
  hashText('—'),
  hashText('of'),
];
/** Bit of the complementizers in the lexicons of a word. */
const COMPLEMENT = 1 << 6;

const NAMES = [
  'lower',
  'stem',
  'pos',
  'quote',
  'kind',
  'left',
  'right',
  'between',
  'nextVerb',
  'phraseEnd',
  'hint',
  'manner',
] as const;
type Column = (typeof NAMES)[number];

/**
 * A sentence as columns of integers, one entry per token; the arrays are kept and reused from one sentence to the next.
 * `lower`, `stem`, `pos`, `quote`, `kind`: those of the token's form;
 * `left`, `right`: index of the nearest reporting verb, or -1; `between`: what lies between the left one and here;
 * `phraseEnd`: where the noun phrase around a token ends, or -1; `hint`, `manner`: what the rules say.
 */
export class Frame {
  length = 0;
  /** What kind of sentence it is (`sentence-kinds.ts`). */
  summary = 0;
  readonly columns: Record<Column, Int32Array>;
  private readonly forms: Form[] = [];

  constructor() {
    this.columns = Object.fromEntries(NAMES.map((name) => [name, new Int32Array(512)])) as Record<Column, Int32Array>;
  }

  /** Reads tokens of a sentence with what the rules found in them, in codes; `kind` is what kind of sentence it is. */
  load(tokens: readonly Token[], hints: HintCodes, kind: number): void {
    this.length = tokens.length;
    this.reserve(tokens.length);
    this.readTokens(tokens);
    const { hint, manner } = this.columns;
    for (let i = 0; i < this.length; i += 1) {
      hint[i] = hints.role[i] as number;
      manner[i] = hints.manner[i] as number;
    }
    this.summary = kind;
    this.readVerbs();
    this.readPhrases();
  }

  /** The form of token `i`, within the sentence or beyond it. */
  form(i: number): Form {
    return i < 0 || i >= this.length ? EDGE : (this.forms[i] as Form);
  }

  word(i: number): WordTraits {
    return this.form(i).word;
  }

  private reserve(tokens: number): void {
    if (this.columns.pos.length < tokens) for (const name of NAMES) this.columns[name] = new Int32Array(tokens * 2);
  }

  private readTokens(tokens: readonly Token[]): void {
    const { lower, stem, pos, quote, kind } = this.columns;
    for (let i = 0; i < tokens.length; i += 1) {
      const form = formOf(tokens[i] as Token);
      this.forms[i] = form;
      lower[i] = form.lower;
      stem[i] = form.stem;
      pos[i] = form.pos;
      quote[i] = form.quote;
      kind[i] = form.kind;
    }
  }

  /** A token that reports: a reporting verb outside quotations that the part of speech lets be a verb, or a cue without a verb. */
  private reports(i: number): boolean {
    if ((this.columns.quote[i] as number) !== QUOTE.outside) return false;
    if ((this.columns.pos[i] as number) === POS.VERB) return this.word(i).frames !== 0;
    return (this.word(i).lexicon & 1) === 1;
  }

  private readVerbs(): void {
    const { pos, left, right, between, nextVerb } = this.columns;
    let [last, seen] = [-1, 0];
    for (let i = 0; i < this.length; i += 1) {
      left[i] = last;
      between[i] = seen;
      const isVerb = (pos[i] as number) === POS.VERB || (pos[i] as number) === POS.AUX;
      if (this.reports(i)) [last, seen] = [i, 0];
      else seen = this.seenAfter(seen, i, isVerb);
    }
    last = -1;
    let verb = -1;
    for (let i = this.length - 1; i >= 0; i -= 1) {
      right[i] = last;
      nextVerb[i] = verb;
      if ((pos[i] as number) === POS.VERB || (pos[i] as number) === POS.AUX) verb = i;
      if (this.reports(i)) last = i;
    }
  }

  /** Bits of what stands between a reporting verb and here: complementizer, one or more commas, verbs, marks, a colon. */
  private seenAfter(seen: number, i: number, isVerb: boolean): number {
    const text = this.word(i).shape;
    if (isVerb) return (seen & 4) !== 0 ? seen | 8 : seen | 4;
    if ((this.columns.quote[i] as number) === QUOTE.mark) return (seen & 64) !== 0 ? seen | 128 : seen | 64;
    if (text === COMMA) return (seen & 1) !== 0 ? seen | 2 : seen | 1;
    if (text === COLON || text === SEMICOLON || text === DASH) return seen | 32;
    return (this.word(i).lexicon & COMPLEMENT) !== 0 ? seen | 16 : seen;
  }

  /** Runs of words that may form a noun phrase; `of` and a possessive mark join two. */
  private readPhrases(): void {
    const { phraseEnd } = this.columns;
    const to = this.length;
    for (let i = 0; i < to;) {
      if (!this.isNominal(i)) {
        phraseEnd[i] = -1;
        i += 1;
        continue;
      }
      let end = i + 1;
      while (end < to && (this.isNominal(end) || (this.joins(end) && end + 1 < to && this.isNominal(end + 1))))
        end += 1;
      phraseEnd.fill(end, i, end);
      i = end;
    }
  }

  private isNominal(i: number): boolean {
    const pos = this.columns.pos[i] as number;
    return (
      pos === POS.NOUN || pos === POS.PROPN || pos === POS.DET || pos === POS.ADJ || pos === POS.NUM || pos === POS.PRON
    );
  }

  private joins(i: number): boolean {
    return (this.columns.pos[i] as number) === POS.PART || this.word(i).lower === OF;
  }
}
