import { type Signs } from './accusations/draft-signs.js';
import { type Part } from './assertions/assertions.js';
import { type Attribution } from './attributions/attribution.js';
import { type SegmentKind, type Sourcing } from './check.js';
import { type Token } from './words/token.js';

/** An assertion before its labels: its place, its words, and the attribution that owns it. */
export interface Draft extends Part {
  readonly segment: SegmentKind;
  /** Index of the segment in the article. */
  readonly segmentAt: number;
  readonly tokens: readonly Token[];
  /** The tokens of what is said, where an attribution owns it; else all. */
  readonly said: readonly Token[];
  readonly owner: Attribution | null;
  readonly sourcing: Sourcing;
  /** Whether any of it stands in quotation marks. */
  readonly inQuotes: boolean;
  /** Whether it only goes on with the attribution of the sentence before. */
  readonly carried?: boolean;
  /** Kept by `signsOf`. */
  signs?: Signs | undefined;
}
