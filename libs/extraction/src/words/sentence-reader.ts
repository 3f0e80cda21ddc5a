import { type TagColumns } from './pos-automaton.js';
import { hashUnit } from './run-table.js';
import { type Piece, Runs } from './runs.js';
import { type Pos } from './token.js';
import { type Word, saysSomething, wordOf } from './word.js';

/** A run of signs longer than this is no word of any language; wink-nlp takes quadratic time over such runs. */
const LONGEST_WORD = 80;
/** Words and signs where no tagger should look. */
const PLAIN = /[\p{L}\p{N}]{1,200}|\S/gu;

/** Cuts sentences into words and signs and says what part of speech each is. The memory is used again for every sentence. */
export class SentenceReader {
  private readonly runs = new Runs();
  private readonly names = this.runs.tagger.names;
  private readonly pieces: Piece[] = [];
  private starts = new Int32Array(256);
  private readonly columns: TagColumns = {
    length: 0,
    tags: new Uint8Array(256),
    events: new Uint8Array(256),
    allowed: new Int32Array(256),
  };

  /** Reads a stretch of a text and answers how many words and signs there are; the others of this class tell of each. */
  read(text: string, from: number, to: number): number {
    this.columns.length = 0;
    if (this.readRuns(text, from, to)) for (const automaton of this.runs.tagger.automata) automaton.run(this.columns);
    else this.readPlain(text, from, to);
    return this.columns.length;
  }

  wordAt(i: number): Word {
    return (this.pieces[i] as Piece).word;
  }

  /** Its part of speech; SPACE for line ends and tabs. */
  posAt(i: number): Pos {
    const { settled, tag } = this.pieces[i] as Piece;
    return (this.names[settled ? tag : (this.columns.tags[i] as number)] ?? 'X') as Pos;
  }

  /** Where it begins in the text. */
  startAt(i: number): number {
    return this.starts[i] as number;
  }

  /** False where a run is too long for the tagger. */
  private readRuns(text: string, from: number, to: number): boolean {
    for (let at = from; at < to;) {
      const kind = kindOf(text.charCodeAt(at));
      let end = at + 1;
      while (end < to && kindOf(text.charCodeAt(end)) === kind) end += 1;
      if (kind !== SPACE) {
        if (end - at > LONGEST_WORD) return false;
        if (!this.readWord(text, at, end)) this.readRun(text, at, end);
      }
      at = end;
    }
    return true;
  }

  /**
   * A run of plain letters, with or without a mark before or behind them: the mark changes nothing in what wink-nlp makes of the
   * letters, so that they need to be known once and not with each mark. False where a run is anything else.
   */
  private readWord(text: string, from: number, to: number): boolean {
    const start = opensWord(text.charCodeAt(from)) ? from + 1 : from;
    let hash = 0;
    let end = start;
    for (; end < to; end += 1) {
      const unit = text.charCodeAt(end);
      if (!isLetter(unit)) break;
      hash = hashUnit(hash, unit);
    }
    if (end === start || end < to - 1 || (end < to && !closesWord(text.charCodeAt(end)))) return false;
    if (start > from) this.readRun(text, from, start);
    this.take(this.runs.piecesOf(text, start, end, hash), start);
    if (end < to) this.readRun(text, end, to);
    return true;
  }

  private readRun(text: string, from: number, to: number): void {
    let hash = 0;
    for (let i = from; i < to; i += 1) hash = hashUnit(hash, text.charCodeAt(i));
    this.take(this.runs.piecesOf(text, from, to, hash), from);
  }

  private take(pieces: readonly Piece[], from: number): void {
    for (let i = 0; i < pieces.length; i += 1) {
      const piece = pieces[i] as Piece;
      if (piece.offset >= 0) this.push(piece, from + piece.offset);
    }
  }

  private readPlain(text: string, from: number, to: number): void {
    this.columns.length = 0;
    const [other, sign] = [this.names.indexOf('X'), this.names.indexOf('PUNCT')];
    for (const match of text.slice(from, to).matchAll(PLAIN)) {
      const word = wordOf(match[0]);
      const tag = saysSomething(word) ? other : sign;
      this.push({ word, offset: 0, tag, settled: true, event: 0, allowed: 0 }, from + match.index);
    }
  }

  private push(piece: Piece, start: number): void {
    const { columns } = this;
    const at = columns.length;
    if (at === this.starts.length) this.grow();
    this.pieces[at] = piece;
    this.starts[at] = start;
    columns.tags[at] = piece.tag;
    columns.events[at] = piece.event;
    columns.allowed[at] = piece.allowed;
    columns.length = at + 1;
  }

  private grow(): void {
    const { columns } = this;
    const size = 2 * this.starts.length;
    const grown = <T extends Uint8Array | Int32Array>(old: T, fresh: T): T => (fresh.set(old), fresh);
    this.starts = grown(this.starts, new Int32Array(size));
    columns.tags = grown(columns.tags, new Uint8Array(size));
    columns.events = grown(columns.events, new Uint8Array(size));
    columns.allowed = grown(columns.allowed, new Int32Array(size));
  }
}

/** Letters of the Latin alphabet without marks. */
const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

/** `" ( “ ‘` */
const opensWord = (unit: number): boolean => unit === 0x22 || unit === 0x28 || unit === 0x201c || unit === 0x2018;

/** `! " ) , : ; ? ’ ”`; not a full stop, which may make an abbreviation of the letters. */
const closesWord = (unit: number): boolean =>
  unit === 0x2c ||
  unit === 0x21 ||
  unit === 0x22 ||
  unit === 0x29 ||
  unit === 0x3a ||
  unit === 0x3b ||
  unit === 0x3f ||
  unit === 0x2019 ||
  unit === 0x201d;

const [WORD, SPACE, LINE] = [0, 1, 2];

/** What wink-nlp cuts a text at: runs of spaces part words, runs of line ends and tabs are tokens of their own. */
function kindOf(code: number): number {
  if (code > 0x20 && code < 0xa0) return WORD;
  if (code === 0x20) return SPACE;
  if (code < 0x20) return code === 10 || code === 13 || code === 9 ? LINE : WORD;
  return code === 0xa0 ||
    (code >= 0x2002 && code <= 0x2005) ||
    code === 0x2009 ||
    code === 0x200a ||
    code === 0x202f ||
    code === 0x205f
    ? SPACE
    : WORD;
}
