/** A word form as typed: one record for all tokens written so, which keeps what is known of the form without its context. */
export class Word {
  readonly lower: string;
  /** What `wordFact` functions have found out, by their numbers. */
  readonly facts: unknown[];

  constructor(readonly text: string) {
    this.lower = text.toLowerCase();
    this.facts = new Array<unknown>(slots).fill(undefined);
  }
}

/** At most this many forms are remembered; then the table starts anew. The memory changes no answer. */
const CAPACITY = 1 << 15;
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
 * record. Declare facts at the top of a module. `undefined` is no answer; use null for "nothing".
 *
 *     const isHedge = wordFact(({ lower }) => HEDGES.has(lower));
 *     if (isHedge(token.word)) …
 */
export function wordFact<T extends NonNullable<unknown> | null>(of: (word: Word) => T): (word: Word) => T {
  const slot = slots;
  slots += 1;
  return (word) => {
    const answer = word.facts[slot] as T | undefined;
    if (answer !== undefined) return answer;
    const found = of(word);
    word.facts[slot] = found;
    return found;
  };
}

/** Whether a form begins with a capital letter. */
export const isCapitalized = wordFact(({ text }) => /^\p{Lu}/u.test(text));

/** Whether there is a letter or a digit in a form. */
export const saysSomething = wordFact(({ text }) => /[\p{L}\p{N}]/u.test(text));
