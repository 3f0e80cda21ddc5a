import { posAt, textAt, wordAt } from './token-at.js';
import { type SourceType } from './check.js';
import {
  DOCUMENT_HEADS,
  GROUP_HEADS,
  ORGANIZATION_HEADS,
  PERSON_TITLES,
  SELF_PATTERN,
  VAGUE_DOCUMENTS,
} from './lexicon/sources.js';
import { POWERS } from './lexicon/places.js';
import { nounClass, singular } from './lexicon/noun-classes.js';
import { type Range, headOf } from './noun-phrases.js';
import {
  type Cast,
  type Name,
  lastName,
  namesIn,
  personalName,
  resolveSurname,
  textOf,
  recall,
  remember,
} from './people.js';
import { type Token } from './token.js';

/** Whom a source phrase names. `named`: somebody a reader could identify and ask. */
export interface Resolved {
  readonly name: string;
  readonly type: SourceType;
  readonly named: boolean;
  /** Whether "he" or "she" may take it up. */
  readonly single?: boolean;
}

const DEFINITE = new Set(['the', 'this', 'that', 'his', 'her', 'its', 'their', 'our']);

/** Types a source phrase and resolves pronouns, surnames, titles and "the ministry" against those already met. Updates the cast. */
export function resolveSource(
  tokens: readonly Token[],
  phrase: Range,
  cast: Cast,
  sort?: 'document' | 'self',
): Resolved {
  const resolved = sort ? sorted(tokens, phrase, cast, sort) : resolve(tokens, phrase, cast);
  if (resolved.single) remember(cast, resolved, textOf(tokens, phrase.start, phrase.end));
  if (resolved.type === 'organization' || resolved.type === 'document') {
    cast.lastThing = resolved;
    cast.lastGroup = null;
  }
  if (resolved.type === 'group' && !resolved.single) cast.lastGroup = resolved;
  return resolved;
}

/** The construction tells the kind; only the name is left to find. */
function sorted(tokens: readonly Token[], phrase: Range, cast: Cast, sort: 'document' | 'self'): Resolved {
  const word = wordAt(tokens, phrase.start);
  if (word === 'it' && cast.lastThing) return cast.lastThing;
  return { name: textOf(tokens, phrase.start, phrase.end), type: sort, named: true };
}

/** "E-mails obtained by the Sentinel": the outlet vouches for what nobody else can see. */
const SEEN_BY = /\b(?:seen|obtained|reviewed|examined|viewed|analy[sz]ed) by (?:the )?\p{Lu}\p{L}+/u;

function resolve(tokens: readonly Token[], phrase: Range, cast: Cast): Resolved {
  const text = textOf(tokens, phrase.start, phrase.end).replace(/,$/, '');
  if (SELF_PATTERN.test(text) || SEEN_BY.test(text)) return { name: text, type: 'self', named: true };
  const head = tokens[headOf(tokens, phrase)] ?? tokens[phrase.start];
  if (!head) return { name: text, type: 'unknown', named: false };
  if (phrase.end - phrase.start === 1 || head.pos === 'PRON') {
    const pronoun = resolvePronoun(tokens, phrase, head.lower, cast);
    if (pronoun) return pronoun;
  }
  const names = namesIn(tokens.slice(phrase.start, phrase.end));
  return byHead({ tokens, phrase, head, names, cast, text });
}

