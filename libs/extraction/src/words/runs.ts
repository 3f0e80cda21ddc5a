import { Memory } from './memory.js';
import { eventOfHint } from './pos-automaton.js';
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

/** How many runs are remembered, half of them for certain: the vocabulary of a thousand articles, with signs that touch its words. */
const REMEMBERED = 1 << 16;
/** Expansions of contractions are numbered above this many bits of white space. */
const EXPANDED = 0xffff;

/**
 * Runs of signs between white space, each given to wink-nlp once and then remembered: it reads every text as if it were the
 * first, though what it makes of a run depends on nothing else.
 */
export class Runs {
  readonly tagger = new WinkTagger();
  private readonly known = new Memory<readonly Piece[]>(REMEMBERED / 2);

  /** The words and signs of a run. */
  piecesOf(run: string): readonly Piece[] {
    let pieces = this.known.get(run);
    if (pieces) return pieces;
    pieces = piecesIn(run, this.tagger.read(run), this.tagger.names.length);
    this.known.set(run, pieces);
    return pieces;
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
