import { isCapitalAt, posAt, textAt, wordAt } from '../words/token-at.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { singular } from '../lexicon/noun-classes.js';
import { type Recording, headsFirmRecord, headsRecord, recordingForms } from '../lexicon/recording.js';
import { ANY_RECORDS, VAGUE_DOCUMENTS } from '../lexicon/sources.js';
import { MODALS, NEGATIONS } from '../lexicon/words.js';
import { type Range, isClauseStart } from '../grammar/noun-phrases.js';
import { type Token } from '../words/token.js';
import { isOutletWord } from '../sources/outlets.js';
import { bodyEnd } from './verb-attributions.js';
import { wordFact, wordFlag } from '../words/word.js';

const isRecordHead = wordFlag(({ lower }) => headsRecord(lower));
const isFirmHead = wordFlag(({ lower }) => headsFirmRecord(lower));
const recordingsOf = wordFact(({ lower }) => recordingForms(lower));

const LONGEST_SUBJECT = 34;

/**
 * Records as subjects of verbs that tell what stands in them: "the register lists", "Resolution 12, adopted in May, forbids", "her
 * diary breaks off". Goes by words and agreement rather than by parts of speech: such nouns ("record", "log", "register") are
 * verbs as often.
 */
export function recordSubjects(tokens: readonly Token[]): Found[] {
  const last = bodyEnd(tokens);
  let seen = tokens[0] !== undefined && isPronoun(tokens[0].word);
  for (let at = 0; at < last; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside') continue;
    const forms = seen ? recordingsOf(token.word) : null;
    const found = forms ? readingAt(tokens, at, forms, last) : null;
    if (found) return [found];
    seen ||= isRecordHead(token.word);
  }
  return [];
}

const isPronoun = wordFlag(({ lower }) => lower === 'it' || lower === 'they');

/** "It also lists", "They show": a pronoun that may take up a record, at the very start. Whether it does, the walk through the text tells. */
function pronounBefore(tokens: readonly Token[], end: number): RecordPhrase | null {
  const first = tokens[0];
  return end === 1 && first && isPronoun(first.word) ? { start: 0, end: 1, head: 0 } : null;
}

function readingAt(tokens: readonly Token[], at: number, forms: readonly Recording[], last: number): Found | null {
  const group = groupStart(tokens, at);
  if (group === null) return null;
  const from = contentStart(tokens, at, forms, last);
  if (from === null) return null;
  const taken = pronounBefore(tokens, group.start);
  const subject = taken ?? subjectEndingAt(tokens, group.start);
  if (!subject || !agrees(tokens, subject, group.helped, from.forms)) return null;
  const head = tokens[subject.head];
  if (!head || (!taken && from.forms.every((form) => form.firm) && !isFirmHead(head.word))) return null;
  return {
    source: { start: subject.start, end: subject.end },
    cue: { start: group.start, end: from.start > at + 1 && textAt(tokens, at + 1) !== ':' ? from.start : at + 1 },
    content: [{ start: from.start, end: contentEnd(tokens, from.start, last) }],
    manner: 'record',
    sort: 'document',
  };
}

interface Group {
  readonly start: number;
  /** Whether an auxiliary agrees in the verb's place. */
  readonly helped: boolean;
}

const ADVERBS = new Set(
  'also then only even still now clearly plainly further separately expressly alone itself themselves instead again merely simply duly once'.split(
    ' ',
  ),
);

/** The verb with its helpers: "also lists", "has since shown", "does not mention"; null for passives and what only may be. */
function groupStart(tokens: readonly Token[], at: number): Group | null {
  let start = at;
  let helped = false;
  while (start > 0) {
    const { lower, pos } = tokens[start - 1] as Token;
    if (/^(?:has|have|had|does|do|did)$/.test(lower)) helped = true;
    else if (
      pos === 'AUX' ||
      (MODALS.has(lower) && !isCapitalAt(tokens, start - 1)) ||
      /^(?:is|are|was|were|be|been|being|to|an?|the)$/.test(lower)
    )
      return null;
    else if (!ADVERBS.has(lower) && !NEGATIONS.has(lower) && pos !== 'ADV') break;
    start -= 1;
  }
  return start > 0 ? { start, helped } : null;
}

const OPENERS = new Set(
  'that to how what where when who whether why nothing none no only just as at least about around more fewer less nearly almost some all both every each his her its their my our your him it them us me'.split(
    ' ',
  ),
);

interface Start {
  readonly start: number;
  readonly forms: readonly Recording[];
}

