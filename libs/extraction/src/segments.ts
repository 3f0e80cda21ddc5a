import { type SegmentKind } from './check.js';
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
  for (const block of paragraphs(text)) {
    const words = text.slice(block.start, Math.min(block.end, block.start + 2000));
    const long = block.end - block.start > 2000;
    const early = segments.length < HEAD_SEGMENTS && inHead;
    const kind = long ? 'body' : kindOf(words, early, segments);
    if (kind !== 'body') {
      segments.push({ ...block, kind });
      continue;
    }
    const dateline = early || segments.filter((s) => s.kind === 'body').length < 2 ? findDateline(words) : 0;
    if (dateline > 0)
      segments.push({ start: block.start, end: trimEnd(text, block.start, block.start + dateline), kind: 'dateline' });
    segments.push({ ...trimmed(text, block.start + dateline, block.end), kind: 'body' });
    inHead = false;
  }
  return segments;
}

function kindOf(words: string, early: boolean, before: readonly Segment[]): SegmentKind {
  if (!/[\p{L}\p{N}]/u.test(words) || isFurniture(words)) return 'furniture';
  if (early && isByline(words)) return 'byline';
  if (isCaption(words, before.length)) return 'caption';
  if (early && before.length > 0 && isDateOnly(words)) return 'dateline';
  if (early && !before.some((s) => s.kind === 'byline' || s.kind === 'dateline') && isHeadline(words, before.length))
    return 'headline';
  return 'body';
}

/** Non-empty paragraphs, trimmed, in order. */
export function paragraphs(text: string): Stretch[] {
  const out: Stretch[] = [];
  let block: Stretch[] = [];
  const close = (): void => {
    if (block.length > 1 && isWrapped(text, block))
      out.push({ start: block[0]?.start ?? 0, end: block.at(-1)?.end ?? 0 });
    else out.push(...block);
    block = [];
  };
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    const line = trimmed(text, from, to);
    if (line.end > line.start) block.push(line);
    else close();
    from = to + 1;
  }
  close();
  return out;
}

/** Lines of one paragraph that was wrapped at a fixed width: none long, most without an end, many going on in lower case. */
function isWrapped(text: string, lines: readonly Stretch[]): boolean {
  const inner = lines.slice(0, -1);
  if (inner.some((line) => line.end - line.start > 100)) return false;
  const goesOn = lines.slice(1).filter((line) => /\p{Ll}/u.test(text[line.start] ?? '')).length;
  const open = inner.filter((line) => !/[.!?…:"”’')]/.test(text[line.end - 1] ?? '')).length;
  const wide = inner.filter((line) => line.end - line.start >= 40).length;
  if (lines.length === 2) return goesOn === 1 && open === 1;
  return open >= 0.6 * inner.length && goesOn >= 0.4 * inner.length && wide >= 0.6 * inner.length;
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
