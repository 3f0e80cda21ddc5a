import { type Found } from '../attributions/found.js';
import { contentEnd } from '../grammar/content-ends.js';
import { isNominal, phraseStartingAt } from '../grammar/noun-phrases.js';
import { footingAt, isParticiple, recordHead } from '../grammar/record-phrases.js';
import { singular } from '../lexicon/noun-classes.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { isRecordBy, reckoningEnd } from './record-reckonings.js';
import { wordSet } from '../lexicon/word-list.js';

// Records that open a sentence as the place where all of it stands: "Under the Harbours Act, …", "On the map of 1911 the quarter is …".

const LAWS = wordSet(`
  act bill law code regulation statute ordinance amendment treaty agreement constitution rule charter proposition measure legislation contract draft policy deal pact accord ruling decree order bylaw by-law byelaw
  resolution convention settlement injunction lease covenant licence license permit protocol directive section article clause paragraph compact truce ceasefire will terms deed schedule annex appendix orders
`);
/** Not where something is told "in" them: places, deeds, spans of time, tales, parts of a whole. */
const NOT_IN = wordSet(`
  act order court sentence minute account count line archive registry gallery film book novel play story song poem section chapter page passage paragraph version test exam examination sheet box card site website
  will table blog sign label poster banner placard plaque web-page law code plan round match statement
  video footage photograph image picture clip bulletin journal proof model
`);
const ON = wordSet(`
  chart map list return page recording tape footage image photograph picture video film x-ray scan document card certificate slip application register roll log sheet invoice receipt statement ticket
  transcript table spreadsheet comparison manifest timetable roster rota inventory graph diagram drawing ledger passport questionnaire tally scorecard
`);
/** What somebody thinks, unless it has been handed down: "in the leader's judgment", but "in its judgment, published yesterday". */
const JUDGED = wordSet('opinion estimate reading judgment judgement assessment evaluation appraisal verdict');
const HANDED_DOWN = /^(?:published|handed|issued|delivered|released|dated|filed|given|read|posted|adopted)$/;
/** What somebody writes to be read at once: who denies in it, denies. */
const LETTERS = wordSet(
  'letter e-mail email message text memo note voicemail tweet post leaflet pamphlet brochure video recording lawsuit complaint suit petition essay article column',
);
const SPEAKS_UP =
  /^(?:den(?:y|ies|ied)|apologi[sz]e[sd]?|refuse[sd]?|thank(?:s|ed)?|decline[sd]?|vow(?:s|ed)?|boast(?:s|ed)?|accuse[sd]?|allege[sd]?|claim(?:s|ed)?|said|wrote)$/;

interface Opening {
  /** Where the record's phrase begins. */
  readonly record: number;
  readonly fits: (head: string, tokens: readonly Token[], at: number) => boolean;
  /** Whether a comma, a colon or "it appears that" must follow. */
  readonly parted?: boolean;
}

/** A record as the place where the whole sentence stands; null if none opens it. */
export function recordOpening(tokens: readonly Token[], last: number): Found | null {
  const from = /^(?:and|but|yet|so|still|there|here|even|only)$/.test(wordAt(tokens, 0)) ? 1 : 0;
  const opening = openingAt(tokens, from);
  if (!opening) return null;
  if (wordAt(tokens, opening.record) === 'it') return insideIt(tokens, from, last);
  const head = recordHead(tokens, opening.record, last);
  if (head < 0 || !opening.fits(singular(wordAt(tokens, head)), tokens, head)) return null;
  const start = clauseBehind(tokens, head + 1, last);
  if (start < 0 || start + 3 > last || !saysSomething(tokens, start, last)) return null;
  if (/^(?:my|our)$/.test(wordAt(tokens, opening.record))) return null;
  if (opening.parted && textAt(tokens, start - 1) !== ':' && !isLearnt(tokens, start)) return null;
  if (LETTERS.has(singular(wordAt(tokens, head))) && tokens.slice(start).some(({ lower }) => SPEAKS_UP.test(lower)))
    return null;
  const end = /^[,:]$/.test(textAt(tokens, start - 1)) ? start - 1 : start;
  return {
    source: { start: opening.record, end },
    cue: { start: from, end: opening.record },
    content: [{ start, end: contentEnd(tokens, start, last) }],
    manner: 'record',
    sort: 'document',
  };
}

