import { type Range } from '../grammar/noun-phrases.js';

/** How a cue ties words to a source: by speech, by a state of mind, by an act of judging, by a record's showing, by an agentless passive. */
export type Manner = 'speech' | 'mind' | 'act' | 'record' | 'passive' | 'nominal' | 'quotation';

/** An attribution inside one sentence, in token indices. */
export interface Found {
  readonly source: Range | null;
  /** The part of a longer source that names it, where known: what is resolved. */
  readonly head?: Range;
  readonly cue: Range | null;
  readonly content: readonly Range[];
  readonly manner: Manner;
  /** What kind of source it must be, where the construction tells: a record that is read, the outlet that vouches. */
  readonly sort?: 'document' | 'self';
}
