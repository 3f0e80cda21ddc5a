import { isCapitalAt, quoteAt, textAt, wordAt } from './token-at.js';
import { ORGANIZATION_HEADS, PERSON_TITLES } from './lexicon/sources.js';
import { POWERS } from './lexicon/places.js';
import { nounClass } from './lexicon/noun-classes.js';
import { TIME_WORDS } from './lexicon/words.js';
import { headOf, phraseStartingAt } from './noun-phrases.js';
import { type Resolved } from './sources.js';
import { type Sentence, type Token } from './token.js';
import { isCapitalized } from './word.js';

/** Who has been named so far, walking through the text in order. */
export interface Cast {
  /** Last name in lower case -> full name. */
  readonly persons: Map<string, string>;
  /** Head word in lower case ("ministry") -> full name of the last organisation with it. */
  readonly organizations: Map<string, string>;
  /** Title in lower case ("vicar") -> full name of the last person with it. */
  readonly titled: Map<string, string>;
  /** Whom "he" or "she" take up, "it" and "they". */
  lastHe: Resolved | null;
  lastShe: Resolved | null;
  /** Full name -> what a pronoun or title has told of it. */
  readonly genders: Map<string, 'he' | 'she'>;
  lastThing: Resolved | null;
  /** The last organisation that spoke or opened a sentence. */
  lastBody: Resolved | null;
  /** How many sentences have been met, and at which of them `lastThing` was. */
  at: number;
  lastThingAt: number;
  lastGroup: Resolved | null;
  /** Head words of people who have been introduced without a name ("a midwife"). */
  readonly unnamed: Set<string>;
  /** Whether the lead is being read: whom it brings in without a name ("A peer who …") the next paragraph names. */
  lead: boolean;
  /** Whether a headline is being read: it leaves out articles, and names in the text whom it calls "rower". */
  headline: boolean;
  /** Last words, in lower case, of the names of the outlet that the text appears in. */
  readonly outlets: ReadonlySet<string>;
}

/** Nobody met yet; `outlets`: last words of the names of the outlet itself. */
export function emptyCast(outlets: ReadonlySet<string> = new Set()): Cast {
  return {
    persons: new Map(),
    organizations: new Map(),
    titled: new Map(),
    lastHe: null,
    lastShe: null,
    genders: new Map(),
    lastThing: null,
    lastBody: null,
    at: 0,
    lastThingAt: 0,
    lastGroup: null,
    unnamed: new Set(),
    lead: false,
    headline: false,
    outlets,
  };
}

/** A run of capitalised words, with small links inside: "Department of Health". Token indices, half-open. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly kind: 'person' | 'organization' | 'other';
  readonly text: string;
}

const NAME_LINKS = new Set([
  'of',
  'de',
  'van',
  'von',
  'der',
  'den',
  'la',
  'al',
  'bin',
  'ibn',
  'del',
  'da',
  'di',
  'le',
  'el',
  'du',
  'for',
  'and',
  '&',
  'the',
  '-',
  '’',
  "'",
]);
const PARTICLES = new Set([
  'de',
  'van',
  'von',
  'der',
  'den',
  'la',
  'al',
  'bin',
  'ibn',
  'del',
  'da',
  'di',
  'le',
  'el',
  'du',
  '-',
]);
const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  isCapitalized(token.word) &&
  (token.pos === 'PROPN' || (token.pos !== 'PRON' && token.pos !== 'DET'));

const namesOf = new WeakMap<readonly Token[], readonly Name[]>();

/** Names in one sentence, left to right. Several rules ask for the same sentence: its names are kept beside it. */
export function namesIn(tokens: readonly Token[]): readonly Name[] {
  let names = namesOf.get(tokens);
  if (!names) namesOf.set(tokens, (names = findNames(tokens)));
  return names;
}

function findNames(tokens: readonly Token[]): Name[] {
  const names: Name[] = [];
  for (let i = 0; i < tokens.length;) {
    if (!opensName(tokens, i)) {
      i += 1;
      continue;
    }
    const end = nameEnd(tokens, i);
    names.push({ start: i, end, kind: classify(tokens, i, end), text: textOf(tokens, i, end) });
    i = end;
  }
  return names;
}

function opensName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || !isCapital(token) || TIME_WORDS.has(token.lower)) return false;
  if (token.pos === 'PROPN') return true;
  return i > 0 && token.pos === 'NOUN' && quoteAt(tokens, i - 1) !== 'mark' && isCapitalAt(tokens, i + 1);
}

