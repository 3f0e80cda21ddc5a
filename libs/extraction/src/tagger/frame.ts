import { type Sentence } from '../token.js';
import { hashText, mix } from '../hash.js';
import { type HintCodes } from './hints.js';
import { WORD, type WordTable } from './word-table.js';
import { NOUN_BITS, VERB_BITS } from './wordnet.js';

const POS_ORDER = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SPACE',
  'SYM',
  'VERB',
  'X',
] as const;
const POS_IDS = new Map<string, number>(POS_ORDER.map((pos, i) => [pos, i + 1]));
const QUOTE_IDS = { outside: 1, speech: 2, scare: 3, mark: 4 } as const;
export const POS = Object.fromEntries(POS_ORDER.map((pos, i) => [pos, i + 1])) as Readonly<
  Record<(typeof POS_ORDER)[number], number>
>;
export const QUOTE = QUOTE_IDS;

const [COMMA, COLON, SEMICOLON, DASH, OF] = [
  hashText(','),
  hashText(':'),
  hashText(';'),
  hashText('—'),
  hashText('of'),
];
/** Bit of the complementizers in the lexicon column of the word table. */
const COMPLEMENT = 1 << 6;

/** Frames that make a verb one of speech rather than of an act or a state of mind: clause, that, quote, told. */
const SPEECH_FRAMES = 0b100111;
const NAMES = [
  'row',
  'pos',
  'quote',
  'kind',
  'sentence',
  'place',
  'left',
  'right',
  'between',
  'previousVerb',
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
 * `row`: the word's row in the word table; `kind`: a class that stands for the word where words are too rare;
 * `left`, `right`: index of the nearest reporting verb of the sentence, or -1; `between`: what lies between the left one and here;
 * `beforeQuote`, `afterQuote`: the tokens around the quotation one stands in, or -1; `phraseStart`, `phraseEnd`: the noun
 * phrase around a token; `hint`: what the rules say; `summary`: what kind of sentence it is; `carried`: the same of the sentence before.
 */
export class Frame {
  length = 0;
  readonly columns: Record<Column, Int32Array>;
  sentenceStarts = new Int32Array(64);
  sentences = 0;

  constructor(readonly words: WordTable) {
    this.columns = Object.fromEntries(NAMES.map((name) => [name, new Int32Array(512)])) as Record<Column, Int32Array>;
  }

  /** Reads the sentences of one paragraph with what the rules found in them. */
  load(sentences: readonly Sentence[], hints: HintCodes): void {
    this.length = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    this.sentences = sentences.length;
    this.reserve(this.length, sentences.length);
    this.words.reserve(this.length);
    this.readTokens(sentences);
    const { hint, manner } = this.columns;
    for (let i = 0; i < this.length; i += 1) {
      hint[i] = hints.role[i] ?? 0;
      manner[i] = hints.manner[i] ?? 0;
    }
    for (let s = 0; s < this.sentences; s += 1)
      this.readSentence(this.sentenceStarts[s] ?? 0, this.sentenceStarts[s + 1] ?? 0, s);
  }

  /** A column of the word table at token `i`; 0 outside the paragraph. */
  word(i: number, column: number): number {
    return i < 0 || i >= this.length ? 0 : (this.words.columns[(this.columns.row[i] as number) + column] as number);
  }

  /** Whether nothing in the token's sentence hints at an attribution: no hint of the rules, no quotation, no reporting word. */
  isQuiet(i: number): boolean {
    return this.columns.summary[i] === 1;
  }

  private reserve(tokens: number, sentences: number): void {
    if (this.columns.row.length < tokens) for (const name of NAMES) this.columns[name] = new Int32Array(tokens * 2);
    if (this.sentenceStarts.length <= sentences) this.sentenceStarts = new Int32Array(sentences * 2 + 2);
  }

  private readTokens(sentences: readonly Sentence[]): void {
    const { row, pos, quote, kind, sentence, place } = this.columns;
    let i = 0;
    for (let s = 0; s < sentences.length; s += 1) {
      this.sentenceStarts[s] = i;
      const tokens = sentences[s]?.tokens ?? [];
      for (let k = 0; k < tokens.length; k += 1) {
        const token = tokens[k];
        if (!token) continue;
        row[i] = this.words.rowOf(token.text);
        pos[i] = POS_IDS.get(token.pos) ?? 0;
        quote[i] = QUOTE_IDS[token.quote];
        sentence[i] = s;
        place[i] = k;
        kind[i] = this.kindAt(i);
        i += 1;
      }
    }
    this.sentenceStarts[sentences.length] = i;
  }

  /** A class of words: a reporting verb's frames, a WordNet class, a lexicon of sources; closed-class words stand for themselves. */
  private kindAt(i: number): number {
    const pos = this.columns.pos[i] as number;
    const classes = this.word(i, WORD.classes);
    const lexicon = this.word(i, WORD.lexicon);
    if (pos === POS.VERB) {
      const frames = this.word(i, WORD.frames);
      return frames !== 0
        ? mix(mix(frames, this.word(i, WORD.form)), 71)
        : mix(mix(classes & VERB_BITS, this.word(i, WORD.suffix2)), 72);
    }
    if (pos === POS.NOUN || pos === POS.X) return mix(mix(classes & NOUN_BITS, lexicon), 73);
    if (pos === POS.PROPN) return mix(lexicon, 74);
    if (pos === POS.ADJ || pos === POS.ADV) return mix(mix(lexicon, pos), 75);
    if (pos === POS.NUM) return 76;
    return this.word(i, WORD.lower);
  }

  private readSentence(from: number, to: number, index: number): void {
    const { summary, carried } = this.columns;
    this.readVerbs(from, to);
    this.readQuotes(from, to);
    this.readPhrases(from, to);
    const kind = this.summarise(from, to);
    const before = index > 0 ? (summary[from - 1] as number) : 0;
    for (let i = from; i < to; i += 1) {
      summary[i] = kind;
      carried[i] = before;
    }
  }

  /** A token that reports: a reporting verb outside quotations that the part of speech lets be a verb, or a cue without a verb. */
  private reports(i: number): boolean {
    if ((this.columns.quote[i] as number) !== QUOTE.outside) return false;
    if ((this.columns.pos[i] as number) === POS.VERB) return this.word(i, WORD.frames) !== 0;
    return (this.word(i, WORD.lexicon) & 1) === 1;
  }

  private readVerbs(from: number, to: number): void {
    const { pos, left, right, between, previousVerb, nextVerb } = this.columns;
    let [last, seen, verb] = [-1, 0, -1];
    for (let i = from; i < to; i += 1) {
      left[i] = last;
      between[i] = seen;
      previousVerb[i] = verb;
      const isVerb = (pos[i] as number) === POS.VERB || (pos[i] as number) === POS.AUX;
      if (isVerb) verb = i;
      if (this.reports(i)) [last, seen] = [i, 0];
      else seen = this.seenAfter(seen, i, isVerb);
    }
    [last, verb] = [-1, -1];
    for (let i = to - 1; i >= from; i -= 1) {
      right[i] = last;
      nextVerb[i] = verb;
      if ((pos[i] as number) === POS.VERB || (pos[i] as number) === POS.AUX) verb = i;
      if (this.reports(i)) last = i;
    }
  }

  /** Bits of what stands between a reporting verb and here: complementizer, one or more commas, verbs, marks, a colon. */
  private seenAfter(seen: number, i: number, isVerb: boolean): number {
    const text = this.word(i, WORD.shape);
    if (isVerb) return (seen & 4) !== 0 ? seen | 8 : seen | 4;
    if ((this.columns.quote[i] as number) === QUOTE.mark) return (seen & 64) !== 0 ? seen | 128 : seen | 64;
    if (text === COMMA) return (seen & 1) !== 0 ? seen | 2 : seen | 1;
    if (text === COLON || text === SEMICOLON || text === DASH) return seen | 32;
    return (this.word(i, WORD.lexicon) & COMPLEMENT) !== 0 ? seen | 16 : seen;
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
    return (this.columns.pos[i] as number) === POS.PART || this.word(i, WORD.lower) === OF;
  }

  private summarise(from: number, to: number): number {
    let bits = 0;
    for (let i = from; i < to; i += 1) {
      const quote = this.columns.quote[i] as number;
      if (quote === QUOTE.speech) bits |= 1;
      if (this.reports(i)) bits |= (this.word(i, WORD.frames) & SPEECH_FRAMES) !== 0 ? 2 : 4;
      if ((this.columns.hint[i] as number) !== 0) bits |= 8;
    }
    if (to > from && (this.columns.quote[from] as number) !== QUOTE.outside) bits |= 16;
    return bits + 1;
  }
}