/** "From the register one learns", "it appears". */
const isLearnt = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at) === 'it'
    ? /^(?:appears?|appeared|emerge[sd]?|seems?|seemed|follows?|is|was|can|could)$/.test(wordAt(tokens, at + 1))
    : /^(?:one|we|you|so|that|there)$/.test(wordAt(tokens, at));

const anyRecord = (): boolean => true;

function isIn(head: string, tokens: readonly Token[], at: number): boolean {
  if (head === 'account' && wordAt(tokens, at) === 'accounts') return true;
  if (NOT_IN.has(head)) return false;
  const behind = wordAt(tokens, textAt(tokens, at + 1) === ',' ? at + 2 : at + 1);
  if (head === 'note' && behind === 'of') return false;
  if (head === 'study' && !isStudy(tokens, at)) return false;
  if (JUDGED.has(head)) return wordAt(tokens, at - 1) === 'written' || HANDED_DOWN.test(behind);
  return footingAt(tokens, at) !== 'any' || IN.has(head);
}

/** "On the tax return", not "on her return". */
const isOn = (head: string, tokens: readonly Token[], at: number): boolean =>
  ON.has(head) && (head !== 'return' || posAt(tokens, at - 1) === 'NOUN');

/** "In a study of 900 masons", "In the study, half …": no room to sit in. */
const isStudy = (tokens: readonly Token[], at: number): boolean =>
  /^an?$/.test(wordAt(tokens, at - 1)) || tokens.slice(at).some(({ pos, text }) => pos === 'NUM' || text === ',');

/** "At clause 40 of the bill", "At page nine": a part with its number. */
const isPart = (head: string, tokens: readonly Token[], at: number): boolean =>
  /^(?:clause|page|paragraph|section|article|item|frame|line|entry|footnote|schedule|rule)$/.test(head) &&
  posAt(tokens, at + 1) === 'NUM';

const IN = wordSet(
  'e-mail email letter message text memo note voicemail post recording tape tweet affidavit lawsuit brochure leaflet article essay column',
);

/** By its first words, how a sentence may open with a record. */
function openingAt(tokens: readonly Token[], from: number): Opening | null {
  const next = from + 1;
  switch (wordAt(tokens, from)) {
    case 'under':
      return { record: next, fits: isLaw };
    case 'in':
      return { record: next, fits: isIn };
    case 'on':
      return { record: next, fits: isOn };
    case 'across':
    case 'throughout':
    case 'inside':
    case 'within':
      return { record: next, fits: (head, all, at) => footingAt(all, at) === 'paged' && isIn(head, all, at) };
    case 'at':
      return { record: next, fits: isPart };
    case 'from':
      return { record: next, fits: (_, all, at) => footingAt(all, at) !== 'any', parted: true };
    case 'of':
      return amongThose(tokens, next);
    default: {
      const record = reckoningEnd(tokens, from);
      if (record > 0) return { record, fits: anyRecord };
      return wordAt(tokens, from) === 'by' ? { record: next, fits: isRecordBy } : null;
    }
  }
}

/** "Of the 41 names on the list, …": some of what stands in a record. */
function amongThose(tokens: readonly Token[], from: number): Opening | null {
  for (let i = from + 1; i < from + 7; i += 1)
    if (/^(?:on|in)$/.test(wordAt(tokens, i)))
      return { record: i + 1, fits: (head, all, at) => ON.has(head) || isIn(head, all, at) };
  return null;
}

/** "a bill" and "the amended section 14" bind; "PP 21" does by its name. */
const isLaw = (head: string): boolean => LAWS.has(head);

/** "In it the mayor tells his deputies to …": a record if one spoke right before, which the walk through the text tells. */
function insideIt(tokens: readonly Token[], from: number, last: number): Found | null {
  if (wordAt(tokens, from) !== 'in') return null;
  const start = textAt(tokens, from + 2) === ',' ? from + 3 : from + 2;
  if (!/^(?:PROPN|PRON|DET|NOUN)$/.test(posAt(tokens, start)) || !saysSomething(tokens, start, last)) return null;
  return {
    source: { start: from + 1, end: from + 2 },
    cue: { start: from, end: from + 1 },
    content: [{ start, end: last }],
    manner: 'record',
    sort: 'document',
  };
}

