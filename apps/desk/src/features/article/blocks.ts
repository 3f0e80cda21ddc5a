import { createOffsetMap, type CodePointOffset } from '@proofdesk/text';
import { type Article, type AssertionSummary } from '@proofdesk/contract';

export type SegmentKind = Article['segments'][number]['kind'];

/** A stretch of text, with the assertion that it is, if any. */
export interface Piece {
  readonly text: string;
  readonly assertion: AssertionSummary | null;
}

/** One segment of the article, cut into pieces. */
export interface Block {
  readonly kind: SegmentKind;
  readonly start: number;
  readonly pieces: readonly Piece[];
}

type Marked = Pick<Article, 'text' | 'segments' | 'assertions'>;

/**
 * Cuts the text of an article into segments and their assertions. Offsets are code points; the pieces of a block, put
 * together, are exactly the text of its segment.
 */
export function blocksOf({ text, segments, assertions }: Marked): Block[] {
  const map = createOffsetMap(text);
  const cut = (start: number, end: number) =>
    text.slice(map.toUtf16(start as CodePointOffset), map.toUtf16(end as CodePointOffset));
  const inOrder = [...assertions].sort((a, b) => a.start - b.start);
  return segments.map(({ kind, start, end }) => {
    const pieces: Piece[] = [];
    let at = start;
    for (const assertion of inOrder) {
      if (assertion.start < at || assertion.end > end) continue;
      if (assertion.start > at) pieces.push({ text: cut(at, assertion.start), assertion: null });
      pieces.push({ text: cut(assertion.start, assertion.end), assertion });
      at = assertion.end;
    }
    if (at < end) pieces.push({ text: cut(at, end), assertion: null });
    return { kind, start, pieces };
  });
}

/** Each segment whole, for an article in which nothing has been found yet; the bare text where it has no segments either. */
export function plainBlocks({ text, segments }: Pick<Article, 'text' | 'segments'>): Block[] {
  if (segments.length > 0) return blocksOf({ text, segments, assertions: [] });
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, index) => ({ kind: 'body', start: index, pieces: [{ text: paragraph, assertion: null }] }));
}
