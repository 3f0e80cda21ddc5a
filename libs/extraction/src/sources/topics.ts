import { posAt, textAt, wordAt } from '../words/token-at.js';
import { GROUP_HEADS, KIN, PERSON_TITLES } from '../lexicon/sources.js';
import { nounClass } from '../lexicon/noun-classes.js';
import { type Name } from '../words/names.js';
import { type Token } from '../words/token.js';

/** Somebody without a name whom a sentence brings in: "a former clerk who left in May". Token indices, half-open. */
export interface Stranger {
  readonly start: number;
  readonly end: number;
  /** The head noun in lower case: "clerk". */
  readonly head: string;
}

/** How far an opening phrase may reach before its comma ("By her own account, …"), in tokens. */
const LONGEST_OPENING = 24;

/**
 * The name a sentence is about, whom "he" or "she" take up next (the centre, in Grosz, Joshi and Weinstein's word): it opens the
 * sentence, stands beside a role that does ("Her daughter, Folake Adeyemi, visited"), or is the subject behind an opening phrase.
 */
export function topicName(tokens: readonly Token[], names: readonly Name[]): Name | null {
  const first = fullFirst(names);
  if (!first) return null;
  if (first.start <= 2 || besideRole(tokens, first)) return first;
  const comma = openingEnd(tokens);
  if (comma < 0) return null;
  const subject = names.find((name) => name.start > comma);
  if (subject && subject.start <= comma + 2 && startsClause(tokens, subject)) return subject;
  return null;
}

/** The first name; "Store manager Hank Ward" opens with a capital that names nobody. */
function fullFirst(names: readonly Name[]): Name | undefined {
  const [first, second] = names;
  const capital = first?.start === 0 && first.end === 1 && first.kind === 'other';
  return capital && second?.kind === 'person' && second.start <= 3 ? second : first;
}

/** "Her daughter, Folake Adeyemi", "The retired station master Ingrid Halloran": only the words of a role before the name. */
function besideRole(tokens: readonly Token[], name: Name): boolean {
  const role = textAt(tokens, name.start - 1) === ',' ? name.start - 1 : name.start;
  if (role > 7 || !isPersonWord(wordAt(tokens, role - 1))) return false;
  for (let i = 0; i < role; i += 1)
    if (!/^(?:DET|ADJ|NOUN|NUM|PRON|PART)$/.test(posAt(tokens, i)) && wordAt(tokens, i) !== 'of') return false;
  return true;
}

/** The comma that ends an opening phrase or clause ("By her own account, …", "Approached at his gate, …"); -1 if none opens the sentence. */
function openingEnd(tokens: readonly Token[]): number {
  if (!OPENING.has(posAt(tokens, 0))) return -1;
  for (let i = 1; i < Math.min(tokens.length, LONGEST_OPENING); i += 1) {
    if (tokens[i]?.quote !== 'outside') return -1;
    if (textAt(tokens, i) === ',') return i;
  }
  return -1;
}

const OPENING: ReadonlySet<string> = new Set(['ADP', 'SCONJ', 'VERB', 'ADV', 'PART']);

/** Behind the name goes a verb, or an aside and then one. */
const startsClause = (tokens: readonly Token[], name: Name): boolean =>
  /^(?:VERB|AUX|ADV)$/.test(posAt(tokens, name.end)) || /^(?:,|who)$/.test(wordAt(tokens, name.end));

const isPersonWord = (word: string): boolean =>
  nounClass(word) === 'person' || PERSON_TITLES.has(word) || KIN.has(word);

/**
 * Somebody without a name who opens a sentence: "A nurse who worked nights put …", "One resident has …", "A 19-year-old who …", or
 * stands behind an opening verb or preposition ("So says a former salesman", "For one elderly shopper").
 */
export function strangerIn(tokens: readonly Token[]): Stranger | null {
  const start = strangerStart(tokens);
  if (start < 0) return null;
  let end = start + 1;
  while (end - start < 8 && isInside(tokens, end)) end += 1;
  while (end - start > 2 && posAt(tokens, end - 1) === 'ADJ' && posAt(tokens, end - 2) === 'NOUN') end -= 1;
  const head = wordAt(tokens, end - 1);
  const related = wordAt(tokens, end) === 'who' || (textAt(tokens, end) === ',' && wordAt(tokens, end + 1) === 'who');
  const person =
    nounClass(head) === 'person' || /-year-old$/.test(head) || (GROUP_HEADS.has(head) && isPersonWord(head));
  if (/^(?:our|my)$/.test(wordAt(tokens, start)) && KIN.has(head)) return null;
  if (end - start < 2 || tokens[end - 1]?.pos === 'PROPN' || head.endsWith('s') || !(person || related)) return null;
  return { start, end, head };
}

function strangerStart(tokens: readonly Token[]): number {
  for (let i = 0; i <= 2; i += 1) {
    if (BEFORE_STRANGERS.has(wordAt(tokens, i))) return i;
    const leads = i === 0 ? LEADING : SAYING;
    if (!leads.has(wordAt(tokens, i))) return -1;
  }
  return -1;
}

const BEFORE_STRANGERS = new Set(['a', 'an', 'one', 'another', 'our', 'my']);
const LEADING = new Set(['so', 'for', 'to', 'thus']);
const SAYING = new Set(['say', 'says', 'said']);

/** Whether a token still belongs to the words before a head noun, or is the head. */
function isInside(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.quote !== 'outside' || token.lower === 'who') return false;
  if (/^(?:ADJ|NOUN|NUM)$/.test(token.pos)) return true;
  return token.pos === 'VERB' && /(?:ed|ing)$/.test(token.lower) && /^(?:ADJ|NOUN)$/.test(posAt(tokens, at + 1));
}
