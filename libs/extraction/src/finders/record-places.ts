import { type Found } from '../attributions/found.js';
import { type Range, isNominal, phraseStartingAt } from '../grammar/noun-phrases.js';
import { isRecordCompound, recordHead, tellsWhich } from '../grammar/record-phrases.js';
import { clauseBreak } from '../grammar/subjects.js';
import { RELATIVES } from '../lexicon/words.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { type WordKinds, wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

// Records at the end of a sentence, or amid it, as the place where it stands: "is put at £9m in the audit", "…, to judge by the log".

/** Words at which one of the constructions below turns. */
const turnsHere = wordFlag(
  ({ lower }) =>
    PLACED.has(lower) || STANDING.has(lower) || BORNE_OUT.has(lower) || /^(?:not|nowhere|in|on)$/.test(lower),
);

/** A record as the place of what a sentence tells; null if it stands nowhere in it. */
export function recordPlace(tokens: readonly Token[], last: number, kinds: WordKinds): Found | null {
  const one =
    mentioned(tokens, last) ??
    (kinds.has(isShare) ? polled(tokens, last) : null) ??
    (kinds.has(isSurveyed) ? surveyed(tokens, last) : null);
  if (one || !kinds.has(turnsHere)) return one;
  for (let at = 1; at < last; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !turnsHere(token.word)) continue;
    const found = placedIn(tokens, at, last) ?? (BORNE_OUT.has(token.lower) ? borneOutBy(tokens, at, last) : null);
    if (found) return found;
  }
  return null;
}

const STANDING = wordSet(`
  appears appear appeared stands stand stood features feature featured figures figured occurs occur occurred survives survive survived recurs recur recurred crops crop cropped turns turned pops popped shows surfaces surfaced
`);
const PLACED = wordSet(`
  listed recorded entered mentioned noted named described given put logged registered documented credited identified marked dated counted valued set laid spelled spelt defined classed classified buried
  referred blamed faulted criticised criticized portrayed depicted characterised characterized cited
`);
/** What some of them need behind them before they tell anything: "given as", "put at". */
const NEEDS: Readonly<Record<string, RegExp>> = {
  given: /^(?:as|at)$/,
  put: /^(?:at|down)$/,
  set: /^(?:out|down|at)$/,
  laid: /^(?:out|down)$/,
  spelled: /^out$/,
  spelt: /^out$/,
};

/** "… appears in the estate inventory", "is put at £9m in the audit", "was put down in the log to ice". */
function placedIn(tokens: readonly Token[], at: number, last: number): Found | null {
  const verb = wordAt(tokens, at);
  if (verb === 'not' || verb === 'nowhere') return missing(tokens, at, last);
  if (verb === 'in' || verb === 'on') return standsIn(tokens, at, last);
  const standing = STANDING.has(verb);
  if (!standing && !PLACED.has(verb)) return null;
  const start = standing || textAt(tokens, at - 1) === ',' ? at : helperBefore(tokens, at);
  if (start < 1 || inRelative(tokens, start)) return null;
  const needs = NEEDS[verb];
  for (let i = at + 1; i < Math.min(last, at + 9); i += 1) {
    const token = tokens[i];
    if (!token || token.pos === 'AUX' || /^[,;:—–]$/.test(token.text)) return null;
    if (!/^(?:in|on|under)$/.test(token.lower) || token.quote !== 'outside') continue;
    if (standing && i > at + 1 && !/^(?:up|down|there|again|only|twice|once)$/.test(wordAt(tokens, i - 1))) return null;
    const record = placeAt(tokens, i + 1, last);
    if (!record) continue;
    const told = tokens.slice(at + 1, Math.min(last, record.end + 2)).some(({ lower }) => needs?.test(lower) ?? true);
    const reduced = start === at && !standing;
    if (reduced && (wordAt(tokens, record.end) !== 'as' || clauseBreak(tokens, record.end) < last)) return null;
    if (!told || /^(?:AUX|VERB)$/.test(posAt(tokens, record.end))) return null;
    const content = [
      { start: 0, end: i },
      { start: record.end, end: last },
    ].filter((range) => range.end > range.start);
    return { source: record, cue: { start: i, end: i + 1 }, content, manner: 'record', sort: 'document' };
  }
  return null;
}

const ROLLS = wordSet(
  'register registry roll census database index directory minutes transcript catalogue catalog inventory log ledger report records logbook daybook rota roster manifest dossier indictment affidavit invoice invoices accounts diary diaries notebook notebooks will deed deeds charter footnotes appendix annex transcripts logs registers ledgers',
);

