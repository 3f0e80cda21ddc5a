import { isCapitalAt, posAt, textAt, wordAt } from '../words/token-at.js';
import { ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { type Name, isFirmName, lastName, namesIn, personalName, textOf } from '../words/names.js';
import { headOf, phraseStartingAt } from '../grammar/noun-phrases.js';
import { verbOf } from '../lexicon/reporting-verbs.js';
import { nounClass } from '../lexicon/noun-classes.js';
import { type RecordTopic, recordTopic } from './record-topics.js';
import { type Resolved } from './sources.js';
import { type Token } from '../words/token.js';
import { type WordKinds } from '../words/word.js';
import { strangerIn, topicName } from './topics.js';
import { remember as memoized } from '../words/remember.js';

export type Gender = 'he' | 'she';

/** Somebody whom a sentence was about or who spoke in it; `at`: the number of that sentence. */
export interface Spoken {
  readonly who: Resolved;
  readonly at: number;
}

/** Who has been named so far, walking through the text in order. */
export interface Cast {
  /** Last name in lower case -> full name. */
  readonly persons: Map<string, string>;
  /** Given name in lower case -> full name. */
  readonly givenNames: Map<string, string>;
  /** Head word in lower case ("ministry") -> full name of the last organisation with it. */
  readonly organizations: Map<string, string>;
  /** Title in lower case ("vicar") -> full name of the last person with it. */
  readonly titled: Map<string, string>;
  /** Whom "he" or "she" may take up: the last few spoken of, the latest at the end. */
  readonly recent: Spoken[];
  /** Somebody named in the sentence before, but not as what it is about. */
  mentioned: Resolved | null;
  /** Full name, or the words for somebody without one -> what a pronoun or title has told of them. */
  readonly genders: Map<string, Gender>;
  /** What "it" takes up. */
  lastThing: Resolved | null;
  /** The last organisation that spoke or opened a sentence. */
  lastBody: Resolved | null;
  /** How many sentences have been met, and at which of them `lastThing` was. */
  at: number;
  lastThingAt: number;
  lastGroup: Resolved | null;
  /** Records that the sentence being met brings in, and the one before it. */
  recordHere: RecordTopic | null;
  recordBefore: RecordTopic | null;
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
    givenNames: new Map(),
    organizations: new Map(),
    titled: new Map(),
    recent: [],
    mentioned: null,
    genders: new Map(),
    lastThing: null,
    lastBody: null,
    at: 0,
    lastThingAt: 0,
    lastGroup: null,
    recordHere: null,
    recordBefore: null,
    unnamed: new Set(),
    lead: false,
    headline: false,
    outlets,
  };
}

/** What follows from how a name is written. */
interface Written {
  /** The bare personal name. */
  readonly full: string;
  /** Its first and last word in lower case. */
  readonly given: string;
  readonly last: string;
  /** The title before it in lower case, or empty. */
  readonly title: string;
  /** The name without "’s" in lower case, and the last word of that. */
  readonly bare: string;
  readonly bareLast: string;
}

