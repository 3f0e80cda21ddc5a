import { type SegmentKind } from '../check.js';
import { type Stretch } from './sentences.js';
import { findDateline, isByline, isCaption, isDateOnly, isFurniture, isHeadline } from './segment-kinds.js';

/** A paragraph-sized stretch of the normal text, in UTF-16 units. */
export interface Segment extends Stretch {
  readonly kind: SegmentKind;
}

/** Only among the first segments can a headline, a byline or a dateline stand. */
const HEAD_SEGMENTS = 8;

/**
 * Cuts a normal text into segments: every character that is not white space lies in exactly one. Blank lines part
 * paragraphs; so do single line ends, unless the lines look like one paragraph that was wrapped by hand.
 */
export function splitSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let inHead = true;
  let bodies = 0;
  for (const block of paragraphs(text)) {
    const words = text.slice(block.start, Math.min(block.end, block.start + 2000));
    const long = block.end - block.start > 2000;
    const early = segments.length < HEAD_SEGMENTS && inHead;
    const kind = long ? 'body' : kindOf(words, early, segments);
    if (kind !== 'body') {
      segments.push({ ...block, kind });
      continue;
    }
    const dateline = early || bodies < 2 ? findDateline(words) : 0;
    if (dateline > 0)
      segments.push({ start: block.start, end: trimEnd(text, block.start, block.start + dateline), kind: 'dateline' });
    segments.push({ ...trimmed(text, block.start + dateline, block.end), kind: 'body' });
    inHead = false;
    bodies += 1;
  }
  return segments;
}

/** Two letters or digits at least: a line of one letter (a drop capital, a broken column) says nothing. */
const SAYS = /[\p{L}\p{N}][^]*?[\p{L}\p{N}]/u;

function kindOf(words: string, early: boolean, before: readonly Segment[]): SegmentKind {
  if (!SAYS.test(words) || isFurniture(words)) return 'furniture';
  if (early && isByline(words)) return 'byline';
  if (isCaption(words, before.length)) return 'caption';
  if (early && before.length > 0 && isDateOnly(words)) return 'dateline';
  if (early && !before.some((s) => s.kind === 'byline' || s.kind === 'dateline') && isHeadline(words, before.length))
    return 'headline';
  return 'body';
}

/** Non-empty paragraphs, trimmed, in order: lines, with those that a fixed width has broken put together again. */
export function paragraphs(text: string): Stretch[] {
  const lines: (Stretch & { readonly gap: boolean })[] = [];
  let gap = true;
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    const line = trimmed(text, from, to);
    if (line.end > line.start) lines.push({ ...line, gap });
    gap = line.end === line.start;
    from = to + 1;
  }
  const wrapped = wrapWidth(text, lines);
  const spaced = wrapped > 0 && isSpaced(lines);
  const out: Stretch[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (
      last &&
      (wrapped > 0 || !line.gap) &&
      (goesOn(text, last, line, wrapped, line.gap) || (spaced && !line.gap && fillsLine(text, last, line)))
    )
      out[out.length - 1] = { start: last.start, end: line.end };
    else out.push({ start: line.start, end: line.end });
  }
  return out;
}

const ENDED = /[.!?…:;"”’')\]]$/;

/** Whether blank lines part the paragraphs of a wrapped text: then a line end alone parts nothing. */
const isSpaced = (lines: readonly { readonly gap: boolean }[]): boolean =>
  lines.filter((line) => line.gap).length >= 6 && lines.filter((line) => !line.gap).length >= 6;

/** A line as long as the wrapping allows: the next word would not have fitted, so the paragraph may go on even behind a full stop. */
function fillsLine(text: string, before: Stretch, line: Stretch): boolean {
  const width = before.end - Math.max(before.start, text.lastIndexOf('\n', before.end - 1) + 1);
  return width >= 60 && width <= 140 && !/^[-–•*]\s/.test(text.slice(line.start, line.start + 2));
}

/** Whether a line carries on the one before: it starts in lower case, or the text is wrapped and nothing was ended. */
function goesOn(text: string, before: Stretch, line: Stretch, wrapped: number, gap: boolean): boolean {
  const edge = text.slice(Math.max(before.start, before.end - 2), before.end);
  const open = !ENDED.test(edge) || (wrapped > 0 && /,["”’']$/.test(edge));
  const lower = /\p{Ll}/u.test(text[line.start] ?? '');
  const width = before.end - Math.max(before.start, text.lastIndexOf('\n', before.end - 1) + 1);
  if (gap) return open && lower && width >= 40;
  // A short line before a capital was ended by hand: a link, a heading.
  const full = width >= 0.68 * wrapped || !/\p{Lu}/u.test(text[line.start] ?? '');
  if (wrapped > 0 && width >= 30 && !/^[-–•*]\s/.test(text.slice(line.start, line.start + 2)))
    return (open && full) || (lower && !/[.!?]$/.test(text.slice(before.start, before.end)));
  return open && lower && width >= 12 && line.end - line.start >= 12;
}

/** The width that most lines of a wrapped text reach, 0 where it is not wrapped: lines that mostly stop in mid-sentence at much the same width. */
function wrapWidth(text: string, lines: readonly (Stretch & { readonly gap: boolean })[]): number {
  const inner = lines.filter(
    (line, i) => i + 1 < lines.length && lines[i + 1]?.gap === false && line.end - line.start >= 30,
  );
  if (inner.length < 4) return 0;
  const open = inner.filter((line) => !ENDED.test(text.slice(line.end - 1, line.end)));
  const widths = inner.map((line) => line.end - line.start).sort((a, b) => a - b);
  const longest = widths.at(-1) ?? 0;
  const usual = widths[Math.floor(0.8 * widths.length)] ?? 0;
  if (usual > 200) return 0;
  const full = open.filter((line) => line.end - line.start >= 40).length;
  const wrapped =
    full >= 3 && open.length >= 0.25 * inner.length && (longest <= 140 || open.length >= 0.4 * inner.length);
  return wrapped ? usual : 0;
}

function trimmed(text: string, from: number, to: number): Stretch {
  let start = from;
  while (start < to && /\s/.test(text[start] ?? '')) start += 1;
  return { start, end: trimEnd(text, start, to) };
}

function trimEnd(text: string, start: number, to: number): number {
  let end = to;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}
