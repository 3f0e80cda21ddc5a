import { type Found } from '../attributions/found.js';
import { mayHeadRecord } from '../grammar/record-phrases.js';
import { type Token } from '../words/token.js';
import { isColon } from './message-attributions.js';
import { recordColon } from './record-colons.js';
import { recordInversion } from './record-inversions.js';
import { recordOpening } from './record-openings.js';
import { recordReckoning } from './record-reckonings.js';
import { isSurveyed, recordPlace } from './record-places.js';
import { type WordKinds } from '../words/word.js';

/** Records as the place where something stands: "under the Harbours Act", "appears in the inventory of 1611". */
export function recordAttribution(tokens: readonly Token[], last: number, kinds: WordKinds): Found | null {
  const named = kinds.has(mayHeadRecord) || kinds.has(isSurveyed);
  if (!named && tokens[1]?.lower !== 'it') return null;
  return recordOpening(tokens, last) ?? (named ? placedRecord(tokens, last, kinds) : null);
}

const placedRecord = (tokens: readonly Token[], last: number, kinds: WordKinds): Found | null =>
  recordReckoning(tokens, last) ??
  recordInversion(tokens, last) ??
  recordPlace(tokens, last, kinds) ??
  (kinds.has(isColon) ? recordColon(tokens, last) : null);