function nameEnd(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  for (let k = start + 1; k < tokens.length && k - start < 12; k += 1) {
    const next = tokens[k];
    if (!next || next.quote !== quoteAt(tokens, start)) break;
    if (isCapital(next) && !TIME_WORDS.has(next.lower)) end = k + 1;
    else if (next.pos === 'NUM' && /^(?:\d+|[IVX]+)$/.test(next.text) && k === end) end = k + 1;
    else if (!linksName(tokens, k, next)) break;
    else if ((next.lower === 'and' || next.lower === 'for') && classify(tokens, start, k) === 'person') break;
  }
  return end;
}

/** "of", "for the", "de" and the like inside a name: a capital must follow. */
function linksName(tokens: readonly Token[], at: number, link: Token): boolean {
  if (!NAME_LINKS.has(link.lower)) return false;
  const skipsArticle = /^(?:of|for|and)$/.test(link.lower) && wordAt(tokens, at + 1) === 'the';
  return isCapital(tokens[skipsArticle ? at + 2 : at + 1]);
}

/** The words of a range as they stand, joined by single spaces where the text has white space. */
export function textOf(tokens: readonly Token[], start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    out += i > start && token.start > (tokens[i - 1]?.end ?? 0) ? ` ${token.text}` : token.text;
  }
  return out;
}

function classify(tokens: readonly Token[], start: number, end: number): Name['kind'] {
  const words = tokens.slice(start, end).map((token) => token.lower);
  const last = words.at(-1) ?? '';
  const text = words.join(' ');
  if (titledName(words) > 0) return 'person';
  if (words.some((word) => ORGANIZATION_HEADS.has(word) && word.length > 1) || POWERS.has(text)) return 'organization';
  if (words.some((word) => word === 'of' || word === 'for' || word === 'and' || word === '&')) return 'organization';
  const first = textAt(tokens, start);
  if (/^\p{Lu}{2,6}$/u.test(first) && end - start === 1) return 'organization';
  if (PERSON_TITLES.has(words[0] ?? '') && end - start > 1) return 'person';
  const proper = words.filter((word, i) => !PARTICLES.has(word) && isCapitalAt(tokens, start + i));
  if (proper.length >= 2 && proper.length <= 4 && !/\d/.test(last)) return 'person';
  return 'other';
}

/** Where the personal name starts behind the last title in a name ("State Secretary of Fisheries Ingrid Halloran"); 0 if there is none. */
function titledName(words: readonly string[]): number {
  let at = words.findLastIndex((word) => PERSON_TITLES.has(word.replace(/\.$/, '')) || TITLE_WORDS.test(word));
  if (at < 0) return 0;
  at += 1;
  if ((words[at] === 'of' || words[at] === 'for') && words.length - at > 3) at += words[at + 1] === 'the' ? 3 : 2;
  const rest = words.length - at;
  return rest >= 1 &&
    rest <= 4 &&
    at > 0 &&
    !words.slice(at).some((word) => ORGANIZATION_HEADS.has(word) || word === 'of' || word === 'for' || word === 'and')
    ? at
    : 0;
}

const TITLE_WORDS =
  /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|prof|sen|rep|gov|gen|col|sgt|lt|capt|det|insp|rev|hon|st)\.?$/i;

