import { type Token } from '../token.js';
import { type Word, wordFact } from '../word.js';
import { openingOf } from './opening.js';

/** Where a pattern was found: UTF-16 units into the words looked through. */
export interface Spotted<T> {
  readonly name: T;
  readonly index: number;
  readonly end: number;
}

/**
 * Patterns over the lower-case words of a sentence, each with a name. Most sentences hold no word that could begin most
 * patterns: which patterns a word can begin is worked out once for each word, and only those are looked for. At most 31
 * patterns; each begins with `\b`.
 */
export class Spotter<T> {
  private readonly canBegin: (word: Word) => number;

  constructor(private readonly patterns: readonly (readonly [T, RegExp])[]) {
    const openings = patterns.map(([, pattern]) => openingOf(pattern));
    this.canBegin = wordFact<number>(({ lower }) => {
      const from = [...lower.matchAll(/\b\w/g)].map(({ index }) => lower.slice(index));
      return openings.reduce(
        (bits, opening, i) => (from.some((rest) => opening.test(rest)) ? bits | (1 << i) : bits),
        0,
      );
    }, 0);
  }

  /** Names of the patterns found. `words` answers the tokens' text in lower case; it is asked for only where needed. */
  all(tokens: readonly Token[], words: () => string): T[] {
    const open = this.openIn(tokens);
    return open === 0
      ? []
      : this.patterns.flatMap(([name, pattern], i) => (((open >> i) & 1) === 1 && pattern.test(words()) ? [name] : []));
  }

  /** The first pattern of the list that is found, and where. */
  first(tokens: readonly Token[], words: () => string): Spotted<T> | null {
    const open = this.openIn(tokens);
    for (let i = 0; open >> i !== 0; i += 1) {
      const entry = this.patterns[i];
      const hit = entry && ((open >> i) & 1) === 1 ? entry[1].exec(words()) : null;
      if (entry && hit) return { name: entry[0], index: hit.index, end: hit.index + hit[0].length };
    }
    return null;
  }

  /** One bit for each pattern that some word can begin. */
  private openIn(tokens: readonly Token[]): number {
    let open = 0;
    for (let i = 0; i < tokens.length; i += 1) open |= this.canBegin((tokens[i] as Token).word);
    return open;
  }
}
