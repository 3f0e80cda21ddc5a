import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type SourceType } from '../check.js';
import {
  ANY_RECORDS,
  DOCUMENT_HEADS,
  GROUP_HEADS,
  ORGANIZATION_HEADS,
  PERSON_TITLES,
  WHISPERERS,
  VAGUE_DOCUMENTS,
} from '../lexicon/sources.js';
import { RECORD_HEADS } from '../lexicon/records.js';
import { headsRecord } from '../lexicon/record-heads.js';
import { POWERS } from '../lexicon/places.js';
import { nounClass, singular } from '../lexicon/noun-classes.js';
import { isOwnOutlet, isOwnRecord, vouchesItself } from './own-records.js';
import { groupMeant, recordMeant, thingMeant } from './things.js';
import { type Range, headOf } from '../grammar/noun-phrases.js';
import { isTestament } from '../grammar/record-phrases.js';
import { type Name, lastName, namesIn, personalName, textOf } from '../words/names.js';
import { type Cast, isKnownPerson, resolveSurname, recall, remember } from './people.js';
import { type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';
import { houseBehind, isNameOfBody, isPlaceOf, isPrincipal } from './phrase-names.js';
import { type Headed, crowd, individual, isCrowd, isDefinite } from './unnamed-sources.js';
import { wordSet } from '../lexicon/word-list.js';

/** Whom a source phrase names. `named`: somebody a reader could identify and ask. */
export interface Resolved {
  readonly name: string;
  readonly type: SourceType;
  readonly named: boolean;
  /** Whether "he" or "she" may take it up. */
  readonly single?: boolean;
}

/** Types a source phrase and resolves pronouns, surnames, titles and "the ministry" against those already met. Updates the cast. */
export function resolveSource(
  tokens: readonly Token[],
  phrase: Range,
  cast: Cast,
  sort?: 'document' | 'self',
): Resolved {
  const resolved = sort ? sorted(tokens, phrase, cast, sort) : resolve(tokens, phrase, cast);
  if (resolved.single) remember(cast, resolved, textOf(tokens, phrase.start, phrase.end));
  if (resolved.type === 'organization' || (resolved.type === 'document' && !/[^s]s$/.test(resolved.name))) {
    cast.lastThing = resolved;
    cast.lastThingAt = cast.at;
    if (resolved.type === 'organization') cast.lastBody = resolved;
    cast.lastGroup = null;
  }
  if (resolved.type === 'group' && !resolved.single) cast.lastGroup = resolved;
  if (resolved.type === 'document' && /[^s]s$/.test(resolved.name)) {
    cast.lastGroup = resolved;
    cast.lastThingAt = cast.at;
  }
  return resolved;
}

/** The construction tells the kind; only the name is left to find. */
function sorted(tokens: readonly Token[], phrase: Range, cast: Cast, sort: 'document' | 'self'): Resolved {
  const word = wordAt(tokens, phrase.start);
  const record = sort === 'document' ? recordMeant(cast, word) : null;
  if (record) return record;
  if (word === 'it' && cast.lastThing) return cast.lastThing;
  if (word === 'they' && cast.lastGroup) return cast.lastGroup;
  const text = textOf(tokens, phrase.start, phrase.end);
  const own = isOwnRecord(tokens, phrase, cast);
  return { name: text, type: own ? 'self' : sort, named: true };
}

function resolve(tokens: readonly Token[], phrase: Range, cast: Cast): Resolved {
  const whole = textOf(tokens, phrase.start, phrase.end);
  const text = whole.endsWith(',') ? whole.slice(0, -1) : whole;
  if (vouchesItself(tokens, phrase)) return { name: text, type: 'self', named: true };
  const head = tokens[headOf(tokens, phrase)] ?? tokens[phrase.start];
  if (!head) return { name: text, type: 'unknown', named: false };
  if (phrase.end - phrase.start === 1 || head.pos === 'PRON') {
    const pronoun = resolvePronoun(tokens, phrase, head.lower, cast);
    if (pronoun) return pronoun;
  }
  if (isCapitalRole(phrase, head)) return { name: text, type: 'group', named: false, single: true };
  const names = namesIn(tokens.slice(phrase.start, phrase.end));
  if (isOwnOutlet(head, names, cast)) return { name: text, type: 'self', named: true };
  return byHead({ tokens, phrase, head, names, cast, text });
}

/** "TECHNICIAN:", "WOMAN:": in a transcript, who speaks without a name. */
const isCapitalRole = (phrase: Range, { text, lower }: Token): boolean =>
  phrase.end - phrase.start === 1 &&
  nounClass(lower) === 'person' &&
  !PERSON_TITLES.has(lower) &&
  /^\p{Lu}{3,}$/u.test(text);

function resolvePronoun(tokens: readonly Token[], phrase: Range, word: string, cast: Cast): Resolved | null {
  if (word === 'he' || word === 'his')
    return recall(cast, 'he') ?? { name: word, type: 'person', named: false, single: true };
  if (word === 'she' || word === 'her')
    return recall(cast, 'she') ?? { name: word, type: 'person', named: false, single: true };
  if (word === 'i' || word === 'we') return { name: word, type: 'self', named: true };
  if (word === 'it' || word === 'its') return thingMeant(cast) ?? { name: word, type: 'organization', named: false };
  if (word === 'they' || word === 'their') return groupMeant(cast) ?? { name: word, type: 'group', named: false };
  if (word === 'who' || word === 'which' || word === 'that') return antecedent(tokens, phrase.start, cast);
  return null;
}

/** The phrase before a relative pronoun: its nearest name, else its head. */
function antecedent(tokens: readonly Token[], at: number, cast: Cast): Resolved {
  const from = Math.max(0, at - 14);
  const names = namesIn(tokens.slice(from, at));
  const name = names.at(-1);
  if (name && from + name.end >= at - 2) return ofName(name, tokens.slice(from, at), cast);
  for (let i = at - 1; i >= from; i -= 1) {
    const word = tokens[i];
    if (!word || word.pos !== 'NOUN') continue;
    if (DOCUMENT_HEADS.has(word.lower)) return { name: word.text, type: 'document', named: true };
    if (ORGANIZATION_HEADS.has(word.lower))
      return { name: cast.organizations.get(word.lower) ?? word.text, type: 'organization', named: true };
    return { name: word.text, type: 'group', named: false };
  }
  return { name: 'who', type: 'unknown', named: false };
}

function ofName(name: Name, tokens: readonly Token[], cast: Cast, article = false): Resolved {
  if (
    name.kind === 'person' &&
    (article || /(?:^|\s)\p{Lu}$/u.test(name.text)) &&
    personalName(name.text) === name.text &&
    !cast.persons.has(lastName(name.text))
  )
    return { name: name.text, type: 'organization', named: true };
  if (name.kind === 'organization') return { name: name.text, type: 'organization', named: true };
  if (name.kind === 'person')
    return { name: resolveSurname(cast, personalName(name.text)), type: 'person', named: true, single: true };
  return ofPlainName(name, tokens, cast);
}

/** A single capitalised word: somebody's surname, a power, a company; the tables and what has been met decide. */
function ofPlainName(name: Name, _tokens: readonly Token[], cast: Cast): Resolved {
  const bare = name.text.replace(/[’']s?$/, '');
  const lower = bare.toLowerCase();
  if (POWERS.has(lower)) return { name: bare, type: 'organization', named: true };
  if (isKnownPerson(cast, bare)) return { name: resolveSurname(cast, bare), type: 'person', named: true, single: true };
  if (cast.organizations.has(lower))
    return { name: cast.organizations.get(lower) ?? bare, type: 'organization', named: true };
  if (/\p{Ll}\p{Lu}/u.test(bare) && !/^(?:Mc|Mac|O[’'])/.test(bare))
    return { name: bare, type: 'organization', named: true };
  return { name: bare, type: 'person', named: true, single: true };
}

/** Whether a head word stands for a record that says what is in it. */
const isRecordHead = wordFact(
  ({ lower }) =>
    DOCUMENT_HEADS.has(lower) ||
    RECORD_HEADS.has(lower) ||
    (headsRecord(lower) && nounClass(lower) !== 'person') ||
    (DOCUMENT_HEADS.has(singular(lower)) && !PERSON_TITLES.has(singular(lower))),
  false,
);

function byHead(given: Headed): Resolved {
  const { tokens, phrase, head, names, text } = given;
  const word = head.lower;
  const person = names.find((name) => name.kind === 'person' && !isPlaceOf(given, name) && !isPrincipal(given, name));
  if (STATEMENTS.has(word)) return ofStatement(given);
  if ((phrase.end - phrase.start > 2 || word === 'anonymity') && KEEPS_NAME.test(text))
    return { name: text, type: 'group', named: false, single: !word.endsWith('s') };
  const house = houseBehind(given);
  if (house) return { name: house.text, type: 'organization', named: true };
  if (WHISPERERS.has(word) && names.length === 0) return { name: text, type: 'group', named: false, single: true };
  const modal = word === 'will' && !isTestament(tokens, headOf(tokens, phrase));
  if (isRecordHead(head.word) && !modal && !(person && PERSON_TITLES.has(word)) && !isNameOfBody(given)) {
    const nobody = vague(tokens, phrase, word, names);
    return { name: text, type: nobody ? 'group' : 'document', named: !nobody };
  }
  if (isCrowd(given)) return crowd(given);
  return byHeadName(given, person) ?? byRole(given, person);
}

/** "a spokesman, who asked not to be named": whatever the office, nobody a reader could ask. */
const KEEPS_NAME =
  /\b(?:not (?:want(?:ed)? |wish(?:ed)? )?to be (?:named|identified|quoted)|(?:declined|refused) to (?:be named|give (?:his|her|their) name)|on condition (?:of anonymity|that)|anonymity|not (?:be )?authori[sz]ed to)\b/;

/** "A statement from the airline": whoever issued it speaks. */
function ofStatement({ names, text, tokens, phrase, cast }: Headed): Resolved {
  const issuer = names.at(-1);
  if (issuer) return ofName(issuer, tokens, cast, wordAt(tokens, phrase.start + issuer.start - 1) === 'the');
  return cast.lastThing ?? { name: text, type: 'organization', named: true };
}

/** The head is itself part of a name: "Ingrid Halloran", "the Harbour Board". */
function byHeadName({ tokens, phrase, head, names, cast }: Headed, person: Name | undefined): Resolved | null {
  const at = tokens.indexOf(head) - phrase.start;
  const name = names.find((one) => one.start <= at && one.end > at);
  const proper = head.pos === 'PROPN' || /^\p{Lu}/u.test(head.text);
  if (!name || !proper || (name.kind === 'other' && person)) return null;
  return ofName(name, tokens, cast, wordAt(tokens, phrase.start) === 'the' && name.start === 1);
}

/** What somebody issues to be heard: the issuer speaks. */
const STATEMENTS = new Set(['statement', 'announcement', 'press-release']);
/** Searches that end in a record. */
const INQUIRIES = wordSet('investigation inquiry probe inquest review audit allegation');
/** Bodies that one can ask once it is plain which one is meant: "the state", "her party". */
const BODIES = wordSet(
  'state government nation country county city town district province party group company firm team club school university institute institution institutions organisation organization bureau outlet press',
);

/** The head is a common noun: a role with or without a name beside it, an organisation, somebody unnamed. */
function byRole(given: Headed, person: Name | undefined): Resolved {
  const { tokens, phrase, head, names, cast, text } = given;
  const word = head.lower;
  const first = wordAt(tokens, phrase.start);
  const organization = names.find((name) => name.kind === 'organization');
  const titled = PERSON_TITLES.has(word) || nounClass(word) === 'person';
  const named = (one: Name): Resolved => ({
    name: resolveSurname(cast, personalName(one.text)),
    type: 'person',
    named: true,
    single: true,
  });
  if (INQUIRIES.has(word)) return { name: text, type: 'document', named: true };
  const apposed =
    person && (titled || textAt(tokens, phrase.end - 1) === ',' || phrase.start + person.end >= phrase.end - 1);
  if (person && apposed && !word.endsWith('s')) return named(person);
  if (BODIES.has(word) && (isDefinite(first) || (cast.headline && phrase.end - phrase.start === 1)))
    return { name: cast.organizations.get(word) ?? text, type: 'organization', named: true };
  const firm = ORGANIZATION_HEADS.has(word) && !PERSON_TITLES.has(word);
  const office = word.endsWith('s') && phrase.end - phrase.start <= 2 && posAt(tokens, phrase.start) !== 'NUM';
  if (firm && (!titled || isDefinite(first) || office)) return ofBody(given, organization);
  if (titled) return individual(given);
  if (person) return named(person);
  if (nounClass(word) === 'group' && isDefinite(first))
    return { name: cast.organizations.get(word) ?? text, type: 'organization', named: true };
  const plural = word.endsWith('s');
  if (GROUP_HEADS.has(word)) return { name: text, type: 'group', named: false, single: true };
  if (plural) return { name: text, type: 'group', named: false };
  if (/^(?:a|an|one|another|some)$/.test(first))
    return { name: text, type: 'group', named: false, single: / whos?e?\b/.test(text) };
  if (first === 'the' && /^(?:younger|elder|older|taller|oldest|eldest|youngest|other)$/.test(word))
    return { name: text, type: 'group', named: false, single: true };
  return { name: text, type: 'unknown', named: false };
}

/** "the company", "Halloran's department"; "one newspaper" and "a rival firm" could be any. */
function ofBody({ head, phrase, tokens, names, cast, text }: Headed, organization: Name | undefined): Resolved {
  const word = head.lower;
  const any = /^(?:one|another|some|several)$/.test(wordAt(tokens, phrase.start)) && names.length === 0;
  const somebody = /^an?$/.test(wordAt(tokens, phrase.start)) && / who\b/.test(text) && names.length === 0;
  if (somebody) return { name: text, type: 'group', named: false, single: true };
  if (any) return { name: text, type: 'group', named: false };
  return { name: organization?.text ?? cast.organizations.get(word) ?? text, type: 'organization', named: true };
}

/** "reports", "studies", "new data": records that nobody could ask for by that name; "county deed records" can be asked for. */
function vague(tokens: readonly Token[], phrase: Range, word: string, names: readonly Name[]): boolean {
  const words = tokens.slice(phrase.start, phrase.end);
  const head = words.findIndex((token) => token.lower === word);
  const telling = (name: Name): boolean =>
    (name.start > head || name.end <= head) && !ANY_RECORDS.test(name.text.toLowerCase());
  if (!VAGUE_DOCUMENTS.has(word) || names.some(telling)) return false;
  return !words
    .slice(0, Math.max(0, head))
    .some(
      (token) =>
        isDefinite(token.lower) || (/^(?:NOUN|ADJ|PROPN|VERB|NUM)$/.test(token.pos) && !ANY_RECORDS.test(token.lower)),
    );
}
