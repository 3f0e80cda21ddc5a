import { type SourceType, type Sourcing } from '../check.js';
import { type Manner } from './found.js';
import { type Outlets } from '../sources/outlets.js';
import { type Cast } from '../sources/people.js';
import { type Segment } from '../segments/segments.js';
import { type Stretch } from '../segments/sentences.js';
import { type Sentence } from '../words/token.js';
import { type MarkedQuote } from '../words/tokens.js';

export interface AttributedSource extends Stretch {
  readonly name: string;
  readonly type: SourceType;
  readonly named: boolean;
}

/** An attribution in the text, in UTF-16 units. `content` grows while a quotation runs on. */
export interface Attribution {
  readonly sentence: number;
  readonly source: AttributedSource | null;
  readonly cue: Stretch | null;
  readonly content: Stretch[];
  readonly manner: Manner;
  direct: boolean;
  sourcing: Sourcing;
}

/** An article cut up, with its quotations. */
export interface Scene {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly MarkedQuote[];
}

/** The walk through an article, sentence by sentence, that gathers its attributions. */
export interface Walk extends Scene {
  readonly outlets: Outlets;
  /** Who has been named so far; null where nobody asks who the sources are. */
  readonly cast: Cast | null;
  readonly out: Attribution[];
  /** Who answers, once the text has shown itself an interview. */
  interviewee: AttributedSource | null;
}