/** "His name is not in the register", "appears nowhere in the report". */
function missing(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!/^(?:is|are|was|were|appears?|appeared)$/.test(wordAt(tokens, at - 1)) || at < 2) return null;
  const record = /^(?:in|on)$/.test(wordAt(tokens, at + 1)) ? placeAt(tokens, at + 2, last) : null;
  if (!record || !ROLLS.has(wordAt(tokens, recordHead(tokens, record.start, last))) || inRelative(tokens, at))
    return null;
  return {
    source: record,
    cue: { start: at + 1, end: at + 2 },
    content: [{ start: 0, end: at + 1 }, ...(record.end < last ? [{ start: record.end, end: last }] : [])],
    manner: 'record',
    sort: 'document',
  };
}

const BEFORE_PLACES = wordSet('all there also still right down');
const LINKS = wordSet("is are was were been ’s 's");

/** "It is all in the minutes", "The sum is there in the ledger", "His name is in the register": said to stand there. */
function standsIn(tokens: readonly Token[], at: number, last: number): Found | null {
  const link = BEFORE_PLACES.has(wordAt(tokens, at - 1)) ? at - 2 : at - 1;
  if (link < 1 || !LINKS.has(wordAt(tokens, link)) || inRelative(tokens, link)) return null;
  const record = placeAt(tokens, at + 1, last);
  if (!record || !ROLLS.has(wordAt(tokens, recordHead(tokens, record.start, last)))) return null;
  if (/^(?:person|man|woman|people|he|she|they|we|i|you)$/.test(wordAt(tokens, link - 1))) return null;
  return {
    source: record,
    cue: { start: at, end: at + 1 },
    content: [{ start: 0, end: at }, ...(record.end < last ? [{ start: record.end, end: last }] : [])],
    manner: 'record',
    sort: 'document',
  };
}

/** What a record does to what is told of it: "is shown by the log", "was borne out by the audit". */
const BORNE_OUT = wordSet(
  'shown confirmed recorded proved proven settled betrayed attested documented described listed revealed established supported contradicted disproved measured counted logged registered captured filmed borne backed corroborated certified evidenced vouched',
);

/** "His hours are borne out by the log": a record as the agent of a passive. */
function borneOutBy(tokens: readonly Token[], at: number, last: number): Found | null {
  if (helperBefore(tokens, at) < 1 || inRelative(tokens, at)) return null;
  const by = /^(?:out|up|for)$/.test(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  const record = wordAt(tokens, by) === 'by' ? placeAt(tokens, by + 1, last) : null;
  if (!record) return null;
  return {
    source: record,
    cue: { start: at, end: by + 1 },
    content: [{ start: 0, end: at }, ...(record.end < last ? [{ start: record.end, end: last }] : [])],
    manner: 'record',
    sort: 'document',
  };
}

/** Where the auxiliary of a passive stands: "is described", "has been duly entered"; -1 if there is none. */
function helperBefore(tokens: readonly Token[], at: number): number {
  let start = at - 1;
  while (start > 0 && posAt(tokens, start) === 'ADV') start -= 1;
  return /^(?:is|are|was|were|been|being|be|[’']s|[’']re)$/.test(wordAt(tokens, start)) ? start : -1;
}

/** "None of whom is named in the report": who is meant, or what is remarked on the way. */
function inRelative(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i >= 0 && at - i < 16 && textAt(tokens, i) !== ','; i -= 1)
    if (RELATIVES.has(wordAt(tokens, i)) || wordAt(tokens, i) === 'whom') return true;
  return false;
}

/** Somewhere to be shown or found that is no record: "on the table", "on a website". */
const NO_PLACE = wordSet(
  'table tables website site sign signs poster posters label labels page pages book books film plan plans order court act menu video videos photograph photographs picture pictures image images footage ad ads advert commercial commercials magazine article articles column poll polls test tests trial trials',
);

/** The record's phrase that starts at `at` behind a preposition; null for none, "no register" and what is no place to look things up. */
function placeAt(tokens: readonly Token[], at: number, last: number): Range | null {
  const head = recordHead(tokens, at, last);
  if (
    head < 0 ||
    (NO_PLACE.has(wordAt(tokens, head)) && !isRecordCompound(tokens, head)) ||
    (head === at && !wordAt(tokens, at).endsWith('s'))
  )
    return null;
  const phrase = phraseStartingAt(tokens, at);
  const end = Math.max(head + 1, Math.min(phrase?.end ?? 0, last));
  return tellsWhich(tokens, { start: at, end, head }) ? { start: at, end } : null;
}

