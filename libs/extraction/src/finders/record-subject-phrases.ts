import {
  type RecordPhrase,
  isParticiple,
  modifies,
  opensAdjunct,
  recordEndingAt,
  recordHead,
} from '../grammar/record-phrases.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';
import { isReportAt } from './written-reports.js';

// Which record is the subject of a verb: the phrase before it, or one that stands further off.

/** A pronoun that may take up a record. */
export const isPronoun = wordFlag(({ lower }) => lower === 'it' || lower === 'they');

/** The record whose verb group begins at `end`; null if the subject is anything else. */
export const recordBefore = (tokens: readonly Token[], end: number): RecordPhrase | null =>
  recordEndingAt(tokens, end) ?? relativeRecord(tokens, end) ?? bodyInReport(tokens, end) ?? sharedSubject(tokens, end);

/** "It also lists", "They show": a pronoun that may take up a record, at the very start or behind an opening phrase. Whether it does, the walk through the text tells. */
export function pronounBefore(tokens: readonly Token[], end: number): RecordPhrase | null {
  const token = tokens[end - 1];
  if (!token || !isPronoun(token.word) || (end > 1 && !opensAdjunct(tokens, end - 1))) return null;
  return { start: end - 1, end, head: end - 1 };
}

/** "The Committee on Floods, in its final report, lists": a body with the record it speaks in between commas. */
function bodyInReport(tokens: readonly Token[], end: number): RecordPhrase | null {
  if (textAt(tokens, end - 1) !== ',') return null;
  let open = end - 2;
  while (open > 0 && end - open < 16 && textAt(tokens, open) !== ',') open -= 1;
  if (open < 2 || wordAt(tokens, open + 1) !== 'in' || !isReportAt(tokens, open + 2)) return null;
  const head = recordHead(tokens, open + 2, end);
  return { start: open + 2, end: end - 1, head };
}

/** "… the invoices of a yard, which describe": a record that a clause behind a comma tells of. */
function relativeRecord(tokens: readonly Token[], end: number): RecordPhrase | null {
  if (wordAt(tokens, end - 1) !== 'which' || textAt(tokens, end - 2) !== ',') return null;
  for (let start = end - 3; start >= 0 && end - start < 16; start -= 1) {
    if (/^[,;:]$/.test(textAt(tokens, start)) || quoteAt(tokens, start) !== 'outside') return null;
    if (/^(?:DET|ADJ|NOUN|PROPN|PART|NUM)$/.test(posAt(tokens, start - 1))) continue;
    const head = recordHead(tokens, start, end - 2);
    if (head >= 0 && modifies(tokens, head + 1, end - 2)) return { start, end: end - 2, head };
  }
  return null;
}

/** "The decree takes effect at midnight and bans": the record that opens the sentence and has a verb already. */
function sharedSubject(tokens: readonly Token[], end: number): RecordPhrase | null {
  if (!/^(?:and|but)$/.test(wordAt(tokens, end - 1))) return null;
  const head = recordHead(tokens, 0, end);
  if (head < 0) return null;
  for (let verb = head + 1; verb < end - 1; verb += 1) {
    if (!/^(?:VERB|AUX)$/.test(posAt(tokens, verb)) || !modifies(tokens, head + 1, verb)) continue;
    return isParticiple((tokens[verb] as Token).word) && posAt(tokens, verb) === 'VERB'
      ? null
      : { start: 0, end: verb, head };
  }
  return null;
}
