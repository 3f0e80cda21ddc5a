import { isCapitalAt, textAt, wordAt } from '../words/token-at.js';
import { ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { type Name, lastName, namesIn, personalName, textOf } from '../words/names.js';
import { type Resolved } from './sources.js';
import { type Sentence, type Token } from '../words/token.js';
import { strangerIn, topicName } from './topics.js';

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
    givenNames: new Map(),
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

const givenName = (name: string): string => (name.split(' ')[0] ?? name).toLowerCase();

/** Offices whose holder can be asked even where "a" or "another" stands before them. */
export const SPEAKS_FOR =
  /^(?:spokes.*|secretary|minister|chief|president|director|mayor|governor|ambassador|prosecutor|superintendent|commissioner|chancellor|coroner|sheriff|chairman|chairwoman|chairperson|chair|ceo)$/;

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
  const names = namesIn(sentence.tokens);
  const topic = topicName(sentence.tokens, names);
  for (const name of names) {
    if (name === topic) meetTopic(cast, sentence.tokens, name);
    if (name.kind === 'person') meetPerson(cast, sentence.tokens, name);
    else if (name.kind === 'organization') {
      meetOrganization(cast, sentence.tokens, name);
      if (name.start <= 1) cast.lastBody = { name: name.text, type: 'organization', named: true };
    }
  }
}

/** Somebody without a name opens the sentence; "she" may take them up. What has a name right behind ("a nurse, Ann Lee,") is met by it. */
function meetUnnamed(cast: Cast, tokens: readonly Token[]): void {
  const stranger = strangerIn(tokens);
  if (!stranger) return;
  const { start, end, head } = stranger;
  if (textAt(tokens, end) === ',' && isCapitalAt(tokens, end + 1)) return;
  if (/^(?:named|called)$/.test(wordAt(tokens, end)) || namesIn(tokens).some((name) => name.start === end)) return;
  if (!SPEAKS_FOR.test(head)) cast.unnamed.add(head);
  const text = textOf(tokens, start, end);
  remember(cast, { name: text, type: 'group', named: false, single: true }, text);
}

/** Whom the sentence is about, if that is a person: "he" or "she" take them up. */
function meetTopic(cast: Cast, tokens: readonly Token[], name: Name): void {
  const known = name.kind === 'other' && isKnownPerson(cast, name.text.replace(/[’']s?$/, ''));
  const thing = wordAt(tokens, name.start - 1) === 'the' && personalName(name.text) === name.text;
  if (thing || !(name.kind === 'person' || known)) return;
  const full = resolveSurname(cast, personalName(name.text));
  const role = name.start <= 7 ? textOf(tokens, 0, name.end) : name.text;
  remember(cast, { name: full, type: 'person', named: true, single: true }, role);
}

function meetPerson(cast: Cast, tokens: readonly Token[], name: Name): void {
  const full = personalName(name.text);
  const article = wordAt(tokens, name.start - 1) === 'the' && full === name.text;
  if (full.includes(' ') && !article) {
    cast.persons.set(lastName(full), full);
    cast.givenNames.set(givenName(full), full);
  }
  const title = name.text.split(/\s+/)[0]?.toLowerCase() ?? '';
  const role = wordAt(tokens, textAt(tokens, name.start - 1) === ',' ? name.start - 2 : name.start - 1);
  for (const word of [title, role]) if (PERSON_TITLES.has(word)) cast.titled.set(word, resolveSurname(cast, full));
}

function meetOrganization(cast: Cast, tokens: readonly Token[], name: Name): void {
  for (const token of tokens.slice(name.start, name.end))
    if (ORGANIZATION_HEADS.has(token.lower)) cast.organizations.set(token.lower, name.text);
  cast.organizations.set(wordAt(tokens, name.end - 1), name.text);
}

/** "Halloran" or "Ingrid" -> "Ingrid Halloran" where that name has stood in the text. */
export function resolveSurname(cast: Cast, name: string): string {
  if (name.includes(' ')) return name;
  return cast.persons.get(lastName(name)) ?? cast.givenNames.get(name.toLowerCase()) ?? name;
}

/** Whether a single word is the surname or the given name of somebody met. */
export const isKnownPerson = (cast: Cast, word: string): boolean =>
  cast.persons.has(lastName(word)) || cast.givenNames.has(word.toLowerCase());
