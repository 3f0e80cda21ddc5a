import { eventOfHint } from './pos-automaton.js';
import { RunTable } from './run-table.js';
import { type WinkRecord, WinkTagger } from './wink-tagger.js';
import { type Word, wordOf } from './word.js';

/** A word or sign as wink-nlp cuts it, with what its tagger knows of it before it looks at the words around. */
export interface Piece {
  readonly word: Word;
  /** Where it begins in its run; -1 where wink-nlp writes it otherwise. */
  readonly offset: number;
  /** The usual part of speech, by number. */
  readonly tag: number;
  /** Whether no pattern may change it: a part of a contraction. */
  readonly settled: boolean;
  /** See `TagColumns`. */
  readonly event: number;
  readonly allowed: number;
}

/** Expansions of contractions are numbered above this many bits of white space. */
const EXPANDED = 0xffff;

/**
 * Runs of signs between white space, each given to wink-nlp once and then remembered: it reads every text as if it were the
 * first, though what it makes of a run depends on nothing else. Two tables, so that runs not met lately are forgotten (names, numbers)
 * and the words of the language are not.
 */
export class Runs {
  readonly tagger = new WinkTagger();
  private recent = new RunTable<readonly Piece[]>();
  private older = new RunTable<readonly Piece[]>();

  /** The words and signs of the run from `from` to `to` in a text; `hash` is that of its units (`hashUnit`). */
  piecesOf(text: string, from: number, to: number, hash: number): readonly Piece[] {
    const known = this.recent.get(text, from, to, hash);
    if (known !== undefined) return known;
    const pieces = this.older.get(text, from, to, hash) ?? this.read(text.slice(from, to));
    if (this.recent.isFull) [this.older, this.recent] = [this.recent, new RunTable()];
    this.recent.add(text, from, to, hash, pieces);
    return pieces;
  }

  private read(run: string): Piece[] {
    return piecesIn(run, this.tagger.read(run), this.tagger.names.length);
  }
}

function piecesIn(run: string, { tokens, tags, cache }: WinkRecord, kinds: number): Piece[] {
  let at = 0;
  return tags.map((tag, i) => {
    const [id = 0, spaces = 0, settled = 0] = tokens.slice(4 * i, 4 * i + 3);
    const normal = spaces > EXPANDED ? cache.nox(spaces) : cache.normal(id);
    let allowed = 0;
    for (let kind = 0; kind < kinds; kind += 1) if (cache.isMemberPOS(normal, kind)) allowed |= 1 << kind;
    const word = wordOf(cache.value(id));
    const offset = run.indexOf(word.text, at);
    if (offset >= 0) at = offset + word.text.length;
    return { word, offset, tag, settled: settled !== 0, event: eventOfHint(cache.property(id, 'posHint')), allowed };
  });
}
