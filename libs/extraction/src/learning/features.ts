import { hashText, mix } from './hash.js';
import { remember } from '../words/remember.js';
import { type Word, wordFact } from '../words/word.js';

/** A part of a feature's name: what is looked at ("harm") or what was seen there ("violence"). */
export interface Term {
  readonly text: string;
  readonly id: number;
}

/**
 * Where features go. A feature is named by one to three terms; each counts once, however often it is added. The engine wants
 * the sums of their weights alone (`LinearModels`), the trainer the names (`FeatureNames`): a new feature is one more line
 *
 *     out.add(HARM, termOf(category));
 *
 * with `const HARM = term('harm')` at the top of its file; then run `node tools/labels/train.mjs --write`.
 */
export interface Features {
  add(a: Term, b?: Term, c?: Term): this;
  has(a: Term): boolean;
}

/** A term of its own; for constants at the top of a file. */
export const term = (text: string): Term => ({ text, id: hashText(text) });

/** The term of a value out of a small set: a category, a part of speech, a sourcing. */
export const termOf = remember(term);

const COUNTS = Array.from({ length: 10 }, (_, n) => term(String(n)));
/** The term of a small number, at most `most`. */
export const count = (n: number, most: number): Term => COUNTS[Math.min(n, most)] as Term;

/** The word itself, in lower case. */
export const lowerTerm: (word: Word) => Term = wordFact(({ lower }) => term(lower));

/** The number of a feature in the weights: its terms' hashes, mixed. */
export const featureId = (a: Term, b?: Term, c?: Term): number => {
  const id = b === undefined ? a.id : mix(a.id, b.id);
  return c === undefined ? id : mix(id, c.id);
};

/** Between the terms in a feature's name. */
const JOIN = ':';
/** What would break the files of weights, or their names apart. */
const UNFIT = /[\s:;`\\]/;

/** The number of a feature from its name. */
export function idOfName(name: string): number {
  const [first = '', second, third] = name.split(JOIN);
  return featureId(
    term(first),
    second === undefined ? undefined : term(second),
    third === undefined ? undefined : term(third),
  );
}

/** Features by name, for training; what no file of weights could hold is left out. */
export class FeatureNames implements Features {
  readonly names = new Set<string>();

  add(...terms: (Term | undefined)[]): this {
    const texts = terms.flatMap((one) => (one ? [one.text] : []));
    if (!texts.some((text) => UNFIT.test(text))) this.names.add(texts.join(JOIN));
    return this;
  }

  has(a: Term): boolean {
    return this.names.has(a.text);
  }
}
