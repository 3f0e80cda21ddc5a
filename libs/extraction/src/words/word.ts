import { type Form } from '../tagger/forms.js';

/** A word form as typed: one record for all tokens written so, which keeps what is known of the form without its context. */
export class Word {
  readonly lower: string;
  /** What `wordFact` functions have found out, by their numbers. */
  readonly facts: unknown[];
  /** Which of these facts are nothing, one bit each: most are, for most words. The first 31, and the next. */
  nothings = 0;
  moreNothings = 0;
  /** What `wordFlag` functions have found out, one bit each, in fields of `BITS`, and how many of them have been asked. */
  flags0 = 0;
  flags1 = 0;
  flags2 = 0;
  flagged = 0;
  /** Kept by the tagger's `formOf`: the forms in which it has met the word. */
  form: Form | null = null;

  constructor(readonly text: string) {
    this.lower = text.toLowerCase();
    this.facts = new Array<unknown>(slots).fill(undefined);
  }
}

/** At most this many forms are remembered; then the table starts anew. The memory changes no answer. */
const CAPACITY = 1 << 15;
/** Bits of a small integer. */
const BITS = 31;
const known = new Map<string, Word>();
let slots = 0;

/** The record of a word form. */
export function wordOf(text: string): Word {
  let word = known.get(text);
  if (word) return word;
  word = new Word(text);
  if (known.size >= CAPACITY) known.clear();
  known.set(text, word);
  return word;
}

/**
 * Something that follows from how a word is written and from nothing else: worked out once for each form, then read from its
 * record. Declare facts at the top of a module. `undefined` is no answer; "nothing" is null, or what `nothing` says: what is
 * nothing for most words costs least.
 *
 *     const isHedge = wordFact(({ lower }) => HEDGES.has(lower));
 *     if (isHedge(token.word)) …
 */
export function wordFact<T extends NonNullable<unknown> | null>(of: (word: Word) => T, nothing?: T): (word: Word) => T {
  const slot = slots;
  slots += 1;
  const usual = nothing === undefined ? null : nothing;
  const bit = 1 << (slot % BITS);
  const answer = (word: Word): T => {
    const known = word.facts[slot] as T | undefined;
    if (known !== undefined) return known;
    const found = of(word);
    word.facts[slot] = found;
    if (found !== usual) return found;
    if (slot < BITS) word.nothings |= bit;
    else if (slot < 2 * BITS) word.moreNothings |= bit;
    return found;
  };
  if (slot < BITS) return (word) => ((word.nothings & bit) !== 0 ? (usual as T) : answer(word));
  return (word) => (slot < 2 * BITS && (word.moreNothings & bit) !== 0 ? (usual as T) : answer(word));
}

/** Whether something is true of a word form; by its number a whole sentence can be asked (`WordKinds`). */
export interface WordFlag {
  (word: Word): boolean;
  readonly place: number;
}

const tests: ((word: Word) => boolean)[] = [];
const FIELDS = 3;

/** A fact that is true or false: kept as a bit of the record, so that asking hardly costs anything. */
export function wordFlag(of: (word: Word) => boolean): WordFlag {
  const place = tests.length;
  if (place === FIELDS * BITS)
    throw new Error(`a word holds ${FIELDS * BITS} flags: give it one more field, or make this a wordFact`);
  tests.push(of);
  return Object.assign(flagAt(place), { place });
}

function flagAt(place: number): (word: Word) => boolean {
  const bit = 1 << (place % BITS);
  if (place < BITS)
    return (word) => {
      if (word.flagged <= place) setFlags(word);
      return (word.flags0 & bit) !== 0;
    };
  if (place < 2 * BITS)
    return (word) => {
      if (word.flagged <= place) setFlags(word);
      return (word.flags1 & bit) !== 0;
    };
  return (word) => {
    if (word.flagged <= place) setFlags(word);
    return (word.flags2 & bit) !== 0;
  };
}

function setFlags(word: Word): void {
  for (; word.flagged < tests.length; word.flagged += 1) {
    if (!tests[word.flagged]?.(word)) continue;
    const bit = 1 << (word.flagged % BITS);
    if (word.flagged < BITS) word.flags0 |= bit;
    else if (word.flagged < 2 * BITS) word.flags1 |= bit;
    else word.flags2 |= bit;
  }
}

/**
 * Which flags are true of any word of a sentence: one look at each word, and then a rule that turns at a word of some kind need
 * not look through the sentences that hold none.
 */
export class WordKinds {
  private flags0 = 0;
  private flags1 = 0;
  private flags2 = 0;

  constructor(tokens: readonly { readonly word: Word }[]) {
    for (const { word } of tokens) {
      if (word.flagged < tests.length) setFlags(word);
      this.flags0 |= word.flags0;
      this.flags1 |= word.flags1;
      this.flags2 |= word.flags2;
    }
  }

  /** Whether any of the words is of that kind. */
  has({ place }: WordFlag): boolean {
    const field = place < BITS ? this.flags0 : place < 2 * BITS ? this.flags1 : this.flags2;
    return (field & (1 << (place % BITS))) !== 0;
  }
}

/** Whether a form begins with a capital letter. */
export const isCapitalized = wordFlag(({ text }) => /^\p{Lu}/u.test(text));

/** Whether there is a letter or a digit in a form. */
export const saysSomething = wordFlag(({ text }) => /[\p{L}\p{N}]/u.test(text));
