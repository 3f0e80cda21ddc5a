import { type Token } from '../words/token.js';
import { type Word, wordFact } from '../words/word.js';
import { type Openings, openingsOf } from './opening.js';

/** Where a pattern was found: UTF-16 units into the words looked through. */
export interface Spotted<T> {
  readonly name: T;
  readonly index: number;
  readonly end: number;
}

/** Words to look through, joined when that is first asked for. */
class Wording {
  private joined: string | undefined;
  private readonly starts: number[] = [];

  constructor(private readonly tokens: readonly Token[]) {}

  /** The words in lower case, joined as they stand. */
  get text(): string {
    return (this.joined ??= this.join());
  }

  /** Where a word begins in `text`, once that has been asked for. */
  startOf(place: number): number {
    return this.starts[place] ?? 0;
  }

  private join(): string {
    let out = '';
    let end = Infinity;
    for (const token of this.tokens) {
      if (token.start > end) out += ' ';
      this.starts.push(out.length);
      out += token.lower;
      end = token.end;
    }
    return out;
  }
}

/** Patterns that can begin inside a word: how far in, which, and which of them the next word need not fit; as bits. */
interface Opening {
  readonly offset: number;
  readonly patterns: number;
  readonly alone: number;
}

/**
 * Patterns over the lower-case words of a sentence, each with a name. Most sentences hold no word that could begin most
 * patterns: which patterns a word can begin, and in which it can stand second, is worked out once for each word, and only
 * where both fit a pattern is tried. At most 31 patterns; each begins with `\b`.
 */
export class Spotter<T> {
  private readonly openingsIn: (word: Word) => readonly Opening[] | null;
  /** The patterns in which a word can stand behind the first. */
  private readonly secondIn: (word: Word) => number;
  private readonly patterns: readonly (readonly [T, RegExp])[];

  constructor(patterns: readonly (readonly [T, RegExp])[]) {
    this.patterns = patterns.map(([name, pattern]) => [name, new RegExp(pattern.source, `${pattern.flags}y`)]);
    const words = patterns.map(([, pattern]) => openingsOf(pattern));
    const fitting = (word: string, which: keyof Openings): number =>
      words.reduce((bits, one, i) => bits | (one[which].test(word) ? 1 << i : 0), 0);
    this.openingsIn = wordFact(({ lower }) => {
      const found = [...lower.matchAll(/\b\w/g)].map(({ index }): Opening => {
        const rest = lower.slice(index);
        const all = fitting(rest, 'first');
        // What a contraction adds is a word of its own for the patterns' openings, and sometimes not for the tokens.
        return { offset: index, patterns: all, alone: /[’']/.test(rest) ? all : fitting(rest, 'alone') };
      });
      return found.some((one) => one.patterns !== 0) ? found : null;
    });
    this.secondIn = wordFact(({ lower }) => fitting(lower, 'second'), 0);
  }

  /** The patterns found, in the order of the list, each where it stands first. */
  all(tokens: readonly Token[]): readonly Spotted<T>[] {
    let hits: (Spotted<T> | undefined)[] | null = null;
    let words: Wording | null = null;
    for (let place = 0; place < tokens.length; place += 1) {
      const token = tokens[place] as Token;
      const openings = this.openingsIn(token.word);
      if (!openings) continue;
      const next = tokens[place + 1];
      const goesOn = next === undefined ? 0 : next.start === token.end ? EVERY : this.secondIn(next.word);
      for (const { offset, patterns, alone } of openings) {
        const fits = patterns & (alone | goesOn);
        if (fits === 0) continue;
        words ??= new Wording(tokens);
        hits = this.tryAt(words, place, offset, fits, hits);
      }
    }
    return hits === null ? NOTHING : hits.filter((hit) => hit !== undefined);
  }

  /** Tries those of the patterns (bits) that have not been found before. */
  private tryAt(
    words: Wording,
    place: number,
    offset: number,
    patterns: number,
    found: (Spotted<T> | undefined)[] | null,
  ): (Spotted<T> | undefined)[] | null {
    let hits = found;
    for (let left = patterns; left !== 0; left &= left - 1) {
      const i = 31 - Math.clz32(left & -left);
      if (hits?.[i] !== undefined) continue;
      const [name, pattern] = this.patterns[i] as readonly [T, RegExp];
      const { text } = words;
      const index = words.startOf(place) + offset;
      pattern.lastIndex = index;
      if (!pattern.test(text)) continue;
      hits ??= this.patterns.map(() => undefined);
      hits[i] = { name, index, end: pattern.lastIndex };
    }
    return hits;
  }
}

const NOTHING: readonly never[] = [];
/** All patterns, as bits. */
const EVERY = -1;