function resolvePronoun(tokens: readonly Token[], phrase: Range, word: string, cast: Cast): Resolved | null {
  if (word === 'he' || word === 'his')
    return recall(cast, 'he') ?? { name: word, type: 'person', named: false, single: true };
  if (word === 'she' || word === 'her')
    return recall(cast, 'she') ?? { name: word, type: 'person', named: false, single: true };
  if (word === 'i' || word === 'we') return { name: word, type: 'self', named: true };
  if (word === 'it' || word === 'its') return cast.lastThing ?? { name: word, type: 'organization', named: false };
  if (word === 'they' || word === 'their')
    return cast.lastGroup ?? cast.lastThing ?? { name: word, type: 'group', named: false };
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
  if (cast.persons.has(lastName(bare)))
    return { name: resolveSurname(cast, bare), type: 'person', named: true, single: true };
  if (cast.organizations.has(lower))
    return { name: cast.organizations.get(lower) ?? bare, type: 'organization', named: true };
  if (/\p{Ll}\p{Lu}/u.test(bare) && !/^(?:Mc|Mac|O[’'])/.test(bare))
    return { name: bare, type: 'organization', named: true };
  return { name: bare, type: 'person', named: true, single: true };
}

/** A source phrase taken apart: its head word and the names in it. */
interface Headed {
  readonly tokens: readonly Token[];
  readonly phrase: Range;
  readonly head: Token;
  readonly names: readonly Name[];
  readonly cast: Cast;
  readonly text: string;
}

function byHead(given: Headed): Resolved {
  const { tokens, phrase, head, names, cast, text } = given;
  const word = head.lower;
  const person = names.find((name) => name.kind === 'person');
  if (DOCUMENT_HEADS.has(word) && !(person && PERSON_TITLES.has(word)))
    return {
      name: text,
      type: vague(tokens, phrase, word, names) ? 'group' : 'document',
      named: !vague(tokens, phrase, word, names),
    };
  const opening = phrase.start === 0 || posAt(tokens, phrase.start - 1) === 'PUNCT';
  if (isCrowd(tokens, phrase, head, opening, cast)) return crowd(tokens, phrase, word, names, text);
  return byHeadName(given, person) ?? byRole(given, person);
}

/** The head is itself part of a name: "Ingrid Halloran", "the Harbour Board". */
function byHeadName({ tokens, phrase, head, names, cast }: Headed, person: Name | undefined): Resolved | null {
  const at = tokens.indexOf(head) - phrase.start;
  const name = names.find((one) => one.start <= at && one.end > at);
  const proper = head.pos === 'PROPN' || /^\p{Lu}/u.test(head.text);
  if (!name || !proper || (name.kind === 'other' && person)) return null;
  return ofName(name, tokens, cast, wordAt(tokens, phrase.start) === 'the' && name.start === 1);
}

/** Searches that end in a record. */
const INQUIRIES = new Set('investigation inquiry probe inquest review audit allegation'.split(' '));
/** Bodies that one can ask once it is plain which one is meant: "the state", "her party". */
const BODIES = new Set(
  'state government nation country county city town district province party group company firm team club school university institute institution institutions organisation organization bureau outlet press'.split(
    ' ',
  ),
);

/** The head is a common noun: a role with or without a name beside it, an organisation, somebody unnamed. */
function byRole({ tokens, phrase, head, names, cast, text }: Headed, person: Name | undefined): Resolved {
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
  const apposed =
    person && (titled || textAt(tokens, phrase.end - 1) === ',' || phrase.start + person.end >= phrase.end - 1);
  if (person && apposed && !word.endsWith('s')) return named(person);
  if (INQUIRIES.has(word) && (DEFINITE.has(first) || names.length > 0))
    return { name: text, type: 'document', named: true };
  if (BODIES.has(word) && DEFINITE.has(first))
    return { name: cast.organizations.get(word) ?? text, type: 'organization', named: true };
  if (ORGANIZATION_HEADS.has(word) && !titled)
    return { name: organization?.text ?? cast.organizations.get(word) ?? text, type: 'organization', named: true };
  if (titled) return individual(tokens, phrase, word, first, organization, cast, text);
  if (person) return named(person);
  if (nounClass(word) === 'group' && DEFINITE.has(first))
    return { name: cast.organizations.get(word) ?? text, type: 'organization', named: true };
  const plural = word.endsWith('s');
  if (GROUP_HEADS.has(word)) return { name: text, type: 'group', named: false, single: true };
  if (plural || /^(?:a|an|one|another|some)$/.test(first))
    return { name: text, type: 'group', named: false, single: !plural };
  return { name: text, type: 'unknown', named: false };
}

/** Plural or collective people: by table, by WordNet, or a capitalised plural at the head of a sentence ("Dockers say"). */
function isCrowd(tokens: readonly Token[], phrase: Range, head: Token, opening: boolean, cast: Cast): boolean {
  const word = head.lower;
  if (ORGANIZATION_HEADS.has(word) && !GROUP_HEADS.has(word)) return false;
  const plural =
    word.endsWith('s') ||
    /^(?:people|men|women|children|police|folk|staff|media|others?|some|many|most|several|few|both|all|one)$/.test(
      word,
    );
  if (!plural) return false;
  const sentenceCase = opening && !cast.persons.has(word) && head === tokens[phrase.start];
  const common = head.pos !== 'PROPN' || !/^\p{Lu}/u.test(head.text) || sentenceCase;
  if (!common) return false;
  return (
    GROUP_HEADS.has(word) ||
    PERSON_TITLES.has(singular(word)) ||
    nounClass(word) === 'person' ||
    (sentenceCase &&
      phrase.end - phrase.start === 1 &&
      !cast.organizations.has(word) &&
      /(?:ers|ors|ists|ants|ents|ians|ees|mates|people|folk|men|women)$/.test(word))
  );
}

const REPRESENTATIVES = new Set(
  'lawyers solicitors attorneys relatives family families parents trustees directors organisers organizers owners deputies governors spokesmen spokespeople representatives heirs executors counsel publishers managers bosses sisters brothers daughters sons'.split(
    ' ',
  ),
);

/** People without names. Those who speak for somebody named ("Sir Jocelyn's lawyers") can be asked; friends and critics cannot. */
function crowd(tokens: readonly Token[], phrase: Range, word: string, names: readonly Name[], text: string): Resolved {
  const definite =
    DEFINITE.has(wordAt(tokens, phrase.start)) ||
    names.some(
      (name) => phrase.start + name.end <= tokens.length && /^[’']s?$/.test(textAt(tokens, phrase.start + name.end)),
    );
  if (REPRESENTATIVES.has(word) && definite) return { name: text, type: 'organization', named: true };
  return { name: text, type: 'group', named: names.length > 0 && /[’']s? /.test(text) };
}

/** One person without a name in the phrase: "the vicar" who has one, "a spokeswoman for the ministry", "a former clerk". */
function individual(
  tokens: readonly Token[],
  phrase: Range,
  word: string,
  first: string,
  organization: Name | undefined,
  cast: Cast,
  text: string,
): Resolved {
  const known = DEFINITE.has(first) || phrase.end - phrase.start === 1 ? cast.titled.get(word) : undefined;
  if (known) return { name: known, type: 'person', named: true, single: true };
  const speaksFor =
    /^spokes|^secretary$|^minister$|^chief$|^president$|^director$|^mayor$|^governor$|^ambassador$|^prosecutor$/.test(
      word,
    );
  const unnamed = /^(?:a|an|one|another)$/.test(first);
  if (speaksFor || (organization && !unnamed)) return { name: text, type: 'person', named: true, single: true };
  const fresh = tokens
    .slice(phrase.start, phrase.end)
    .some((token) => token.text === ',' || token.lower === 'who' || token.pos === 'ADP');
  const last = cast.lastHe ?? cast.lastShe;
  if (DEFINITE.has(first) && !fresh && last) return last;
  if (DEFINITE.has(first) && PERSON_TITLES.has(word)) return { name: text, type: 'person', named: true, single: true };
  return { name: text, type: 'group', named: false, single: true };
}

/** "reports", "studies", "new data": records that nobody could ask for by that name. */
function vague(tokens: readonly Token[], phrase: Range, word: string, names: readonly Name[]): boolean {
  if (names.length > 0 || !VAGUE_DOCUMENTS.has(word)) return false;
  return !tokens
    .slice(phrase.start, phrase.end)
    .some(
      (token) =>
        DEFINITE.has(token.lower) ||
        token.pos === 'NUM' ||
        token.lower === 'court' ||
        token.lower === 'company' ||
        token.lower === 'tax',
    );
}