/** Whether a finite verb stands between, and more than half of it is not what somebody says in quotation marks. */
function saysSomething(tokens: readonly Token[], start: number, last: number): boolean {
  let finite = textAt(tokens, start - 1) === ':';
  let spoken = 0;
  for (let i = start; i < last; i += 1) {
    const token = tokens[i] as Token;
    if (token.quote === 'mark' && /^[,:]$/.test(textAt(tokens, i - 1)) && quoteAt(tokens, i + 1) === 'speech')
      return false;
    if (token.quote === 'speech') spoken += 1;
    else finite ||= token.pos === 'AUX' || (token.pos === 'VERB' && !token.lower.endsWith('ing'));
  }
  return finite && spoken * 2 <= last - start;
}

const LONGEST_MODIFIER = 26;

/** Where the clause begins behind an opening phrase whose head stands before `from`: behind its comma or colon, asides included, or right at the next subject; -1 if that is not plain. */
export function clauseBehind(tokens: readonly Token[], from: number, last: number): number {
  let at = from;
  while (
    at < last &&
    (/^(?:NUM|PART)$/.test(posAt(tokens, at)) || /^(?:no|[a-z])$/.test(wordAt(tokens, at))) &&
    !opensSubject(tokens, at)
  )
    at += 1;
  for (let i = at; i < Math.min(last, at + LONGEST_MODIFIER); i += 1) {
    if (quoteAt(tokens, i) !== 'outside') return -1;
    const text = textAt(tokens, i);
    if (text === ':') return i + 1;
    if (text === ',') return behindAside(tokens, i, last);
    if (/^[;—–]$/.test(text)) return -1;
    if (opensSubject(tokens, i)) return i;
  }
  return -1;
}

/** Behind a comma, or behind the aside that it opens: ", which a judge approved in May,", ", a single page,". */
function behindAside(tokens: readonly Token[], comma: number, last: number): number {
  const first = wordAt(tokens, comma + 1);
  let close = comma + 1;
  while (close < Math.min(last, comma + LONGEST_MODIFIER) && !/^[,:]$/.test(textAt(tokens, close))) close += 1;
  if (!/^[,:]$/.test(textAt(tokens, close))) return comma + 1;
  const relative = /^(?:which|who|whose|where)$/.test(first) || isParticiple((tokens[comma + 1] as Token).word);
  const verbless = !tokens
    .slice(comma + 1, close)
    .some(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !/(?:ing|ed)$/.test(lower)));
  const apposed =
    verbless &&
    close - comma < 8 &&
    (/^(?:an?|all|number|no|the|now|then|since|still|last|this)$/.test(first) || posAt(tokens, comma + 1) === 'NUM');
  return relative || apposed ? close + 1 : comma + 1;
}

/** Whether a subject with its finite verb begins at `at`, right behind a phrase: "kept in a tin | the girl noted". */
function opensSubject(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !/^(?:DET|PRON|NUM|PROPN|NOUN)$/.test(token.pos)) return false;
  if (
    token.pos === 'PRON' &&
    !/^(?:it|there|they|he|she|we|one|you|this|these|his|her|its|their|nobody|nothing|everybody|all|both|some|most|many)$/.test(
      token.lower,
    )
  )
    return false;
  const before = tokens[at - 1];
  if (!before || /^(?:that|which|who|whom|what|how)$/.test(before.lower)) return false;
  if (!(isNominal(before) || before.pos === 'ADV' || before.pos === 'VERB')) return false;
  if (before.pos === 'VERB' && (token.pos !== 'NUM' || !/ed$/.test(before.lower))) return false;
  if (before.pos === 'PROPN' && token.pos === 'PROPN') return false;
  if (token.pos === 'NOUN' && !/^(?:NOUN|PROPN|ADV)$/.test(before.pos)) return false;
  if (token.pos === 'DET' && /^(?:NOUN|PROPN)$/.test(before.pos) && token.lower !== 'that') return true;
  const phrase = phraseStartingAt(tokens, at);
  if (!phrase) return false;
  let verb = wordAt(tokens, phrase.end) === 'per' ? phrase.end + 2 : phrase.end;
  while (posAt(tokens, verb) === 'ADV') verb += 1;
  return posAt(tokens, verb) === 'AUX' || (posAt(tokens, verb) === 'VERB' && !/ing$/.test(wordAt(tokens, verb)));
}
