import { type Sentence } from '../words/token.js';
import { hashText } from '../learning/hash.js';
import { EDGE, type Form, POS, QUOTE, type WordTraits, formOf } from './forms.js';
import { type HintCodes } from './hints.js';
import { isQuiet, sentenceKind } from './sentence-kinds.js';

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
  'beforeQuote',
  'afterQuote',
  'phraseEnd',
  'phraseStart',
  'hint',
  'manner',
  'summary',
  'carried',
] as const;
type Column = (typeof NAMES)[number];

/**
 * A paragraph as columns of integers, one entry per token; the arrays are kept and reused from one paragraph to the next.
 * `lower`, `stem`, `pos`, `quote`, `kind`: those of the token's form;
 * `left`, `right`: index of the nearest reporting verb of the sentence, or -1; `between`: what lies between the left one and here;
 * `beforeQuote`, `afterQuote`: the tokens around the quotation one stands in, or -1; `phraseStart`, `phraseEnd`: the noun
 * phrase around a token; `hint`: what the rules say; `summary`: what kind of sentence it is; `carried`: the same of the sentence before.
 */
export class Frame {
  length = 0;
  readonly columns: Record<Column, Int32Array>;
  sentenceStarts = new Int32Array(64);
  sentences = 0;
  private readonly forms: Form[] = [];

  constructor() {
    this.columns = Object.fromEntries(NAMES.map((name) => [name, new Int32Array(512)])) as Record<Column, Int32Array>;
  }

  /** Reads the sentences of one paragraph with what the rules found in them. */
  load(sentences: readonly Sentence[], hints: HintCodes): void {
    this.length = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    this.sentences = sentences.length;
    this.reserve(this.length, sentences.length);
    this.readTokens(sentences);
    const { hint, manner } = this.columns;
    for (let i = 0; i < this.length; i += 1) {
      hint[i] = hints.role[i] ?? 0;
      manner[i] = hints.manner[i] ?? 0;
    }
    let before = 0;
    for (let s = 0; s < this.sentences; s += 1) {
      const [from, to] = [this.sentenceStarts[s] ?? 0, this.sentenceStarts[s + 1] ?? 0];
      const kind = sentenceKind(sentences[s] as Sentence, hints.role, from);
      this.readSentence(from, to, kind, before);
      if (to > from) before = kind;
    }
  }

  /** The form of token `i`, within the paragraph or beyond it. */
  form(i: number): Form {
    return i < 0 || i >= this.length ? EDGE : (this.forms[i] as Form);
  }

  word(i: number): WordTraits {
    return this.form(i).word;
  }

  /** Whether nothing is to be found in the token's sentence. */
  isQuiet(i: number): boolean {
    return isQuiet(this.columns.summary[i] as number);
  }

  private reserve(tokens: number, sentences: number): void {
    if (this.columns.pos.length < tokens) for (const name of NAMES) this.columns[name] = new Int32Array(tokens * 2);
    if (this.sentenceStarts.length <= sentences) this.sentenceStarts = new Int32Array(sentences * 2 + 2);
  }

  private readTokens(sentences: readonly Sentence[]): void {
    const { lower, stem, pos, quote, kind } = this.columns;
    let i = 0;
    for (let s = 0; s < sentences.length; s += 1) {
      this.sentenceStarts[s] = i;
      const tokens = sentences[s]?.tokens ?? [];
      for (let k = 0; k < tokens.length; k += 1) {
        const token = tokens[k];
        if (!token) continue;
        const form = formOf(token);
        this.forms[i] = form;
        lower[i] = form.lower;
        stem[i] = form.stem;
        pos[i] = form.pos;
        quote[i] = form.quote;
        kind[i] = form.kind;
        i += 1;
      }
    }
    this.sentenceStarts[sentences.length] = i;
  }

  private readSentence(from: number, to: number, kind: number, before: number): void {
    this.columns.summary.fill(kind, from, to);
    this.columns.carried.fill(before, from, to);
    this.readVerbs(from, to);
    this.readQuotes(from, to);
    this.readPhrases(from, to);
  }

  /** A token that reports: a reporting verb outside quotations that the part of speech lets be a verb, or a cue without a verb. */
  private reports(i: number): boolean {
    if ((this.columns.quote[i] as number) !== QUOTE.outside) return false;
    if ((this.columns.pos[i] as number) === POS.VERB) return this.word(i).frames !== 0;
    return (this.word(i).lexicon & 1) === 1;
  }

  private readVerbs(from: number, to: number): void {
    const { pos, left, right, between, nextVerb } = this.columns;
    let [last, seen] = [-1, 0];
    for (let i = from; i < to; i += 1) {
      left[i] = last;
      between[i] = seen;
      const isVerb = (pos[i] as number) === POS.VERB || (pos[i] as number) === POS.AUX;
      if (this.reports(i)) [last, seen] = [i, 0];
      else seen = this.seenAfter(seen, i, isVerb);
    }
    last = -1;
    let verb = -1;
    for (let i = to - 1; i >= from; i -= 1) {
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

  private readQuotes(from: number, to: number): void {
    const { quote, beforeQuote, afterQuote } = this.columns;
    let open = from - 1;
    for (let i = from; i < to; i += 1) {
      const inside = (quote[i] as number) !== QUOTE.outside;
      if (!inside) open = i;
      beforeQuote[i] = inside ? open : -2;
    }
    let close = to;
    for (let i = to - 1; i >= from; i -= 1) {
      const inside = (quote[i] as number) !== QUOTE.outside;
      if (!inside) close = i;
      afterQuote[i] = inside ? close : -2;
    }
  }

  /** Runs of words that may form a noun phrase; `of` and a possessive mark join two. */
  private readPhrases(from: number, to: number): void {
    const { phraseStart, phraseEnd } = this.columns;
    for (let i = from; i < to;) {
      if (!this.isNominal(i)) {
        phraseStart[i] = -1;
        phraseEnd[i] = -1;
        i += 1;
        continue;
      }
      let end = i + 1;
      while (end < to && (this.isNominal(end) || (this.joins(end) && end + 1 < to && this.isNominal(end + 1))))
        end += 1;
      for (let k = i; k < end; k += 1) {
        phraseStart[k] = i;
        phraseEnd[k] = end;
      }
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
