import { type Token } from '../words/token.js';
import { type Word, wordFact } from '../words/word.js';
import { openingOf } from './opening.js';

/** Where a pattern was found: UTF-16 units into the words looked through. */
export interface Spotted<T> {
  readonly name: T;
  readonly index: number;
  readonly end: number;
}

type Hit = Omit<Spotted<unknown>, 'name'>;

/** Words to look through, and the places of those that may begin a pattern; joined when that is first asked for. */
export class Wording {
  private joined: string | undefined;
  private readonly starts: number[] = [];

  constructor(
    readonly tokens: readonly Token[],
    readonly places: readonly number[],
  ) {}

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

  /** Whether a word can begin any of the patterns. */
  canBegin(word: Word): boolean {
    return this.openingsIn(word) !== null;
  }

  /** Names of the patterns found, in the order of the list. */
  all(words: Wording): T[] {
    const hits = this.hitsIn(words);
    return hits.length === 0 ? [] : this.patterns.flatMap(([name], i) => (hits[i] === undefined ? [] : [name]));
  }

  /** The first pattern of the list that is found, and where. */
  first(words: Wording): Spotted<T> | null {
    const hits = this.hitsIn(words);
    const at = hits.findIndex((hit) => hit !== undefined);
    const [hit, entry] = [hits[at], this.patterns[at]];
    return hit && entry ? { name: entry[0], ...hit } : null;
  }

  /** For each pattern found the first place where it is. */
  private hitsIn(words: Wording): (Hit | undefined)[] {
    const hits: (Hit | undefined)[] = [];
    for (const place of words.places) {
      const openings = this.openingsIn((words.tokens[place] as Token).word);
      if (openings) for (const opening of openings) this.tryAt(words, place, opening, hits);
    }
    return hits;
  }

  private tryAt(words: Wording, place: number, opening: Opening, hits: (Hit | undefined)[]): void {
    for (let i = 0; opening.patterns >> i !== 0; i += 1) {
      const pattern = this.patterns[i]?.[1];
      if (!pattern || ((opening.patterns >> i) & 1) === 0 || hits[i] !== undefined) continue;
      const { text } = words;
      const index = words.startOf(place) + opening.offset;
      pattern.lastIndex = index;
      if (pattern.test(text)) hits[i] = { index, end: pattern.lastIndex };
    }
  }
}
