import { hashText, mix } from './hash.js';
import { remember } from '../words/remember.js';
import { type Word, wordFact } from '../words/word.js';

/**
 * A part of a feature's name, what is looked at ("harm") or what was seen there ("violence"), by the hash of its text: a number
 * fits into the record of a word, an object would have to be fetched for each word of an article.
 */
export type Term = number;

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

const texts = new Map<Term, string>();
let keepsWords = false;

/** A term of its own; for constants at the top of a file. */
export function term(text: string): Term {
  const hash = hashText(text);
  texts.set(hash, text);
  return hash;
}

/** The term of a word, a stem: of what there is no end of. Its text is forgotten unless `keepWords` was called. */
export const wordTerm = (text: string): Term => (keepsWords ? term(text) : hashText(text));

/** From now on the texts of words are kept, for `FeatureNames`. To be called before anything is read. */
export function keepWords(): void {
  keepsWords = true;
}

/** The term of a value out of a small set: a category, a part of speech, a sourcing. */
export const termOf = remember(term);

const COUNTS = Array.from({ length: 10 }, (_, n) => term(String(n)));
/** The term of a small number, at most `most`. */
export const count = (n: number, most: number): Term => COUNTS[Math.min(n, most)] as Term;

/** The word itself, in lower case. */
export const lowerTerm: (word: Word) => Term = wordFact(({ lower }) => wordTerm(lower));

/** The number of a feature in the weights: its terms' hashes, mixed. */
export const featureId = (a: Term, b?: Term, c?: Term): number => {
  const id = b === undefined ? a : mix(a, b);
  return c === undefined ? id : mix(id, c);
};

/** Between the terms in a feature's name. */
const JOIN = ':';
/** What would break the files of weights, or their names apart. */
const UNFIT = /[\s:;`\\]/;

/** The number of a feature from its name. */
export function idOfName(name: string): number {
  const [a = 0, b, c] = name.split(JOIN).map(hashText);
  return featureId(a, b, c);
}

/** Features by name, for training; what no file of weights could hold is left out. */
export class FeatureNames implements Features {
  readonly names = new Set<string>();

  add(...terms: (Term | undefined)[]): this {
    const parts = terms.flatMap((one) => (one === undefined ? [] : [textOf(one)]));
    if (!parts.some((part) => UNFIT.test(part))) this.names.add(parts.join(JOIN));
    return this;
  }

  has(a: Term): boolean {
    return this.names.has(textOf(a));
  }
}

function textOf(one: Term): string {
  const text = texts.get(one);
  if (text === undefined) throw new Error('a word was read before keepWords() was called');
  return text;
}
