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
  drafts.forEach((draft, at) => {
    const { tokens } = draft;
    const score = scores[at] ?? 0;
    const row = rows.subarray(at * NUMBERS, (at + 1) * NUMBERS);
    row[0] = score;
    row[1] = probabilityOf(score);
    row.set(context.subarray(at * CONTEXT_NUMBERS, (at + 1) * CONTEXT_NUMBERS), 2);
    const marks = 2 + CONTEXT_NUMBERS;
    row[marks + SOURCINGS.indexOf(draft.sourcing)] = 1;
    row[marks + SOURCINGS.length + SEGMENT_KINDS.indexOf(draft.segment)] = 1;
    const last = NUMBERS - 3;
    if (tokens.some(isName)) row[last] = 1;
    if (tokens.some(({ word }) => isPronoun(word))) row[last + 1] = 1;
    if (tokens.at(-1)?.text.includes('?')) row[last + 2] = 1;
  });
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
