import {
  type CodePointOffset,
  type CodePointSpan,
  type OffsetMap,
  createOffsetMap,
  sliceByCodePoints,
} from './offsets.js';

/** Code points of context that a quote selector keeps on either side, as Hypothesis and the W3C examples do. */
export const CONTEXT_CODE_POINTS = 32;

/** W3C Web Annotation, 4.2.4. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C Web Annotation, 4.2.5: half-open, in code points. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

/** The words of a span with up to `context` code points before and after. */
export function describeQuote(
  text: string,
  span: CodePointSpan,
  map: OffsetMap = createOffsetMap(text),
  context = CONTEXT_CODE_POINTS,
): TextQuoteSelector {
  const from = Math.max(0, span.start - context) as CodePointOffset;
  const to = Math.min(map.codePoints, span.end + context) as CodePointOffset;
  return {
    type: 'TextQuoteSelector',
    exact: sliceByCodePoints(text, span.start, span.end, map),
    prefix: sliceByCodePoints(text, from, span.start, map),
    suffix: sliceByCodePoints(text, span.end, to, map),
  };
}

export function describePosition(span: CodePointSpan): TextPositionSelector {
  return { type: 'TextPositionSelector', start: span.start, end: span.end };
}