/** Where what is told begins, and the readings of the verb that take it so; null where nothing is told. */
function contentStart(tokens: readonly Token[], at: number, forms: readonly Recording[], last: number): Start | null {
  const next = tokens[at + 1];
  if (!next || at + 1 >= last) return null;
  const withParticle = forms.filter(({ particles }) => particles?.has(next.lower));
  if (withParticle.length > 0 && at + 2 <= last) return { start: at + 2 < last ? at + 2 : at + 1, forms: withParticle };
  const bare = forms.filter(({ particles }) => particles === null);
  if (bare.length === 0) return null;
  if (next.text === ':') return at + 2 < last ? { start: at + 2, forms: bare } : null;
  if (next.pos === 'VERB' && next.lower.endsWith('d') && recordingsOf(next.word)) return null;
  const verb = tokens[at];
  const perfect = /^(?:has|have|had)$/.test(verb?.lower ?? '');
  if (perfect && takesParticiple(tokens, at + 1)) return null;
  const opens =
    next.quote === 'mark' ||
    OPENERS.has(next.lower) ||
    /^(?:DET|NUM|SYM|PROPN|PRON)$/.test(next.pos) ||
    next.pos === 'ADJ' ||
    (/^(?:NOUN|VERB)$/.test(next.pos) &&
      (verb?.pos === 'VERB' || bare.some(({ agreement, firm }) => agreement === 'one' || !firm)));
  return opens ? { start: at + 1, forms: bare } : null;
}

/** "has been", "have plainly hurt": a perfect, no owning. */
function takesParticiple(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (posAt(tokens, i) === 'ADV' || NEGATIONS.has(wordAt(tokens, i)) || posAt(tokens, i) === 'PART') i += 1;
  return /^(?:VERB|AUX)$/.test(posAt(tokens, i));
}

interface RecordPhrase extends Range {
  readonly head: number;
}

/** The record whose phrase, with all that modifies it, ends right before `end`; null if none does. */
function subjectEndingAt(tokens: readonly Token[], end: number): RecordPhrase | null {
  for (let start = end - 1; start >= 0 && end - start < LONGEST_SUBJECT; start -= 1) {
    const token = tokens[start];
    if (!token || /^[;:]$/.test(token.text)) return null;
    if (token.quote !== 'outside' || !isClauseStart(tokens, start)) continue;
    const head = headFrom(tokens, start, end);
    if (head >= 0 && modifies(tokens, head + 1, end)) return { start, end: trimmed(tokens, end), head };
  }
  return null;
}

const trimmed = (tokens: readonly Token[], end: number): number => (textAt(tokens, end - 1) === ',' ? end - 1 : end);

const LONGEST_NAME = 9;

/** The head of a record phrase that begins at `start`: its last record word before anything but nouns and their modifiers; -1 if there is none. */
function headFrom(tokens: readonly Token[], start: number, end: number): number {
  if (ANY.has(wordAt(tokens, start))) return -1;
  let head = -1;
  for (let i = start; i < end && i - start < LONGEST_NAME; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside' || !inName(tokens, i, start)) break;
    if (isRecordHead(token.word) && (i > start || isBare(tokens, i))) head = i;
    else if (head >= 0 && takesOver(tokens, head, i)) head = -1;
  }
  return head >= 0 && isName(tokens, start, head) ? -1 : head;
}

const ANY = new Set('every each no any some most many all few several other others another'.split(' '));

/** A record word at the very start: plural, or with a number. */
const isBare = (tokens: readonly Token[], at: number): boolean =>
  /[^s]s$/.test(wordAt(tokens, at)) || posAt(tokens, at + 1) === 'NUM' || wordAt(tokens, at + 1) === 'no';

/** "The report author", "Footnote Watch", "a survey ship": a noun behind the record takes it over. */
function takesOver(tokens: readonly Token[], head: number, at: number): boolean {
  const token = tokens[at];
  if (token?.pos === 'NOUN') return at === head + 1;
  return token?.pos === 'PROPN' && at === head + 1 && posAt(tokens, head) === 'PROPN' && token.text.length > 1;
}

/** "Whinmoor Records", "The Bulletin": a record's word as a name of somebody; "the Roads Bill" and "Article 7" are none. */
function isName(tokens: readonly Token[], start: number, head: number): boolean {
  if (head === start || !isCapitalAt(tokens, head) || posAt(tokens, head + 1) === 'NUM') return false;
  return isOutletWord(wordAt(tokens, head)) || isCapitalAt(tokens, start) === (wordAt(tokens, start) !== 'the');
}

