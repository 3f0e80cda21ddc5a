export { ALLEGATION_CATEGORIES, ASSERTION_KINDS, RISKS, SEGMENT_KINDS, SOURCE_TYPES, SOURCINGS } from './check.js';
export type {
  Allegation,
  AllegationCategory,
  AssertionKind,
  Check,
  CheckTotals,
  CheckWorthiness,
  CheckedArticle,
  CheckedAssertion,
  CheckedAttribution,
  CheckedSegment,
  CheckedSource,
  Risk,
  SegmentKind,
  SourceType,
  Sourcing,
} from './check.js';
export { ENGINE, checkArticle, checkNormalText } from './check-article.js';
export type { CheckOptions } from './check-article.js';
export { splitSentences } from './segments/sentences.js';
export { warmUp } from './words/tokens.js';
export { createTagger } from './tagger/tagger.js';
export type { SpanTagger } from './tagger/tagger.js';
export type { BioLabel, Pos, QuoteState, Sentence, Token } from './words/token.js';
