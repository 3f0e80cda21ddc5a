export { decodeUtf8, firstIllFormedByte, normalizeText } from './normal-form.js';
export type { Decoded, EncodingRefusal, NormalText } from './normal-form.js';
export { createOffsetMap, sliceByCodePoints } from './offsets.js';
export type { CodePointOffset, CodePointSpan, OffsetMap, Utf16Offset } from './offsets.js';
export { CONTEXT_CODE_POINTS, describePosition, describeQuote } from './selectors.js';
export type { TextPositionSelector, TextQuoteSelector } from './selectors.js';
