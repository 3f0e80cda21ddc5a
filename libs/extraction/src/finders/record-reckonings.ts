import { type Found } from '../attributions/found.js';
import { type Range } from '../grammar/noun-phrases.js';
import { recordHead } from '../grammar/record-phrases.js';
import { clauseBreak } from '../grammar/subjects.js';
import { singular } from '../lexicon/noun-classes.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

// Asides by which a writer rests what is told on a record: "going by the log", "if the register has it right", "it appears from the files".

/** Words that such an aside begins with. */
const opensReckoning = wordFlag(({ lower }) =>
  /^(?:per|going|judging|to|by|on|in|from|as|if|read|averaged|taken|measured|reckoned|counted|added|it|so)$/.test(
    lower,
  ),
);

/** A record that a sentence is rested on. Token indices, half-open. */
interface Reckoning {
  readonly record: Range;
  /** Where the whole aside ends. */
  readonly end: number;
}

/** What one does with a record to learn from it, as an infinitive: "to cite the judgment", "to follow the log". */
const CONSULTING = wordSet('cite quote follow credit believe trust consult take borrow use');
/** By which in front of a condition: "if one goes by", "if you look up". */
const TRUSTING = wordSet(
  'trust trusts believe believes follow follows accept accepts credit credits consult consults read reads open opens check checks search searches take takes',
);
const TRUSTING_BY: Readonly<Record<string, RegExp>> = {
  go: /^by$/,
  goes: /^by$/,
  look: /^(?:up|at|in|through)$/,
  turn: /^(?:to|up)$/,
  judge: /^(?:by|from)$/,
  leaf: /^through$/,
};

/** What the asides of `reckoningEnd` begin with. */
const RECKONING = wordSet(
  'per going judging to read taken averaged counted measured reckoned by courtesy thanks as on in from',
);

/**
 * Behind "per", "going by", "to judge from", "by the count of", "on the evidence of", "averaged over": where the record begins; 0 if
 * none of these stands at `at`.
 */
export function reckoningEnd(tokens: readonly Token[], at: number): number {
  const first = wordAt(tokens, at);
  if (!RECKONING.has(first)) return 0;
  const [second, third] = [wordAt(tokens, at + 1), wordAt(tokens, at + 2)];
  if (first === 'per') return at + 1;
  if (first === 'going' && second === 'by') return at + 2;
  if (first === 'judging' && /^(?:by|from)$/.test(second)) return at + 2;
  if (first === 'to' && /^(?:judge|go)$/.test(second) && /^(?:by|from|on)$/.test(third)) return at + 3;
  if (first === 'to' && CONSULTING.has(second)) return at + 2;
  if (/^(?:read|taken)$/.test(first) && /^(?:off|from)$/.test(second)) return at + 2;
  if (at === 0 && /^(?:averaged|counted|measured|reckoned)$/.test(first) && /^(?:over|across|from|by)$/.test(second))
    return at + 2;
  if (first === 'by' && /^(?:virtue|courtesy|dint)$/.test(second) && third === 'of') return at + 3;
  if (at === 0 && first === 'courtesy' && second === 'of') return at + 2;
  if (at === 0 && first === 'thanks' && second === 'to') return at + 2;
  if (first === 'as' && third === 'as' && /^(?:early|late|recently|lately)$/.test(second)) return at + 3;
  if (/^(?:by|on|in|from)$/.test(first) && second === 'the' && RECKONINGS.has(third) && wordAt(tokens, at + 3) === 'of')
    return at + 4;
  if (first === 'as' && second === 'can' && third === 'be' && /^(?:in|from|on)$/.test(wordAt(tokens, at + 4)))
    return at + 5;
  return asPlaced(tokens, at);
}

/** "as stated in the lease", "as set out on page nine of the report", "as shown by the log": not what it asks for. */
function asPlaced(tokens: readonly Token[], at: number): number {
  if (wordAt(tokens, at) !== 'as' || !PLACINGS.has(wordAt(tokens, at + 1))) return 0;
  const next = /^(?:out|down|up)$/.test(wordAt(tokens, at + 2)) ? at + 3 : at + 2;
  return /^(?:in|on|by|under|at)$/.test(wordAt(tokens, next)) ? next + 1 : 0;
}

