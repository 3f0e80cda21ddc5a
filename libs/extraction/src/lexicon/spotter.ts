import { type Token } from '../words/token.js';
import { type Word, wordFact } from '../words/word.js';
import { openingOf } from './opening.js';

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

/** Patterns that can begin inside a word: how far in, and which, as bits. */
interface Opening {
  readonly offset: number;
  readonly patterns: number;
}

/**
 * Patterns over the lower-case words of a sentence, each with a name. Most sentences hold no word that could begin most
 * patterns: which patterns a word can begin is worked out once for each word, and only those are tried, and only there. At most
 * 31 patterns; each begins with `\b`.
 */
export class Spotter<T> {
  private readonly openingsIn: (word: Word) => readonly Opening[] | null;
  private readonly patterns: readonly (readonly [T, RegExp])[];

  constructor(patterns: readonly (readonly [T, RegExp])[]) {
    this.patterns = patterns.map(([name, pattern]) => [name, new RegExp(pattern.source, `${pattern.flags}y`)]);
    const openings = patterns.map(([, pattern]) => openingOf(pattern));
    this.openingsIn = wordFact(({ lower }) => {
      const found = [...lower.matchAll(/\b\w/g)].map(({ index }): Opening => {
        const rest = lower.slice(index);
        return { offset: index, patterns: openings.reduce((bits, one, i) => bits | (one.test(rest) ? 1 << i : 0), 0) };
      });
      return found.some((one) => one.patterns !== 0) ? found : null;
    });
  }

  /** The patterns found, in the order of the list, each where it stands first. */
  all(tokens: readonly Token[]): readonly Spotted<T>[] {
    let hits: (Spotted<T> | undefined)[] | null = null;
    let words: Wording | null = null;
    for (let place = 0; place < tokens.length; place += 1) {
      const openings = this.openingsIn((tokens[place] as Token).word);
      if (!openings) continue;
      words ??= new Wording(tokens);
      for (const opening of openings) hits = this.tryAt(words, place, opening, hits);
    }
    return hits === null ? NOTHING : hits.filter((hit) => hit !== undefined);
  }

  /** Tries the patterns of an opening that have not been found before. */
  private tryAt(
    words: Wording,
    place: number,
    { offset, patterns }: Opening,
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
