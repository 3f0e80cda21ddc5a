import { type Segment } from './segments.js';

/** An outermost quotation of one segment, its marks included; nested ones are part of it. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  /** The opening mark as typed. */
  readonly mark: string;
  /** False where no closing mark was found: the quotation runs on to the next paragraph or was never closed. */
  readonly closed: boolean;
  /** Whether this piece goes on with a quotation that an earlier paragraph left open. */
  readonly continues: boolean;
}

/** Words that begin with an apostrophe: "’90s", "’em", "’tis". */
const ELISION =
  /^(?:\d0s\b|em\b|tis\b|twas\b|til\b|cause\b|bout\b|cos\b|round\b|n\b|un\b|nuff\b|kay\b|ere\b|s\b|ll\b|re\b|ve\b|d\b|m\b|t\b)/i;
const WORDISH = /[\p{L}\p{N}]/u;
const OPENS_AFTER = /[\s([{—–\-/:"“‘«]/;
/** A single-quoted stretch longer than this without its end is a stray apostrophe. */
const LONGEST_UNCLOSED_SINGLE = 600;

interface Scan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the outermost quotations of a text, segment by segment, in one pass over its marks.
 * Double marks win over single ones; an apostrophe is no mark. A paragraph that opens with a mark while the one before
 * was left open goes on with the same quotation (the printers' rule for quotations of several paragraphs).
 */
export function findQuotes(text: string, segments: readonly Segment[]): Quote[] {
  const quotes: Quote[] = [];
  let open: Quote | null = null;
  for (const segment of segments) {
    if (segment.kind === 'furniture' || segment.kind === 'dateline' || segment.kind === 'byline') continue;
    const found: Quote[] = quotesOf({ text, start: segment.start, end: segment.end }, open !== null);
    quotes.push(...found);
    const last = found.at(-1);
    open = segment.kind === 'body' && last && !last.closed ? last : null;
  }
  return quotes;
}

function quotesOf(scan: Scan, wasOpen: boolean): Quote[] {
  const quotes: Quote[] = [];
  const marks = /["“”„«»‘’'`]/g;
  // Searched in a copy of the segment: a search in the whole text would run on to the next mark, however far.
  const own = scan.text.slice(scan.start, scan.end);
  for (let hit = marks.exec(own); hit; hit = marks.exec(own)) {
    const at = scan.start + hit.index;
    const mark = hit[0];
    if (mark === "'" && own[hit.index + 1] === "'") {
      const end = doubledEnd(own, hit.index + 2);
      if (end > 0) quotes.push({ start: at, end: scan.start + end, mark: "''", closed: true, continues: false });
      marks.lastIndex = Math.max(end, hit.index + 2);
      continue;
    }
    const orphan = mark === '”' || mark === '»';
    if (orphan) {
      const from = quotes.at(-1)?.end ?? scan.start;
      if (at - from < 1500 && wasOpen && quotes.length === 0)
        quotes.push({ start: scan.start, end: at + 1, mark: '“', closed: true, continues: true });
      continue;
    }
    if (!opens(scan, at, mark)) continue;
    const close = closingOf(scan, at, mark);
    const single = mark === '‘' || mark === "'" || mark === '’' || mark === '`';
    if (close < 0 && single && !(mark === '‘' && at === scan.start && scan.end - at > 40)) continue;
    const end = close < 0 ? scan.end : close + 1;
    quotes.push({ start: at, end, mark, closed: close >= 0, continues: wasOpen && at === scan.start });
    marks.lastIndex = end - scan.start;
  }
  return quotes;
}

/** The end of a quotation in doubled apostrophes (''so''), as old wires set them; 0 where none closes it. */
function doubledEnd(own: string, from: number): number {
  if (!/\S/.test(own[from] ?? ' ')) return 0;
  const close = own.indexOf("''", from);
  return close > from && close - from < 3000 ? close + 2 : 0;
}

function opens(scan: Scan, at: number, mark: string): boolean {
  const before = at > scan.start ? (scan.text[at - 1] ?? ' ') : ' ';
  const after = at + 1 < scan.end ? (scan.text[at + 1] ?? ' ') : ' ';
  if (mark === '“' || mark === '„' || mark === '«') return true;
  if (/\s/.test(after)) return false;
  if (mark === '"') return !WORDISH.test(before) || /\d/.test(before) === false;
  if (WORDISH.test(before) || !OPENS_AFTER.test(before)) return false;
  if (mark === '’') return false;
  return !ELISION.test(scan.text.slice(at + 1, at + 8)) || hasClose(scan, at);
}

/** "’em" is an elision, "‘em dash’" is not: an opening curly mark with a closing one after a full stop or comma. */
function hasClose(scan: Scan, at: number): boolean {
  return scan.text[at] === '‘' && /^[^‘\n]{0,300}[,.?!]’/.test(scan.text.slice(at + 1, Math.min(scan.end, at + 302)));
}

const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '"': '"',
  '‘': '’',
  "'": "'",
  '`': "'",
};

function closingOf(scan: Scan, at: number, mark: string): number {
  if (mark === '‘' || mark === "'" || mark === '`') return singleClose(scan, at, CLOSES[mark] ?? "'");
  const closers = CLOSES[mark] ?? '”';
  for (let i = at + 1; i < scan.end; i += 1) {
    const char = scan.text[i] ?? '';
    if (closers.includes(char) && (mark !== '"' || straightCloses(scan, at, i))) return i;
    if (mark === '“' && char === '"' && !WORDISH.test(scan.text[i + 1] ?? ' ')) return i;
    if (mark === '“' && char === '“' && i > at + 1 && !scan.text.slice(i, i + 400).includes('”')) return -1;
  }
  return -1;
}

/** A straight mark closes unless it clearly opens (space before, word after); inches after a digit do not close. */
function straightCloses(scan: Scan, at: number, i: number): boolean {
  const before = scan.text[i - 1] ?? ' ';
  const after = i + 1 < scan.end ? (scan.text[i + 1] ?? ' ') : ' ';
  if (i === at + 1) return false;
  return !(/\s/.test(before) && WORDISH.test(after));
}

/**
 * The end of a single-quoted stretch: a mark after a word or stop with no letter behind it. A plural's apostrophe
 * ("politicians’ views") is passed over when a better end, one after a stop or comma, still comes.
 */
function singleClose(scan: Scan, at: number, closer: string): number {
  let candidate = -1;
  let depth = 0;
  const limit = Math.min(scan.end, at + 1 + 4 * LONGEST_UNCLOSED_SINGLE);
  for (let i = at + 1; i < limit; i += 1) {
    const char = scan.text[i] ?? '';
    if (char === '“') depth += 1;
    else if (char === '”') depth = Math.max(0, depth - 1);
    if (char === '‘' && depth === 0 && candidate >= 0) return candidate;
    const before = scan.text.charAt(i - 1);
    if (char !== closer || /\s/.test(before) || WORDISH.test(scan.text.charAt(i + 1))) continue;
    const plural = before === 's' && /^\s\p{Ll}/u.test(scan.text.slice(i + 1, i + 3));
    if (/[,.?!…—”]/.test(before)) return i;
    if (!plural) return candidate >= 0 && !/[,.?!]/.test(scan.text.charAt(i + 1)) ? candidate : i;
    if (candidate < 0) candidate = i;
  }
  return candidate;
}