const PLACINGS = wordSet(
  'stated set laid shown recorded noted listed given written described defined reported entered spelled spelt put told itemised itemized printed documented evidenced attested illustrated revealed logged',
);

const RECKONINGS = wordSet(
  'count reckoning terms figures estimate evidence showing words language wording arithmetic tally standards letter authority testimony strength basis face',
);

/** "…, to judge by online listings", "The hut, going by the log, was empty", "If the register is to be believed, …": the sentence around the aside is what the record tells. */
export function recordReckoning(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < last; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !opensReckoning(token.word) || !isParted(tokens, at)) continue;
    const one =
      conditionAt(tokens, at, last) ??
      asFarAs(tokens, at, last) ??
      learntAt(tokens, at, last) ??
      phraseAt(tokens, at, last);
    if (!one) continue;
    const edge = /^[,—–;:(]$/.test(textAt(tokens, at - 1)) ? at - 1 : at;
    const before = edge > 0 ? { start: clauseStart(tokens, edge), end: edge } : null;
    const comma = /^[,—–:]$/.test(textAt(tokens, one.end));
    const behind = comma && one.end + 1 < last ? { start: one.end + 1, end: last } : null;
    const content = [before, behind].filter((range): range is Range => range !== null && range.end > range.start);
    if (content.length === 0 || (!behind && one.end < last)) continue;
    return {
      source: one.record,
      cue: { start: at, end: one.record.start },
      content,
      manner: 'record',
      sort: 'document',
    };
  }
  return null;
}

/** At the start of the sentence or behind a mark; a condition also without one. */
const isParted = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || PARTING.has(textAt(tokens, at - 1)) || wordAt(tokens, at) === 'if';
const PARTING = wordSet(', — – ; : (');

/** Where what an aside belongs to begins: behind the last semicolon. */
const clauseStart = (tokens: readonly Token[], end: number): number =>
  tokens.slice(0, end).findLastIndex(({ text, quote }) => text === ';' && quote === 'outside') + 1;

/** A record's phrase at `at`, with all that modifies it up to a mark or a verb. */
function recordAt(tokens: readonly Token[], at: number, last: number): (Range & { head: number }) | null {
  const head = recordHead(tokens, at, last);
  if (head < 0 || quoteAt(tokens, head) !== 'outside' || wordAt(tokens, at) === 'my') return null;
  return { start: at, end: Math.min(last, clauseBreak(tokens, head + 1)), head };
}

/** "going by the log", "to cite the judgment of 1954": at the start of a sentence only `recordOpening` reads them. */
function phraseAt(tokens: readonly Token[], at: number, last: number): Reckoning | null {
  const by = at > 1 && wordAt(tokens, at) === 'by' && textAt(tokens, at - 1) !== '(';
  const from = at > 1 || CONSULTING.has(wordAt(tokens, at + 1)) ? reckoningEnd(tokens, at) || (by ? at + 1 : 0) : 0;
  const record = from > 0 ? recordAt(tokens, from, last) : null;
  if (by && from === at + 1 && record && !isRecordBy(wordAt(tokens, record.head), tokens, record.head)) return null;
  return record ? { record, end: record.end } : null;
}

const CREDITED =
  /^(?:(?:is|are|was|were) (?:to be|being) (?:believed|trusted|credited|relied)|(?:is|are|was|were) (?:right|correct|accurate|any guide|reliable|any indication|honest|true|anything to go by)|can be (?:believed|trusted|relied|credited)|ha(?:s|ve) (?:it|that|this|them|him|her) (?:right|straight)|(?:holds?|do not|does not) (?:good|true|up|lie))/;

