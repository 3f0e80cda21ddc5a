import { type Form } from '../tagger/forms.js';

/** A word form as typed: one record for all tokens written so, which keeps what is known of the form without its context. */
export class Word {
  readonly lower: string;
  /** What `wordFact` functions have found out, by their numbers. */
  readonly facts: unknown[];
  /** Which of these facts are nothing, one bit each: most are, for most words. */
  nothings = 0;
  /** What `wordFlag` functions have found out, one bit each, and how many of them have been asked. */
  flags = 0;
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
const MOST_FLAGS = 31;
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
  const bit = slot < MOST_FLAGS ? 1 << slot : 0;
  return (word) => {
    if ((word.nothings & bit) !== 0) return usual as T;
    const answer = word.facts[slot] as T | undefined;
    if (answer !== undefined) return answer;
    const found = of(word);
    if (found === usual) word.nothings |= bit;
    word.facts[slot] = found;
    return found;
  };
}

const tests: ((word: Word) => boolean)[] = [];

/** A fact that is true or false: kept as a bit of the record, so that asking hardly costs anything. The 32nd and later are plain facts. */
export function wordFlag(of: (word: Word) => boolean): (word: Word) => boolean {
  if (tests.length === MOST_FLAGS) return wordFact(of);
  const bit = 1 << tests.length;
  tests.push(of);
  return (word) => {
    if (word.flagged < tests.length) setFlags(word);
    return (word.flags & bit) !== 0;
  };
}

function setFlags(word: Word): void {
  for (; word.flagged < tests.length; word.flagged += 1)
    if (tests[word.flagged]?.(word)) word.flags |= 1 << word.flagged;
}

/** Whether a form begins with a capital letter. */
export const isCapitalized = wordFlag(({ text }) => /^\p{Lu}/u.test(text));

/** Whether there is a letter or a digit in a form. */
export const saysSomething = wordFlag(({ text }) => /[\p{L}\p{N}]/u.test(text));