const firstWord = (name: string): string => (name.split(/\s+/)[0] ?? name).toLowerCase();
const readName = memoized((text): Written => {
  const full = personalName(text);
  const bare = text.replace(/[’']s?$/, '');
  const title = firstWord(text) === firstWord(full) ? '' : firstWord(text);
  const last = lastName(full);
  return { full, given: firstWord(full), last, title, bare: bare.toLowerCase(), bareLast: lastName(bare) };
});

/** Offices whose holder can be asked even where "a" or "another" stands before them. */
export const SPEAKS_FOR =
  /^(?:spokes.*|secretary|minister|chief|president|director|mayor|governor|ambassador|prosecutor|superintendent|commissioner|chancellor|coroner|sheriff|chairman|chairwoman|chairperson|chair|ceo)$/;

const SHE =
  /\b(?:mrs|ms|miss|lady|dame|mother|mom|mum|wife|widow|daughter|sister|woman|girl|aunt|grandmother|niece|queen|princess|chairwoman|spokeswoman|congresswoman|councilwoman|actress|matriarch|landlady|headmistress|waitress|nun|seamstress)\b/i;
const HE =
  /\b(?:mr|sir|lord|father|dad|husband|widower|son|brother|man|boy|uncle|grandfather|nephew|king|prince|chairman|spokesman|congressman|councilman|policeman|postman|fisherman|salesman|landlord|monk)\b/i;
/** Either: most words tell neither, and are read once. */
const SHE_OR_HE = new RegExp(`${SHE.source}|${HE.source}`, 'i');

/** How many people are kept for a pronoun to choose from, and for how many sentences those without a name. */
const REMEMBERED = 6;
const FRESH = 6;

/** Notes that somebody was spoken of last; with what words tells whether "he" or "she" may take it up. */
export function remember(cast: Cast, who: Resolved, words: string): void {
  const told = cast.genders.get(who.name) ?? genderIn(words);
  if (told) cast.genders.set(who.name, told);
  place(cast, who, cast.recent.length);
}

/** Puts somebody among the recent, before those who stand at `index`. */
function place(cast: Cast, who: Resolved, index: number): void {
  const before = cast.recent.findIndex((one) => one.who.name === who.name);
  cast.recent.splice(index, 0, { who, at: cast.at });
  if (before >= 0) cast.recent.splice(before < index ? before : before + 1, 1);
  if (cast.recent.length > REMEMBERED) cast.recent.shift();
}

/** What the words for somebody tell: the role first ("a widow"), then what stands beside it (", mother of two"), then a pronoun ("who kept his cap on"). */
function genderIn(words: string): Gender | null {
  const end = besideFrom(words, 1);
  const told =
    genderOf(words.slice(0, end)) ??
    (words[end] === ',' ? genderOf(words.slice(end, besideFrom(words, end + 1))) : null);
  if (told || end === words.length) return told;
  const rest = words.slice(end);
  const [she, he] = [/\b(?:her|she|herself)\b/i.test(rest), /\b(?:his|he|him|himself)\b/i.test(rest)];
  return she === he ? null : she ? 'she' : 'he';
}

/** Where what stands beside a role begins: the next comma or the space before such a word from `from` on, else the end. */
function besideFrom(words: string, from: number): number {
  BESIDE.lastIndex = from;
  return BESIDE.exec(words)?.index ?? words.length;
}
const BESIDE = /,| (?:who|whose|that|with|from|of|for|in|at)\b/g;

/** "Ann Ward kept her lamp", "Tom Lee cut himself": whose things are whose tells, where only one is spoken of and nobody says it. */
function genderBehind(tokens: readonly Token[], from: number): Gender | null {
  let [she, he] = [false, false];
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || verbOf(token.word) || token.quote !== 'outside') break;
    const word = token.lower;
    if (word === 'herself' || (word === 'her' && /^(?:NOUN|ADJ)$/.test(posAt(tokens, i + 1)))) she = true;
    else if (word === 'himself' || (word === 'his' && /^(?:NOUN|ADJ)$/.test(posAt(tokens, i + 1)))) he = true;
  }
  return she === he ? null : she ? 'she' : 'he';
}

const genderOf = (words: string): Gender | null => (SHE_OR_HE.test(words) ? (SHE.test(words) ? 'she' : 'he') : null);

const isFresh = (cast: Cast, { who, at }: Spoken): boolean => who.named || cast.at - at <= FRESH;

/** Whom a pronoun takes up: the last who may be meant. It tells that person's gender for later. */
export function recall(cast: Cast, pronoun: Gender): Resolved | null {
  const last = cast.recent.findLast(
    (one) => isFresh(cast, one) && (cast.genders.get(one.who.name) ?? pronoun) === pronoun,
  );
  if (!last) return null;
  cast.genders.set(last.who.name, pronoun);
  return last.who;
}

/** Whom the text spoke of last. */
export const lastPerson = (cast: Cast): Resolved | null => {
  const last = cast.recent.at(-1);
  return last && isFresh(cast, last) ? last.who : null;
};

/** Whoever was only mentioned in the sentence before comes behind those it was about. */
function placeMentioned(cast: Cast): void {
  const { mentioned, recent } = cast;
  if (mentioned === null || recent.some(({ who }) => who.name === mentioned.name)) return;
  place(cast, mentioned, recent.at(-1)?.at === cast.at ? recent.length - 1 : recent.length);
}

/** Takes the names of a sentence into the cast; called in the order of the text. `lead`: the first paragraph. */
export function meet(cast: Cast, tokens: readonly Token[], kinds: WordKinds, lead: boolean, headline: boolean): void {
  placeMentioned(cast);
  cast.at += 1;
  cast.recordBefore = cast.recordHere;
  cast.recordHere = recordTopic(tokens, kinds);
  cast.lead = lead;
  cast.headline = headline;
  const all = namesIn(tokens);
  if (!lead) meetUnnamed(cast, tokens, all);
  const names = headline && isInTitleCase(tokens) ? [] : all;
  const topic = topicName(tokens, names);
  cast.mentioned = mentionedIn(cast, names, topic);
  for (const name of names) {
    if (name === topic) meetTopic(cast, tokens, name);
    if (name.kind === 'person') meetPerson(cast, tokens, name);
    else if (name.kind === 'organization') {
      meetOrganization(cast, tokens, name);
      if (name.start <= 1) cast.lastBody = { name: name.text, type: 'organization', named: true };
    }
  }
}

/** From so many letters on the house styles that capitalise headlines capitalise every word. */
const LONG_WORD = 5;

