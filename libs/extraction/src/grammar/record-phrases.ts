import { type Footing, compoundsOf, footingOf, headsRecord } from '../lexicon/record-heads.js';
import { singular } from '../lexicon/noun-classes.js';
import { ANY_RECORDS, VAGUE_DOCUMENTS } from '../lexicon/sources.js';
import { type Range, isClauseStart } from './noun-phrases.js';
import { isOutletWord } from '../sources/outlets.js';
import { isCapitalAt, posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact, wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

// Phrases that name a record: "the wage book", "nine pages of minutes", "Decree 14, adopted in May,". They go by words rather than by
// parts of speech: such nouns ("record", "log", "register") are verbs as often.

/** A record's phrase with the index of its head. */
export interface RecordPhrase extends Range {
  readonly head: number;
}

const isRecordWord = wordFlag(({ lower }) => headsRecord(lower));
const footing = wordFact(({ lower }) => footingOf(lower), 'any' as Footing);
const compounds = wordFact(({ lower }) => compoundsOf(lower));

/** Parts and pieces that a number makes a record: "frame 212", "exhibit 9". */
const NUMBERED = /^(?:frame|exhibit|item|folio|leaf|fig|slide|question)$/;

const isNumbered = (tokens: readonly Token[], at: number): boolean =>
  NUMBERED.test(wordAt(tokens, at)) && posAt(tokens, at + 1) === 'NUM';

/** Whether a word can head a record's name, if what stands before it lets it: the cheap question to ask first. */
export const mayHeadRecord = wordFlag(
  ({ lower }) => headsRecord(lower) || compoundsOf(lower) !== null || NUMBERED.test(lower),
);

/** Whether a token heads a record's name here: "register"; "book" behind "guest". */
export function isRecordAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !mayHeadRecord(token.word)) return false;
  return isRecordWord(token.word) || isRecordCompound(tokens, at) || isNumbered(tokens, at);
}

/** What the record at `at` may do besides saying. */
export function footingAt(tokens: readonly Token[], at: number): Footing {
  const token = tokens[at];
  if (!token) return 'any';
  return isRecordCompound(tokens, at) || isNumbered(tokens, at) ? 'paged' : footing(token.word);
}

