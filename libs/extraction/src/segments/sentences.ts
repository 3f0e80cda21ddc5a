import {
  NUMBER_ABBREVIATIONS,
  PLAIN_ABBREVIATIONS,
  SENTENCE_STARTERS,
  TITLE_ABBREVIATIONS,
} from '../lexicon/abbreviations.js';
import { findListItems } from './list-items.js';
import { isSpeechTag } from './speech-tag.js';

/** A half-open stretch in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longer "sentences" (a table, a text without stops) are cut at white space, so that no later stage sees more at once. */
export const LONGEST_SENTENCE = 3000;

const TERMINATOR = /[.!?…。！？]/g;
const SPACE = /\s/;
/** Whether white space stands at a place of a text. Most signs are plain letters, of which no pattern need be asked. */
function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || code >= 0x80 ? SPACE.test(text[at] ?? '') : false;
}
const CLOSER = /["'”’»)\]}]/;
const OPENER = /["'“‘«([{—–-]/;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const DIGIT = /\d/;
const WORDISH = /[\p{L}\p{N}]/u;

/**
 * Splits one segment of a text into sentences, trimmed, in order, covering all that is not white space.
 * Rules after the "golden rules" of Pragmatic Segmenter (Dias, 2015): abbreviations, initials, acronyms, ellipses,
 * list numbers and quoted ends are looked at from both sides of the stop. Linear in the length of the segment.
 */
export function splitSentences(text: string, from: number, to: number): Stretch[] {
  const cuts: number[] = [];
  let start = from + stampLength(text, from, to);
  if (start > from) cuts.push(start);
  for (const item of findListItems(text, from, to)) {
    if (item > start) cutAtStops(text, start, item, cuts);
    if (item > from) cuts.push(item);
    start = item;
  }
  cutAtStops(text, start, to, cuts);
  return stretchesBetween(text, from, to, cuts);
}

/** How long the time of day is that opens an entry of a live report ("15:05 The union …", "2:26 a.m. Readers ask"); 0 where none does. */
function stampLength(text: string, from: number, to: number): number {
  if (!DIGIT.test(text[from] ?? '')) return 0;
  const opening = text.slice(from, Math.min(to, from + 24));
  return /^\d{1,2}[:.]\d\d(?: ?[apAP]\.?[mM]\.?)?(?=[ \t]+["'“‘]?\p{Lu})/u.exec(opening)?.[0].length ?? 0;
}

function cutAtStops(text: string, from: number, to: number, cuts: number[]): void {
  // Searched in a copy of the stretch: a search in the whole text would run on to the next stop, however far.
  const own = text.slice(from, to);
  TERMINATOR.lastIndex = 0;
  let start = from;
  for (let hit = TERMINATOR.exec(own); hit; hit = TERMINATOR.exec(own)) {
    const at = from + hit.index;
    const run = endOfRun(text, at, to);
    TERMINATOR.lastIndex = Math.max(run, at + 1) - from;
    if (!endsSentence(text, start, at, run, to)) continue;
    cuts.push(run);
    start = run;
  }
}

/** End of a run of stops, spaced ellipses (". . . .") included, with the closing marks and footnote numbers after it. */
function endOfRun(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && /[.!?…。！？]/.test(text[i] ?? '')) {
    i += 1;
    if (text[i] === ' ' && text[i + 1] === '.' && (text[i + 2] === ' ' || CLOSER.test(text[i + 2] ?? ' '))) i += 1;
  }
  for (;;) {
    const footnote = text[i] === '[' ? /^\[\d{1,3}\]/.exec(text.slice(i, Math.min(to, i + 6))) : null;
    if (footnote) i += footnote[0].length;
    else if (i < to && CLOSER.test(text[i] ?? '') && !opensHere(text, i, to)) i += 1;
    else return i;
  }
}

/** A straight mark with white space before and a word after opens rather than closes. */
function opensHere(text: string, at: number, to: number): boolean {
  return (
    (text[at] === '"' || text[at] === "'") && isSpaceAt(text, at - 1) && at + 1 < to && !SPACE.test(text[at + 1] ?? ' ')
  );
}

function endsSentence(text: string, start: number, at: number, run: number, to: number): boolean {
  if (run >= to) return true;
  const stop = text[at] ?? '';
  if ('。！？'.includes(stop)) return true;
  if (!isSpaceAt(text, run)) return isRunTogether(text, at, run, to);
  let next = run;
  while (next < to && isSpaceAt(text, next)) next += 1;
  while (next < to && OPENER.test(text[next] ?? '')) next += 1;
  if (next >= to) return true;
  const following = text[next] ?? '';
  if (LOWER.test(following)) return false;
  if (text.slice(run - 5, run) === '[...]' || text.slice(run - 3, run) === '[…]') return false;
  if (stop !== '.') return !isSpeechTag(text, at, run, to);
  if (run - at > 1 && /^[.…\s]{2,}$/.test(text.slice(at, Math.min(run, at + 8)))) return true;
  return stopEnds(text, start, at, next, to);
}

/** "…the end.The next": no space after a stop, in text that lost its line breaks. */
function isRunTogether(text: string, at: number, run: number, to: number): boolean {
  if (text[at] !== '.' || run >= to || !UPPER.test(text[run] ?? '')) return false;
  return (
    /\p{Ll}{3}$/u.test(text.slice(Math.max(0, at - 3), at)) &&
    /^\p{Lu}\p{Ll}*\s/u.test(text.slice(run, Math.min(to, run + 24)))
  );
}

function stopEnds(text: string, start: number, at: number, next: number, to: number): boolean {
  let from = at;
  while (from > start && at - from < 24 && !isSpaceAt(text, from - 1) && !OPENER.test(text[from - 1] ?? '')) from -= 1;
  const word = text.slice(from, at);
  const lower = word.toLowerCase();
  const follower = /^[\p{L}'’]+/u.exec(text.slice(next, Math.min(to, next + 20)))?.[0] ?? '';
  const starts = SENTENCE_STARTERS.has(follower.toLowerCase().replace(/[’']s$/, ''));
  if (NUMBER_ABBREVIATIONS.has(lower) && DIGIT.test(text[next] ?? '')) return false;
  if (/^\s*[•⁃*–·-]?\s?(?:\d{1,2}|[a-z])$/.test(text.slice(start, Math.min(at, start + 8))) && at - start < 8)
    return false;
  if (/^\p{Lu}$/u.test(word)) return initialEnds(text, from, word, starts);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return acronymEnds(start, from, lower, follower, starts);
  if (TITLE_ABBREVIATIONS.has(lower)) return false;
  if (PLAIN_ABBREVIATIONS.has(lower)) return starts && !(lower === 'no' && from === start);
  return true;
}

/** "Albert I. Jones" goes on; "you and I. Did you" and "Plan B. The" end. */
function initialEnds(text: string, from: number, word: string, starts: boolean): boolean {
  const before = /(\p{L}+)\s$/u.exec(text.slice(Math.max(0, from - 20), from))?.[1] ?? '';
  if (!starts || word === 'I') return word === 'I' && LOWER.test(before[0] ?? '');
  return before !== '' && (LOWER.test(before[0] ?? '') || before.length > 1);
}

/** "U.S. Government" goes on, "the U.S. How" ends; "At 5 a.m. Mr. Smith" goes on because nothing has been said yet. */
function acronymEnds(start: number, from: number, lower: string, follower: string, starts: boolean): boolean {
  if (lower === 'e.g' || lower === 'i.e') return false;
  if (lower === 'a.m' || lower === 'p.m') return from - start > 12 && UPPER.test(follower[0] ?? '');
  return starts;
}

function stretchesBetween(text: string, from: number, to: number, cuts: readonly number[]): Stretch[] {
  const out: Stretch[] = [];
  let start = from;
  for (const cut of [...cuts, to]) {
    for (const piece of shortened(text, start, cut)) {
      const last = out.at(-1);
      if (last && !WORDISH.test(text.slice(piece.start, piece.end)))
        out[out.length - 1] = { start: last.start, end: piece.end };
      else out.push(piece);
    }
    start = cut;
  }
  return out;
}

function* shortened(text: string, from: number, to: number): Generator<Stretch> {
  let start = from;
  while (start < to && isSpaceAt(text, start)) start += 1;
  let end = to;
  while (end > start && isSpaceAt(text, end - 1)) end -= 1;
  while (end - start > LONGEST_SENTENCE) {
    const cut = cutNear(text, start + LONGEST_SENTENCE);
    yield { start, end: trimmedEnd(text, start, cut) };
    start = cut;
    while (start < end && isSpaceAt(text, start)) start += 1;
  }
  if (end > start) yield { start, end };
}

function cutNear(text: string, limit: number): number {
  for (let i = limit; i > limit - 500; i -= 1) if (isSpaceAt(text, i)) return i;
  const low = text.charCodeAt(limit);
  return low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit;
}

function trimmedEnd(text: string, start: number, cut: number): number {
  let end = cut;
  while (end > start + 1 && isSpaceAt(text, end - 1)) end -= 1;
  return end;
}