const POLLS = wordSet('poll survey census questionnaire consultation study referendum');
const isShare = wordFlag(
  ({ lower }) => /^(?:percent|cent|%|quarters|thirds|majority|half)$/.test(lower) || /\d%$/.test(lower),
);

/** "Support stands at 41 percent in the latest poll", "Asked in a survey last month, half …": shares that a poll has counted. */
function polled(tokens: readonly Token[], last: number): Found | null {
  for (let i = 1; i < last; i += 1) {
    if (wordAt(tokens, i) !== 'in' || quoteAt(tokens, i) !== 'outside' || wordAt(tokens, i - 1) === 'part') continue;
    const head = recordHead(tokens, i + 1, last);
    if (head < 0 || !POLLS.has(wordAt(tokens, head)) || /^(?:AUX|NOUN)$/.test(posAt(tokens, head + 1))) continue;
    if (posAt(tokens, head + 1) === 'VERB' && !/ed$/.test(wordAt(tokens, head + 1))) continue;
    return {
      source: { start: i + 1, end: head + 1 },
      cue: { start: i, end: i + 1 },
      content: [
        { start: tokens.slice(0, i).findLastIndex(({ text }) => /^[:;]$/.test(text)) + 1, end: i },
        ...(head + 1 < last ? [{ start: head + 1, end: last }] : []),
      ],
      manner: 'record',
      sort: 'document',
    };
  }
  return null;
}

const OF: ReadonlySet<string> = new Set(['of']);

/** "All but two of the 24 economists surveyed by the agency had foreseen it": what a survey by somebody named has counted. */
function surveyed(tokens: readonly Token[], last: number): Found | null {
  const at = tokens.findIndex(({ word }) => isSurveyed(word));
  if (at < 2 || wordAt(tokens, at + 1) !== 'by' || posAt(tokens, at - 1) === 'AUX') return null;
  const by = phraseStartingAt(tokens, at + 2, OF);
  if (!by || !tokens.slice(0, at).some(({ pos }) => pos === 'NUM') || !/^(?:PROPN|DET)$/.test(posAt(tokens, at + 2)))
    return null;
  return {
    source: { start: 0, end: by.end },
    cue: { start: at, end: at + 2 },
    content: [{ start: 0, end: at }, ...(by.end < last ? [{ start: by.end, end: last }] : [])],
    manner: 'record',
    sort: 'document',
  };
}

/** Words that tell of a survey without naming it. */
export const isSurveyed = wordFlag(({ lower }) => lower === 'surveyed' || lower === 'polled' || lower === 'canvassed');

const MENTIONS = wordSet(
  'mention mentions reference references trace record records entry entries note allusion hint provision',
);

/** "There is no mention of the wall in the minutes", "No record of the sale exists in the register", "Nowhere in the report does the word appear". */
function mentioned(tokens: readonly Token[], last: number): Found | null {
  const nowhere = wordAt(tokens, 0) === 'nowhere' || (wordAt(tokens, 0) === 'nothing' && wordAt(tokens, 1) === 'in');
  const there = wordAt(tokens, 0) === 'there' && /^(?:is|are|was|were)$/.test(wordAt(tokens, 1));
  const none = wordAt(tokens, 0) === 'no' && MENTIONS.has(wordAt(tokens, 1));
  if (!(nowhere || there || none) || tokens.some(({ lower }) => lower === 'tells')) return null;
  if (there && !tokens.slice(2, 7).some(({ lower }) => MENTIONS.has(lower))) return null;
  for (let i = 1; i < Math.min(last, 20); i += 1) {
    if (!/^(?:in|on)$/.test(wordAt(tokens, i)) || quoteAt(tokens, i) !== 'outside') continue;
    const record = placeAt(tokens, i + 1, last);
    if (!record || (i > 3 && !isNominal(tokens[i - 1]))) continue;
    const content = [
      { start: i > 1 ? 0 : record.end, end: i > 1 ? i : last },
      { start: record.end, end: last },
    ].filter((range, place) => range.end > range.start && (place === 0 || i > 1));
    return content.length > 0 && (content[0]?.end ?? 0) > (content[0]?.start ?? 0)
      ? { source: record, cue: { start: i, end: i + 1 }, content, manner: 'record', sort: 'document' }
      : null;
  }
  return null;
}
