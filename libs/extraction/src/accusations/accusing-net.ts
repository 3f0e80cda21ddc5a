import { CONTEXT_NUMBERS } from './accusing-context.js';
import { SEGMENT_KINDS, SOURCINGS } from '../check.js';
import { isName, isPronoun } from './draft-features.js';
import { type NetParts, type NetShape, netParts, runNet } from '../learning/gated-net.js';
import { probabilityOf } from '../learning/linear-model.js';
import { ACCUSING_NET } from '../models/allegation-net.generated.js';
import { type Draft } from '../draft.js';

/** Of every draft: the log odds and the probability so far, the context, who says it, where it stands, three marks. */
const NUMBERS = 2 + CONTEXT_NUMBERS + SOURCINGS.length + SEGMENT_KINDS.length + 3;

/** The net that reads an article for accusations. */
export const ACCUSING_SHAPE: NetShape = { inputs: NUMBERS, dense: 24, hidden: 12 };

/**
 * What the net is told of each draft of an article, one row after the other: `scores` are the log odds of the second reading, `context`
 * is what `contextOf` gave.
 */
export function netRowsOf(drafts: readonly Draft[], context: Float64Array, scores: ArrayLike<number>): Float64Array {
  const rows = new Float64Array(drafts.length * NUMBERS);
  for (let at = 0, from = 0; at < drafts.length; at += 1, from += NUMBERS) {
    const { tokens, sourcing, segment } = drafts[at] as Draft;
    const score = scores[at] ?? 0;
    rows[from] = score;
    rows[from + 1] = probabilityOf(score);
    for (let i = 0; i < CONTEXT_NUMBERS; i += 1) rows[from + 2 + i] = context[at * CONTEXT_NUMBERS + i] as number;
    const marks = from + 2 + CONTEXT_NUMBERS;
    rows[marks + SOURCINGS.indexOf(sourcing)] = 1;
    rows[marks + SOURCINGS.length + SEGMENT_KINDS.indexOf(segment)] = 1;
    const last = from + NUMBERS - 3;
    for (const token of tokens) {
      if (isName(token)) rows[last] = 1;
      if (isPronoun(token.word)) rows[last + 1] = 1;
    }
    if (tokens.at(-1)?.text.includes('?')) rows[last + 2] = 1;
  }
  return rows;
}

let parts: NetParts<Float64Array> | undefined;

/** Reads the parameters as they stand in the repository: base64 of 32-bit floats, little-endian. Widened once, not at each multiplication. */
function load(): NetParts<Float64Array> {
  const bytes = Uint8Array.from(Buffer.from(ACCUSING_NET, 'base64'));
  return netParts(ACCUSING_SHAPE, Float64Array.from(new Float32Array(bytes.buffer)));
}

/** How much the course of the article adds for each of its drafts: log odds, to be added to those of the second reading. */
export function courseScores(drafts: readonly Draft[], context: Float64Array, scores: ArrayLike<number>): Float64Array {
  parts ??= load();
  return runNet(ACCUSING_SHAPE, parts, netRowsOf(drafts, context, scores), drafts.length);
}
