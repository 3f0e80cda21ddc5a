import { type Form } from '../tagger/forms.js';

/** A word form as typed: one record for all tokens written so, which keeps what is known of the form without its context. */
export class Word {
  readonly lower: string;
  /** What `wordFact` functions have found out, by their numbers. */
  readonly facts: unknown[];
  /** Which of these facts are nothing, one bit each: most are, for most words. The first 31, and the next. */
  nothings = 0;
  moreNothings = 0;
  /** What `wordFlag` functions have found out, one bit each (the first 31, and the next), and how many of them have been asked. */
  flags = 0;
  moreFlags = 0;
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

const tests: ((word: Word) => boolean)[] = [];

/** A fact that is true or false: kept as a bit of the record, so that asking hardly costs anything. The 63rd and later are plain facts. */
export function wordFlag(of: (word: Word) => boolean): (word: Word) => boolean {
  const place = tests.length;
  if (place === 2 * BITS) return wordFact(of);
  const bit = 1 << (place % BITS);
  tests.push(of);
  if (place < BITS)
    return (word) => {
      if (word.flagged <= place) setFlags(word);
      return (word.flags & bit) !== 0;
    };
  return (word) => {
    if (word.flagged <= place) setFlags(word);
    return (word.moreFlags & bit) !== 0;
  };
}

function setFlags(word: Word): void {
  for (; word.flagged < tests.length; word.flagged += 1) {
    if (!tests[word.flagged]?.(word)) continue;
    if (word.flagged < BITS) word.flags |= 1 << word.flagged;
    else word.moreFlags |= 1 << (word.flagged - BITS);
  }
}

/** Whether a form begins with a capital letter. */
export const isCapitalized = wordFlag(({ text }) => /^\p{Lu}/u.test(text));

/** Whether there is a letter or a digit in a form. */
export const saysSomething = wordFlag(({ text }) => /[\p{L}\p{N}]/u.test(text));
