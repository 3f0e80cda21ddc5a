import { readVerb } from '../lexicon/reporting-verbs.js';
import { DOCUMENT_HEADS, GROUP_HEADS, ORGANIZATION_HEADS, PERSON_TITLES, VAGUE_DOCUMENTS } from '../lexicon/sources.js';
import {
  COMPLEMENTIZERS,
  CONTRASTS,
  GLOSS_HEADS,
  MODALS,
  NEGATIONS,
  THIRD_PERSONS,
  TIME_WORDS,
} from '../lexicon/words.js';
import { hashText, mix } from '../learning/hash.js';
import { type Pos, type QuoteState, type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';
import { narrowClassOf, wideClassOf } from './word-classes.js';
import { NOUN_BITS, VERB_BITS, baseForm, wordnetMask } from './wordnet.js';
import { wordSet } from '../lexicon/word-list.js';

/** What is known of a word form without its context, as numbers: hashes of spellings, bits of lists. */
export interface WordTraits {
  readonly lower: number;
  readonly stem: number;
  readonly shape: number;
  readonly suffix3: number;
  readonly suffix2: number;
  readonly prefix3: number;
  /** Bits of the WordNet classes, nouns and verbs. */
  readonly classes: number;
  /** Frames of a reporting verb as bits, 0 for other words. */
  readonly frames: number;
  /** Bits of the lexicons of sources and grammar words. */
  readonly lexicon: number;
  readonly form: number;
  /** Its class by meaning, of few wide classes and of many narrow ones; 0 for words nobody knows. */
  readonly wide: number;
  readonly narrow: number;
}

const FRAME_BITS = [
  'clause',
  'that',
  'quote',
  'object',
  'to',
  'told',
  'urge',
  'accuse',
  'label',
  'about',
  'mind',
] as const;
const LEXICONS = [
  GROUP_HEADS,
  ORGANIZATION_HEADS,
  DOCUMENT_HEADS,
  VAGUE_DOCUMENTS,
  PERSON_TITLES,
  COMPLEMENTIZERS,
  CONTRASTS,
  GLOSS_HEADS,
  MODALS,
  NEGATIONS,
  THIRD_PERSONS,
  TIME_WORDS,
];
/** Nouns and other words that can stand as a cue without a verb. */
const NOUN_CUES = wordSet(
  'according accusation accusations allegation allegations announcement argument assertion assertions assessment assurance assurances belief beliefs claim claims comment comments complaint complaints concern concerns conclusion conviction criticism declaration demand demands denial denials estimate estimates expectation expectations fear fears finding findings forecast guess hope hopes idea insistence interview letter message notion opinion pledge plea prediction predictions promise promises proposal question questions reaction remark remarks report reports reply request rumour rumor rumours rumors ruling speculation statement statements stance suggestion suggestions suspicion suspicions testimony theory threat threats view views vow warning warnings words allegedly reportedly purportedly supposedly apparently so-called per citing via',
);
const FIRST_LEXICON = 1;

/** The traits of a word. */
export const traitsOf = wordFact(({ text, lower }): WordTraits => {
  const reading = readVerb(lower);
  const base = baseForm(lower);
  return {
    lower: hashText(lower),
    stem: hashText(reading?.verb.lemma ?? base),
    shape: hashText(shapeOf(text)),
    suffix3: hashText(`-${lower.slice(-3)}`),
    suffix2: hashText(`-${lower.slice(-2)}`),
    prefix3: hashText(`${lower.slice(0, 3)}-`),
    classes: wordnetMask(base) | wordnetMask(lower),
    frames: FRAME_BITS.reduce((bits, frame, i) => (reading?.verb.frames[frame] ? bits | (1 << i) : bits), 0),
    wide: wideClassOf(lower),
    narrow: narrowClassOf(lower),
    form: reading ? hashText(reading.form) : 0,
    lexicon: LEXICONS.reduce(
      (bits, list, i) => (list.has(lower) ? bits | (1 << (i + FIRST_LEXICON)) : bits),
      NOUN_CUES.has(lower) ? 1 : 0,
    ),
  };
});

/** "McKay" -> "XxXx", "2,000" -> "d,d": runs of one kind count once, at most eight kinds. */
export function shapeOf(text: string): string {
  let shape = '';
  for (let i = 0; i < text.length && shape.length < 8; i += 1) {
    const char = text[i] ?? '';
    const kind = /\d/.test(char) ? 'd' : char !== char.toLowerCase() ? 'X' : char !== char.toUpperCase() ? 'x' : char;
    if (!shape.endsWith(kind)) shape += kind;
  }
  return text.length > 1 && /^\p{Lu}+$/u.test(text) ? 'XX' : shape;
}

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
export const POS = Object.fromEntries(POS_ORDER.map((pos, i) => [pos, i + 1])) as Readonly<Record<Pos, number>>;
export const QUOTE: Readonly<Record<QuoteState, number>> = { outside: 1, speech: 2, scare: 3, mark: 4 };

/** A word form with its part of speech and quotation state: all of a token that does not depend on its neighbours. */
export interface Form {
  readonly tag: Pos | null;
  readonly state: QuoteState;
  /** Hashes of the word and its stem. */
  readonly lower: number;
  readonly stem: number;
  /** The part of speech and the state as numbers. */
  readonly pos: number;
  readonly quote: number;
  /** A class that stands for the word where words are too rare. */
  readonly kind: number;
  readonly word: WordTraits;
  /** The next form of the word that is known. */
  readonly next: Form | null;
  /** Kept by `FormSums`: whose sums they are, where they stand, and which of those that wait to be asked for are known (bits). */
  sumsFor: object | null;
  sumsAt: number;
  sumsKnown: number;
}

/** What stands before the first token of a sentence and behind the last. */
export const EDGE: Form = {
  tag: null,
  state: 'outside',
  lower: 0,
  stem: 0,
  pos: 0,
  quote: 0,
  kind: 0,
  word: {
    lower: 0,
    stem: 0,
    shape: 0,
    suffix3: 0,
    suffix2: 0,
    prefix3: 0,
    classes: 0,
    frames: 0,
    lexicon: 0,
    form: 0,
    wide: 0,
    narrow: 0,
  },
  next: null,
  sumsFor: null,
  sumsAt: 0,
  sumsKnown: 0,
};

/** The form of a token; the same object for tokens alike. A word's forms hang in a chain: most words have one or two. */
export function formOf({ word, pos, quote }: Pick<Token, 'word' | 'pos' | 'quote'>): Form {
  for (let form = word.form; form !== null; form = form.next) if (form.tag === pos && form.state === quote) return form;
  const traits = traitsOf(word);
  const p = POS[pos];
  const { lower, stem } = traits;
  const form: Form = {
    tag: pos,
    state: quote,
    lower,
    stem,
    pos: p,
    quote: QUOTE[quote],
    kind: kindOf(traits, p),
    word: traits,
    next: word.form,
    sumsFor: null,
    sumsAt: 0,
    sumsKnown: 0,
  };
  word.form = form;
  return form;
}

/** A reporting verb's frames, a WordNet class, a lexicon of sources; closed-class words stand for themselves. */
function kindOf(word: WordTraits, pos: number): number {
  if (pos === POS.VERB)
    return word.frames !== 0
      ? mix(mix(word.frames, word.form), 71)
      : mix(mix(word.classes & VERB_BITS, word.suffix2), 72);
  if (pos === POS.NOUN || pos === POS.X) return mix(mix(word.classes & NOUN_BITS, word.lexicon), 73);
  if (pos === POS.PROPN) return mix(word.lexicon, 74);
  if (pos === POS.ADJ || pos === POS.ADV) return mix(mix(word.lexicon, pos), 75);
  if (pos === POS.NUM) return 76;
  return word.lower;
}
