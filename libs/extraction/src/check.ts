/** The output of the engine: the JSON contract `proofdesk.check/1`. All offsets are code points into the normal text, half-open. */
export interface Check {
  readonly schema: 'proofdesk.check/1';
  readonly article: CheckedArticle;
  readonly segments: readonly CheckedSegment[];
  readonly attributions: readonly CheckedAttribution[];
  readonly assertions: readonly CheckedAssertion[];
  readonly totals: CheckTotals;
  readonly engine: { readonly name: string; readonly version: string; readonly milliseconds: number };
}

export interface CheckedArticle {
  readonly title: string;
  /** SHA-256 of the UTF-8 bytes of the normal text, lower-case hex. */
  readonly sha256: string;
  /** Length in code points. */
  readonly characters: number;
  /** ISO 639-1, or `und`. Anything but `en` is split into sentences only: everything is `unattributed`. */
  readonly language: string;
}

export const SEGMENT_KINDS = ['headline', 'byline', 'dateline', 'caption', 'body', 'furniture'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

export interface CheckedSegment {
  readonly start: number;
  readonly end: number;
  readonly kind: SegmentKind;
}

export const SOURCE_TYPES = ['person', 'organization', 'document', 'group', 'self', 'unknown'] as const;
/** `group` means unnamed or anonymous people. */
export type SourceType = (typeof SOURCE_TYPES)[number];

export interface CheckedSource {
  readonly start: number;
  readonly end: number;
  /** What the text says: "she". */
  readonly exact: string;
  /** Whom it resolves to: "Ingrid Halloran". */
  readonly name: string;
  readonly type: SourceType;
}

export interface CheckedAttribution {
  readonly source: CheckedSource | null;
  readonly cue: { readonly start: number; readonly end: number; readonly exact: string } | null;
  readonly content: readonly { readonly start: number; readonly end: number }[];
  /** Whether the words themselves stand in quotation marks. */
  readonly direct: boolean;
}

export const SOURCINGS = ['quoted', 'reported', 'documented', 'anonymous', 'self', 'unattributed'] as const;
export type Sourcing = (typeof SOURCINGS)[number];

export const ASSERTION_KINDS = [
  'statement',
  'opinion',
  'prediction',
  'question',
  'directive',
  'headline',
  'caption',
] as const;
export type AssertionKind = (typeof ASSERTION_KINDS)[number];

export const ALLEGATION_CATEGORIES = [
  'corruption',
  'fraud',
  'sabotage',
  'violence',
  'abuse',
  'conspiracy',
  'espionage',
  'deceit',
  'other',
] as const;
export type AllegationCategory = (typeof ALLEGATION_CATEGORIES)[number];

export interface Allegation {
  readonly category: AllegationCategory;
  /** Whether the text keeps its distance: "allegedly", "accused of", "may have". */
  readonly hedged: boolean;
  /** The person, office or organisation accused, as the text names it. */
  readonly accused: string;
}

export const RISKS = ['serious', 'sensitive', 'normal'] as const;
export type Risk = (typeof RISKS)[number];

export interface CheckedAssertion {
  /** From 1, in the order of the text. */
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** Up to 32 code points before and after. */
  readonly prefix: string;
  readonly suffix: string;
  readonly kind: AssertionKind;
  readonly sourcing: Sourcing;
  readonly partlyQuoted: boolean;
  /** Index into `attributions`. */
  readonly attribution: number | null;
  readonly allegation: Allegation | null;
  readonly checkWorthiness: CheckWorthiness;
  readonly needsSource: boolean;
  readonly risk: Risk;
}

export interface CheckWorthiness {
  /** 0 to 1, two decimals. */
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface CheckTotals {
  readonly assertions: number;
  readonly bySourcing: Readonly<Record<Sourcing, number>>;
  readonly needsSource: number;
  readonly serious: number;
}