/** "Harbour Board Rejects Dredging Bill": every long word has a capital, so that none tells where a name ends. */
const isInTitleCase = (tokens: readonly Token[]): boolean =>
  tokens.every(({ text }) => text.length < LONG_WORD || !/^\p{Ll}/u.test(text));

/** Somebody without a name opens the sentence; "she" may take them up. What has a name right behind ("a nurse, Ann Lee,") is met by it. */
function meetUnnamed(cast: Cast, tokens: readonly Token[], names: readonly Name[]): void {
  const stranger = strangerIn(tokens);
  if (!stranger) return;
  const { start, end, head } = stranger;
  if (textAt(tokens, end) === ',' && isCapitalAt(tokens, end + 1)) return;
  if (/^(?:named|called)$/.test(wordAt(tokens, end)) || names.some((name) => name.start === end)) return;
  if (SPEAKS_FOR.test(head)) return;
  cast.unnamed.add(head);
  const text = textOf(tokens, start, end);
  remember(cast, { name: text, type: 'group', named: false, single: true }, text);
}

/** The first person named in a sentence that is about something else. */
function mentionedIn(cast: Cast, names: readonly Name[], topic: Name | null): Resolved | null {
  if (names.length === 0) return null;
  const name = names.find((one) => one !== topic && one.kind === 'person' && one.text.includes(' '));
  return name ? { name: knownName(cast, readName(name.text)), type: 'person', named: true, single: true } : null;
}

/** Whom the sentence is about, if that is a person: "he" or "she" take them up. */
function meetTopic(cast: Cast, tokens: readonly Token[], name: Name): void {
  if (name.kind === 'organization') return;
  const written = readName(name.text);
  const known = cast.persons.has(written.bareLast) || cast.givenNames.has(written.bare);
  const thing = name.start > 0 && wordAt(tokens, name.start - 1) === 'the' && written.full === name.text;
  if (thing || !(name.kind === 'person' || known)) return;
  const full = knownName(cast, written);
  const role = name.start <= 7 ? textOf(tokens, 0, name.end) : name.text;
  remember(cast, { name: full, type: 'person', named: true, single: true }, role);
  const told = cast.genders.has(full) ? null : genderBehind(tokens, name.end);
  if (told) cast.genders.set(full, told);
}

function meetPerson(cast: Cast, tokens: readonly Token[], name: Name): void {
  const written = readName(name.text);
  const { full } = written;
  const { start } = name;
  const article = start > 0 && wordAt(tokens, start - 1) === 'the' && full === name.text;
  if (full.includes(' ') && !article) {
    cast.persons.set(written.last, full);
    cast.givenNames.set(written.given, full);
  }
  meetRole(cast, written.title, written);
  if (start > 0) meetRole(cast, wordAt(tokens, textAt(tokens, start - 1) === ',' ? start - 2 : start - 1), written);
  meetRole(cast, apposedRole(tokens, name.end), written);
}

/** Notes who bears a title or does a work: whom "the vicar" means later. */
function meetRole(cast: Cast, word: string, written: Written): void {
  if (word !== '' && (PERSON_TITLES.has(word) || nounClass(word) === 'person'))
    cast.titled.set(word, knownName(cast, written));
}

/** "Earl Ward, the promoter of the fight": the role behind a name and its comma; empty where none stands there. */
function apposedRole(tokens: readonly Token[], end: number): string {
  if (textAt(tokens, end) !== ',' || !/^(?:an?|the|its|his|her|their)$/.test(wordAt(tokens, end + 1))) return '';
  const phrase = phraseStartingAt(tokens, end + 1);
  return phrase ? wordAt(tokens, headOf(tokens, phrase)) : '';
}

function meetOrganization(cast: Cast, tokens: readonly Token[], name: Name): void {
  for (let at = name.start; at < name.end; at += 1) {
    const word = wordAt(tokens, at);
    if (ORGANIZATION_HEADS.has(word)) cast.organizations.set(word, name.text);
  }
  cast.organizations.set(wordAt(tokens, name.end - 1), name.text);
  if (isFirmName(name)) cast.organizations.set(wordAt(tokens, name.start), name.text);
}

/** "Halloran" or "Ingrid" -> "Ingrid Halloran" where that name has stood in the text. */
export function resolveSurname(cast: Cast, name: string): string {
  if (name.includes(' ')) return name;
  return cast.persons.get(lastName(name)) ?? cast.givenNames.get(name.toLowerCase()) ?? name;
}

/** The same of a name that has been read. */
function knownName({ persons, givenNames }: Cast, { full, last }: Written): string {
  return full.includes(' ') ? full : (persons.get(last) ?? givenNames.get(full.toLowerCase()) ?? full);
}

/** Whether a single word is the surname or the given name of somebody met. */
export const isKnownPerson = (cast: Cast, word: string): boolean =>
  cast.persons.has(lastName(word)) || cast.givenNames.has(word.toLowerCase());