/** Whether a word can stand in a record's name, right of its determiner: no clause, no preposition, no mark but those inside names. */
function inName(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.pos === 'DET' || token.pos === 'PRON')
    return at === start && !/^(?:i|we|he|she|they|you|it|who|which|that|there)$/.test(token.lower);
  if (token.pos === 'PUNCT') return /^[’'&/-]$/.test(token.text) && at > start;
  if (token.lower === 'of')
    return isCapitalAt(tokens, at - 1) && isCapitalAt(tokens, at + 1) && !isRecordHead((tokens[at - 1] as Token).word);
  if (token.pos === 'VERB') return isRecordHead(token.word) || modifiesNoun(tokens, at, start);
  return /^(?:NOUN|PROPN|ADJ|NUM|PART|X|SYM|ADV)$/.test(token.pos) && token.lower !== 'to';
}

/** A verb's form before a noun: "a leaked memo", "the waste transfer notes", "Chat messages". */
function modifiesNoun(tokens: readonly Token[], at: number, start: number): boolean {
  if (/(?:ed|en|ing)$/.test(wordAt(tokens, at)))
    return at === start || /^(?:DET|ADJ|ADV|PRON|VERB)$/.test(posAt(tokens, at - 1));
  return isRecordHead((tokens[at + 1] ?? (tokens[at] as Token)).word);
}

/** Whether all between a head and its verb modifies it: a preposition, a participle, a relative clause, an aside between commas. */
function modifies(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to && (/^(?:NUM|PART)$/.test(posAt(tokens, at)) || /^(?:no|[a-z]|\.)$/.test(wordAt(tokens, at)))) at += 1;
  if (at >= to) return true;
  const first = tokens[at];
  if (!first) return false;
  if (/^[,—–(]$/.test(first.text)) return closes(tokens, at, to);
  if (textAt(tokens, to - 1) === ',') {
    let comma = at;
    while (textAt(tokens, comma) !== ',') comma += 1;
    return comma < to - 1 && modifies(tokens, at, comma) && closes(tokens, comma, to);
  }
  const inner = tokens.slice(at + 1, to);
  if (inner.some((token) => token.pos === 'PUNCT' && /^[;:—–]$/.test(token.text))) return false;
  if (/^(?:that|which|who)$/.test(first.lower)) return to - at > 2;
  const reduced =
    (first.pos === 'PROPN' || first.pos === 'PRON' || first.pos === 'DET') &&
    inner.some((token) => token.pos === 'VERB') &&
    !inner.some((token) => token.pos === 'CCONJ' || token.text === ',');
  const participle = isParticiple(first.word) && (first.pos === 'VERB' || first.pos === 'ADJ');
  if (!/^(?:ADP|ADV|ADJ)$/.test(first.pos) && !participle && !reduced && first.lower !== 'and') return false;
  return !inner.some(
    (token) => token.pos === 'AUX' || (token.pos === 'VERB' && !reduced && /(?:[^s]s|said|had)$/.test(token.lower)),
  );
}

const isParticiple = wordFlag(
  ({ lower }) =>
    /(?:ed|en|ing|wn|ld|nt|de|ne|ht|pt|ut|et|un|ck)$/.test(lower) &&
    !/^(?:appeared|emerged|remained|seemed|went|disappeared|ended)$/.test(lower),
);

/** An aside that ends with the same mark right before the verb. */
function closes(tokens: readonly Token[], open: number, to: number): boolean {
  const mark = textAt(tokens, open) === '(' ? ')' : textAt(tokens, open);
  return to - 1 > open + 1 && textAt(tokens, to - 1) === mark;
}

/** "The register lists", "the registers list": a verb in the present agrees; bare "records" are nobody's. */
function agrees(
  tokens: readonly Token[],
  { start, end, head }: RecordPhrase,
  helped: boolean,
  forms: readonly Recording[],
): boolean {
  const word = wordAt(tokens, head);
  if (
    VAGUE_DOCUMENTS.has(word) &&
    end === head + 1 &&
    tokens.slice(start, head).every((token) => ANY_RECORDS.test(token.lower))
  )
    return false;
  if (LAWS.has(singular(word)) && end === head + 1 && head - start < 2) return false;
  const several = word === 'they' || singular(word) !== word || COLLECTIVE.has(word);
  const joined = wordAt(tokens, start - 1) === 'and';
  return (
    helped ||
    forms.some(
      ({ agreement }) =>
        agreement === 'any' || (agreement !== 'helped' && (joined || (agreement === 'several') === several)),
    )
  );
}

/** Which law, only its name tells: "the law lets you" is common knowledge. */
const LAWS = new Set([
  'law',
  'act',
  'statute',
  'code',
  'constitution',
  'bill',
  'rule',
  'regulation',
  'ordinance',
  'policy',
  'plan',
  'order',
  'directive',
]);
const COLLECTIVE = new Set(['data', 'minutes', 'accounts', 'statistics', 'proceedings']);