export function isRecordCompound(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = token ? compounds(token.word) : null;
  if (!before || at < 1) return false;
  const word = wordAt(tokens, at - 1);
  return before.has(/^[’']s?$|^-$/.test(word) ? wordAt(tokens, at - 2) : word);
}

const LONGEST_SUBJECT = 34;

/** The record whose phrase, with all that modifies it, ends right before `end`; null if none does. */
export function recordEndingAt(tokens: readonly Token[], end: number): RecordPhrase | null {
  let seen = false;
  for (let start = end - 1; start >= 0 && end - start < LONGEST_SUBJECT; start -= 1) {
    const token = tokens[start];
    if (!token || token.text === ';' || token.text === ':') return null;
    seen ||= mayHeadRecord(token.word);
    if (!seen || token.quote !== 'outside' || !(isClauseStart(tokens, start) || opensAdjunct(tokens, start))) continue;
    const head = recordHead(tokens, start, end);
    if (head >= 0 && modifies(tokens, head + 1, end)) return { start, end: trimmed(tokens, end), head };
  }
  return null;
}

/** Whether only an opening phrase without a comma stands before `at`: "For that sort of thing | the Act", "On Monday | it". */
export function opensAdjunct(tokens: readonly Token[], at: number): boolean {
  if (at < 2 || at > 12) return false;
  const here = posAt(tokens, at);
  if ((here !== 'DET' && here !== 'PRON') || !/^(?:ADP|ADV|SCONJ)$/.test(posAt(tokens, 0))) return false;
  if (!/^(?:NOUN|PROPN|NUM|ADV)$/.test(posAt(tokens, at - 1)) && textAt(tokens, at - 1) !== ',') return false;
  return !tokens.slice(0, at).some(({ pos, quote }) => /^(?:VERB|AUX)$/.test(pos) || quote !== 'outside');
}

const trimmed = (tokens: readonly Token[], end: number): number => (textAt(tokens, end - 1) === ',' ? end - 1 : end);

const LONGEST_NAME = 12;

/** The head of a record phrase that begins at `start`: its last record word before anything but nouns and their modifiers; -1 if there is none. */
export function recordHead(tokens: readonly Token[], start: number, end: number): number {
  if (ANY.has(wordAt(tokens, start))) return -1;
  let head = -1;
  let outer = -1;
  for (let i = start; i < end && i - start < LONGEST_NAME; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside' || !inName(tokens, i, start)) break;
    if (token.lower === 'of') outer = head;
    if (isRecordAt(tokens, i) && (i > start || isBare(tokens, i))) head = i;
    else if (head >= 0 && takesOver(tokens, head, i)) head = outer;
  }
  return head >= 0 && isName(tokens, start, head) ? -1 : head;
}

const ANY = wordSet('every each no any some most many all few several other others another');

/** A record word at the very start: plural, a mass ("data", "footage"), or with a number or a letter. */
const isBare = (tokens: readonly Token[], at: number): boolean =>
  isSeveral(wordAt(tokens, at)) ||
  MASSES.has(wordAt(tokens, at)) ||
  posAt(tokens, at + 1) === 'NUM' ||
  /^(?:no\.?|number|\p{Lu})$/u.test(textAt(tokens, at + 1));

const COLLECTIVE = wordSet('data minutes accounts statistics proceedings');
const MASSES = wordSet('footage telemetry imagery metadata radar sonar cctv video');

/** Whether a record's word is plural, or such that the verb may be either way ("data"). */
export const isSeveral = (word: string): boolean => singular(word) !== word || COLLECTIVE.has(word);

/** "The report author", "Footnote Watch", "a survey ship": a noun behind the record takes it over. */
function takesOver(tokens: readonly Token[], head: number, at: number): boolean {
  const token = tokens[at];
  const owned = posAt(tokens, head + 1) === 'PART';
  if (token && /^(?:nos?\.?|number)$/.test(token.lower)) return false;
  if (token?.pos === 'NOUN') return at === head + 1 || owned;
  return token?.pos === 'PROPN' && at === head + 1 && posAt(tokens, head) === 'PROPN' && token.text.length > 1;
}

/** "Whinmoor Records", "The Bulletin": a record's word as a name of somebody; "the Roads Bill" and "Article 7" are none. */
function isName(tokens: readonly Token[], start: number, head: number): boolean {
  if (head === start || !isCapitalAt(tokens, head) || posAt(tokens, head + 1) === 'NUM') return false;
  if (isOutletWord(wordAt(tokens, head))) return true;
  return isCapitalAt(tokens, start) && !/^(?:DET|PRON)$/.test(posAt(tokens, start));
}

/** "Twelve hours of footage", "a copy of the lease": so much of a record, or a look at it. */
const MEASURES = wordSet(
  'hours minutes pages page boxes box reams sheaf stack pile bundle bundles dozens hundreds thousands years decades months copy copies trove cache batch set series margin margins foot head top bottom back front corner column line lines end middle heart body flyleaf cover covers reverse sheets folders draft drafts text version analysis review search check reading examination printout translation excerpt excerpts extracts',
);

/** Whether a word can stand in a record's name, right of its determiner: no clause, no preposition, no mark but those inside names. */
function inName(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.pos === 'DET' || token.pos === 'PRON')
    return (
      (at === start || wordAt(tokens, at - 1) === 'of') &&
      !/^(?:i|we|he|she|they|you|it|who|which|that|there)$/.test(token.lower)
    );
  if (token.text === '(' || token.text === ')') return isCapitalAt(tokens, at - 1) || isCapitalAt(tokens, at + 1);
  if (token.pos === 'PUNCT') return /^[’'&/-]$/.test(token.text) && at > start;
  if (token.lower === 'of') {
    const before = wordAt(tokens, at - 1);
    return (
      MEASURES.has(before) ||
      (at === start + 1 && /^(?:one|two|both|three|four|five|six)$/.test(before)) ||
      (isCapitalAt(tokens, at - 1) && isCapitalAt(tokens, at + 1) && !isRecordAt(tokens, at - 1))
    );
  }
  if (token.pos === 'VERB') return isRecordAt(tokens, at) || modifiesNoun(tokens, at, start);
  if (token.lower === 'will') return isTestament(tokens, at);
  return IN_NAMES.has(token.pos) && token.lower !== 'to';
}

const IN_NAMES: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'PART', 'X', 'SYM', 'ADV']);

