import { hashText, mix } from './hash.js';
import { remember } from './remember.js';
import { type Word, wordFact } from './word.js';

/** A part of a feature's name: what is looked at ("harm") or what was seen there ("violence"). */
export interface Term {
  readonly text: string;
  readonly id: number;
}

/**
 * Where features go. A feature is named by one to three terms; each counts once, however often it is added. The engine wants
 * the numbers alone (`FeatureSet`), the trainer the names (`FeatureNames`): a new feature is one more line
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

/** Features as 32-bit numbers without repeats; emptied and filled again for every draft. */
export class FeatureSet implements Features {
  size = 0;
  /** The features in the order they came; only the first `size` count. */
  ids = new Int32Array(512);
  /** Open addressing; a slot holds a place in `ids` plus the round's base, so that emptying costs nothing. */
  private slots = new Int32Array(2048);
  private base = 1;

  clear(): this {
    this.base += this.size;
    if (this.base > 1 << 30) {
      this.slots.fill(0);
      this.base = 1;
    }
    this.size = 0;
    return this;
  }

  add(a: Term, b?: Term, c?: Term): this {
    const id = featureId(a, b, c);
    const slot = this.slotOf(id);
    if ((this.slots[slot] as number) >= this.base) return this;
    this.slots[slot] = this.base + this.size;
    this.ids[this.size] = id;
    this.size += 1;
    if (this.size === this.ids.length) this.grow();
    return this;
  }

  has(a: Term): boolean {
    return (this.slots[this.slotOf(a.id)] as number) >= this.base;
  }

  /** The slot that holds a feature, or the free one where it belongs. */
  private slotOf(id: number): number {
    const { slots, ids, base } = this;
    const mask = slots.length - 1;
    let slot = id & mask;
    for (let at = slots[slot] as number; at >= base && ids[at - base] !== id; at = slots[slot] as number)
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { ids, size } = this;
    this.ids = new Int32Array(2 * ids.length);
    this.ids.set(ids);
    this.slots = new Int32Array(4 * this.ids.length);
    this.base = 1;
    for (let i = 0; i < size; i += 1) this.slots[this.slotOf(ids[i] as number)] = this.base + i;
  }
}

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
