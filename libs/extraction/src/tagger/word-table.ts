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
import { hashText } from '../hash.js';
import { baseForm, wordnetMask } from './wordnet.js';

/** Columns of the word table: what is known of a word form without its context. */
export const WORD = {
  lower: 0,
  stem: 1,
  shape: 2,
  suffix3: 3,
  suffix2: 4,
  prefix3: 5,
  /** Bits of the WordNet classes, nouns and verbs. */
  classes: 6,
  /** Frames of a reporting verb as bits, 0 for other words. */
  frames: 7,
  /** Bits of the lexicons of sources and grammar words. */
  lexicon: 8,
  form: 9,
} as const;
export const WORD_WIDTH = 10;

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
const NOUN_CUES = new Set(
  'according accusation accusations allegation allegations announcement argument assertion assertions assessment assurance assurances belief beliefs claim claims comment comments complaint complaints concern concerns conclusion conviction criticism declaration demand demands denial denials estimate estimates expectation expectations fear fears finding findings forecast guess hope hopes idea insistence interview letter message notion opinion pledge plea prediction predictions promise promises proposal question questions reaction remark remarks report reports reply request rumour rumor rumours rumors ruling speculation statement statements stance suggestion suggestions suspicion suspicions testimony theory threat threats view views vow warning warnings words allegedly reportedly purportedly supposedly apparently so-called per citing via'.split(
    ' ',
  ),
);
const FIRST_LEXICON = 1;

/** At most this many word forms are remembered; then the table starts anew. */
const CAPACITY = 1 << 15;

/**
 * Remembers what is known of each word form, so that every form is looked at once. The memory changes no answer:
 * a word's row depends on the word alone.
 */
export class WordTable {
  readonly columns = new Int32Array(CAPACITY * WORD_WIDTH);
  private readonly rows = new Map<string, number>();

  /** Offset of the word's row in `columns`. */
  rowOf(text: string): number {
    const known = this.rows.get(text);
    if (known !== undefined) return known;
    const row = this.rows.size * WORD_WIDTH;
    describe(text, this.columns, row);
    this.rows.set(text, row);
    return row;
  }

  /** Makes room for `count` more words; rows handed out before are void if this answers true. */
  reserve(count: number): boolean {
    if (this.rows.size + count <= CAPACITY) return false;
    this.rows.clear();
    return true;
  }
}

/** The most words that one call may look up. */
export const MOST_WORDS = CAPACITY;

function describe(text: string, columns: Int32Array, row: number): void {
  const lower = text.toLowerCase();
  const reading = readVerb(lower);
  const base = baseForm(lower);
  columns[row + WORD.lower] = hashText(lower);
  columns[row + WORD.stem] = hashText(reading?.verb.lemma ?? base);
  columns[row + WORD.shape] = hashText(shapeOf(text));
  columns[row + WORD.suffix3] = hashText(`-${lower.slice(-3)}`);
  columns[row + WORD.suffix2] = hashText(`-${lower.slice(-2)}`);
  columns[row + WORD.prefix3] = hashText(`${lower.slice(0, 3)}-`);
  columns[row + WORD.classes] = wordnetMask(base) | wordnetMask(lower);
  columns[row + WORD.frames] = reading
    ? FRAME_BITS.reduce((bits, frame, i) => (reading.verb.frames.has(frame) ? bits | (1 << i) : bits), 0)
    : 0;
  columns[row + WORD.form] = reading ? hashText(reading.form) : 0;
  columns[row + WORD.lexicon] = LEXICONS.reduce(
    (bits, list, i) => (list.has(lower) ? bits | (1 << (i + FIRST_LEXICON)) : bits),
    NOUN_CUES.has(lower) ? 1 : 0,
  );
}

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