/** "if the register is to be believed", "if one goes by the log", "if we follow the ledger". */
function conditionAt(tokens: readonly Token[], at: number, last: number): Reckoning | null {
  if (wordAt(tokens, at) !== 'if') return null;
  if (/^(?:one|you|we)$/.test(wordAt(tokens, at + 1))) {
    const verb = wordAt(tokens, at + 2);
    const by = TRUSTING_BY[verb];
    if (!(by?.test(wordAt(tokens, at + 3)) ?? TRUSTING.has(verb))) return null;
    const record = recordAt(tokens, by ? at + 4 : at + 3, last);
    return record ? { record, end: record.end } : null;
  }
  return recordThat(tokens, at + 1, last, CREDITED);
}

/** "as far as the waiting list goes", "as the log has it", "as the minutes make plain". */
function asFarAs(tokens: readonly Token[], at: number, last: number): Reckoning | null {
  if (wordAt(tokens, at) !== 'as') return null;
  const far = /^(?:far|long)$/.test(wordAt(tokens, at + 1)) && wordAt(tokens, at + 2) === 'as';
  return recordThat(tokens, far ? at + 3 : at + 1, last, far ? GOES : MAKES_PLAIN);
}

/** The record of a clause whose predicate, up to the next mark, reads like `predicate`. */
function recordThat(tokens: readonly Token[], at: number, last: number, predicate: RegExp): Reckoning | null {
  const end = markBehind(tokens, at, last);
  for (let verb = at + 1; verb < end; verb += 1) {
    const rest = tokens.slice(verb, end).map(({ lower }) => lower);
    if (!predicate.test(rest.join(' '))) continue;
    return recordHead(tokens, at, verb) >= 0 ? { record: { start: at, end: verb }, end } : null;
  }
  return null;
}

const GOES = /^(?:goes?|is concerned|are concerned|shows?|tells?|knows?|can tell)$/;
const MAKES_PLAIN =
  /^(?:ha(?:s|ve|d) it|puts? it|makes? (?:it )?(?:plain|clear)|made (?:it )?(?:plain|clear)|would have it|will show|tells? (?:us|it)|reminds? us)$/;

/** "it appears from the claim files", "so much is plain from the log". */
function learntAt(tokens: readonly Token[], at: number, last: number): Reckoning | null {
  const verb = wordAt(tokens, at + 1);
  if (
    at === 0 ||
    wordAt(tokens, at) !== 'it' ||
    !/^(?:appears?|appeared|emerge[sd]?|transpire[sd]?|is|was)$/.test(verb)
  )
    return null;
  const from = /^(?:is|was)$/.test(verb) ? at + 3 : at + 2;
  if (from > at + 2 && !/^(?:clear|plain|evident|apparent|obvious)$/.test(wordAt(tokens, at + 2))) return null;
  const record = wordAt(tokens, from) === 'from' ? recordAt(tokens, from + 1, last) : null;
  return record ? { record, end: record.end } : null;
}

/** In tokens: "if the register kept at the hall is to be believed". */
const LONGEST_CLAUSE = 24;

function markBehind(tokens: readonly Token[], from: number, last: number): number {
  let at = from;
  while (at < last && at - from < LONGEST_CLAUSE && !/^[,;:—–)]$/.test(textAt(tokens, at))) at += 1;
  return at;
}
/** Records that bind or tell by their mere word: "By the same diary he had turned back", "By Article 14 a field is playable". */
const BY = wordSet(`
  diary log logbook ledger register registry roll minute inventory notebook daybook rulebook map chart timetable calendar roster rota manifest waybill invoice accounts constitution statute article section clause rule bylaw by-law
  byelaw law act treaty contract charter covenant agreement will lease terms deed schedule code ordinance figures data statistics record readings gauge meter thermometer barometer census index list page entry letter frame roll payslip timesheet card docket ticket stub slip
  paragraph catalogue catalog orders regulation decree order convention licence license permit
`);

/** Whether a record of this name may stand right behind "by" where a sentence opens: "by the ledger", not "by the second trial". */
export const isRecordBy = (head: string, tokens: readonly Token[], at: number): boolean =>
  (BY.has(head) || BY.has(singular(head))) &&
  !/^minutes?$/.test(wordAt(tokens, at)) &&
  posAt(tokens, at + 1) !== 'NOUN';