/** "The second will leaves the house to …": no modal. */
export const isTestament = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at) === 'will' && /^(?:the|a|his|her|their|last|first|second|new|[’']s)$/.test(wordAt(tokens, at - 1));

/** A verb's form before a noun: "a leaked memo", "the waste transfer notes", "Chat messages". */
function modifiesNoun(tokens: readonly Token[], at: number, start: number): boolean {
  if (/ing$/.test(wordAt(tokens, at)) && posAt(tokens, at - 1) === 'NOUN') return isRecordAt(tokens, at + 1);
  if (/(?:ed|en|ing)$/.test(wordAt(tokens, at)))
    return at === start || /^(?:DET|ADJ|ADV|PRON|VERB|PART)$/.test(posAt(tokens, at - 1));
  return isRecordAt(tokens, at + 1) || isRecordAt(tokens, at);
}

/** Whether all between a head and its verb modifies it: a preposition, a participle, a relative clause, an aside between commas. */
export function modifies(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (
    at < to &&
    (/^(?:NUM|PART)$/.test(posAt(tokens, at)) || /^(?:nos?\.?|number|[a-z]|\.)$/.test(wordAt(tokens, at)))
  )
    at += 1;
  if (at >= to) return true;
  const first = tokens[at];
  if (!first) return false;
  if (/^[,—–(]$/.test(first.text)) return closes(tokens, at, to);
  if (textAt(tokens, to - 1) === ',') {
    let comma = at;
    while (textAt(tokens, comma) !== ',') comma += 1;
    return comma < to - 1 && modifies(tokens, at, comma) && closes(tokens, comma, to);
  }
  return isModifier(tokens, at, to, first);
}

function isModifier(tokens: readonly Token[], at: number, to: number, first: Token): boolean {
  const inner = tokens.slice(at + 1, to);
  if (first.pos === 'ADP' && inner.length === 0) return false;
  if (inner.some((token) => token.pos === 'PUNCT' && /^[;:—–]$/.test(token.text))) return false;
  if (/^(?:that|which|who)$/.test(first.lower)) return to - at > 2;
  const reduced =
    (first.pos === 'PROPN' || first.pos === 'PRON' || first.pos === 'DET') &&
    inner.some((token) => token.pos === 'VERB') &&
    !inner.some((token) => token.pos === 'CCONJ' || token.text === ',');
  const participle = isParticiple(first.word) && (first.pos === 'VERB' || first.pos === 'ADJ');
  if (!/^(?:ADP|ADV|ADJ)$/.test(first.pos) && !participle && !reduced && first.lower !== 'and') return false;
  return reduced || !inner.some((token, i) => isFinite(tokens, at + 1 + i, token));
}

/** A verb that needs a subject, unless the words around it make a noun of it: "of intercepted calls". */
function isFinite(tokens: readonly Token[], at: number, token: Token): boolean {
  if (token.pos === 'AUX') return true;
  if (token.pos !== 'VERB' || !/(?:[^s]s|said|had)$/.test(token.lower)) return false;
  return !/^(?:ADP|DET|ADJ)$/.test(posAt(tokens, at - 1)) && !/ed$/.test(wordAt(tokens, at - 1));
}

/** A form that may modify the noun before it: "published", "kept", "left". */
export const isParticiple = wordFlag(
  ({ lower }) =>
    /^(?:read|lost|cast|burst|put|set|left|run|hung|sent|kept|made|given|seen)$/.test(lower) ||
    (/(?:ed|en|ing|wn|ld|nt|nd|de|ne|ht|pt|ut|et|un|ck)$/.test(lower) &&
      !/^(?:appeared|emerged|remained|seemed|went|disappeared|ended)$/.test(lower)),
);

/** An aside that ends with the same mark right before the verb. */
function closes(tokens: readonly Token[], open: number, to: number): boolean {
  const mark = textAt(tokens, open) === '(' ? ')' : textAt(tokens, open);
  return to - 1 > open + 1 && textAt(tokens, to - 1) === mark;
}

/** Whether a phrase tells which record it means: bare "records" are nobody's, and "the law lets you" is common knowledge. */
export function tellsWhich(tokens: readonly Token[], { start, end, head }: RecordPhrase): boolean {
  const word = wordAt(tokens, head);
  if (
    VAGUE_DOCUMENTS.has(word) &&
    end === head + 1 &&
    tokens.slice(start, head).every((token) => ANY_RECORDS.test(token.lower))
  )
    return false;
  return !(
    RULES.has(singular(word)) &&
    end === head + 1 &&
    (head - start < 2 || ANY_LAW.test(wordAt(tokens, head - 1)))
  );
}

const ANY_LAW = /^(?:martial|common|civil|criminal|natural|case|international)$/;
/** Which of these, only a name tells. */
const RULES = wordSet('law act statute code bill rule regulation ordinance policy plan order directive');