/** The bare personal name in a name: "Senator Tom Rourke" -> "Tom Rourke". */
export function personalName(text: string): string {
  const all = text.replace(/[’']s?$/, '').split(/\s+/);
  const words = all.slice(titledName(all.map((word) => word.toLowerCase())));
  while (
    words.length > 1 &&
    (TITLE_WORDS.test(words[0] ?? '') ||
      PERSON_TITLES.has((words[0] ?? '').toLowerCase().replace(/\.$/, '')) ||
      /^(?:vice|former|prime|foreign|deputy|state|assistant|chief|acting|first)$/i.test(words[0] ?? ''))
  )
    words.shift();
  return words.join(' ');
}

export const lastName = (name: string): string =>
  (
    name
      .replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '')
      .split(/\s+/)
      .at(-1) ?? name
  ).toLowerCase();

const SHE =
  /\b(?:mrs|ms|miss|lady|dame|mother|mom|mum|wife|widow|daughter|sister|woman|girl|aunt|grandmother|niece|queen|princess|chairwoman|spokeswoman|congresswoman|councilwoman|actress|matriarch|landlady|headmistress|waitress|nun|seamstress)\b/i;
const HE =
  /\b(?:mr|sir|lord|father|dad|husband|widower|son|brother|man|boy|uncle|grandfather|nephew|king|prince|chairman|spokesman|congressman|councilman|policeman|postman|fisherman|salesman|landlord|monk)\b/i;

/** Notes that somebody was spoken of last; with what words tells whether "he" or "she" may take it up. */
export function remember(cast: Cast, who: Resolved, words: string): void {
  const told = SHE.test(words) ? 'she' : HE.test(words) ? 'he' : cast.genders.get(who.name);
  if (told && who.named) cast.genders.set(who.name, told);
  if (told !== 'she') cast.lastHe = who;
  if (told !== 'he') cast.lastShe = who;
}

/** Whom a pronoun takes up; it tells that person's gender for later. */
export function recall(cast: Cast, pronoun: 'he' | 'she'): Resolved | null {
  const who = pronoun === 'he' ? cast.lastHe : cast.lastShe;
  if (who?.named && !cast.genders.has(who.name)) {
    cast.genders.set(who.name, pronoun);
    if (pronoun === 'he' && cast.lastShe === who) cast.lastShe = null;
    if (pronoun === 'she' && cast.lastHe === who) cast.lastHe = null;
  }
  return who;
}

/** Takes the names of a sentence into the cast; called in the order of the text. `lead`: the first paragraph. */
export function meet(cast: Cast, sentence: Sentence, lead = false, headline = false): void {
  cast.at += 1;
  cast.lead = lead;
  cast.headline = headline;
  if (!lead) meetUnnamed(cast, sentence.tokens);
  for (const name of namesIn(sentence.tokens)) {
    const known = name.kind === 'other' && cast.persons.has(lastName(name.text.replace(/[’']s?$/, '')));
    const thing = wordAt(sentence.tokens, name.start - 1) === 'the' && personalName(name.text) === name.text;
    if (name.start <= 2 && !thing && (name.kind === 'person' || known)) {
      const full = resolveSurname(cast, personalName(name.text));
      remember(cast, { name: full, type: 'person', named: true, single: true }, name.text);
    }
    if (name.kind === 'person') meetPerson(cast, sentence.tokens, name);
    else if (name.kind === 'organization') {
      meetOrganization(cast, sentence.tokens, name);
      if (name.start <= 1) cast.lastBody = { name: name.text, type: 'organization', named: true };
    }
  }
}

/** "A nurse who worked nights put …", "One resident has …": somebody without a name opens the sentence; "she" may take them up. */
function meetUnnamed(cast: Cast, tokens: readonly Token[]): void {
  if (!/^(?:a|an|one|another)$/.test(wordAt(tokens, 0))) return;
  const phrase = phraseStartingAt(tokens, 0, new Set());
  const head = phrase ? tokens[headOf(tokens, phrase)] : undefined;
  if (!phrase || !head || head.pos === 'PROPN' || nounClass(head.lower) !== 'person' || head.lower.endsWith('s'))
    return;
  if (textAt(tokens, phrase.end) === ',' && isCapitalAt(tokens, phrase.end + 1)) return;
  if (/^(?:named|called)$/.test(wordAt(tokens, phrase.end)) || namesIn(tokens).some((name) => name.end <= phrase.end))
    return;
  cast.unnamed.add(head.lower);
  const text = textOf(tokens, phrase.start, phrase.end);
  remember(cast, { name: text, type: 'group', named: false, single: true }, text);
}

function meetPerson(cast: Cast, tokens: readonly Token[], name: Name): void {
  const full = personalName(name.text);
  const article = wordAt(tokens, name.start - 1) === 'the' && full === name.text;
  if (full.includes(' ') && !article) cast.persons.set(lastName(full), full);
  const title = name.text.split(/\s+/)[0]?.toLowerCase() ?? '';
  const role = wordAt(tokens, textAt(tokens, name.start - 1) === ',' ? name.start - 2 : name.start - 1);
  for (const word of [title, role]) if (PERSON_TITLES.has(word)) cast.titled.set(word, resolveSurname(cast, full));
}

function meetOrganization(cast: Cast, tokens: readonly Token[], name: Name): void {
  for (const token of tokens.slice(name.start, name.end))
    if (ORGANIZATION_HEADS.has(token.lower)) cast.organizations.set(token.lower, name.text);
  cast.organizations.set(wordAt(tokens, name.end - 1), name.text);
}

/** "Halloran" -> "Ingrid Halloran" where that name has stood in the text. */
export function resolveSurname(cast: Cast, name: string): string {
  return name.includes(' ') ? name : (cast.persons.get(lastName(name)) ?? name);
}
