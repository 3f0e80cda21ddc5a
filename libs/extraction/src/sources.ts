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
import { type Range, headOf } from './noun-phrases.js';
import { type Cast, type Name, lastName, namesIn, personalName, resolveSurname, textOf } from './people.js';
import { type Token } from './token.js';

/** Whom a source phrase names. `named`: somebody a reader could identify and ask. */
export interface Resolved {
  readonly name: string;
  readonly type: SourceType;
  readonly named: boolean;
}

const DEFINITE = new Set(['the', 'this', 'that', 'his', 'her', 'its', 'their', 'our']);

/** Types a source phrase and resolves pronouns, surnames, titles and "the ministry" against those already met. Updates the cast. */
export function resolveSource(tokens: readonly Token[], phrase: Range, cast: Cast): Resolved {
  const resolved = resolve(tokens, phrase, cast);
  if (resolved.type === 'person' && resolved.named) cast.lastPerson = resolved.name;
  if (resolved.type === 'organization') cast.lastOrganization = resolved.name;
  if (resolved.type === 'group') cast.lastGroup = resolved.name;
  return resolved;
}

function resolve(tokens: readonly Token[], phrase: Range, cast: Cast): Resolved {
  const text = textOf(tokens, phrase.start, phrase.end).replace(/,$/, '');
  if (SELF_PATTERN.test(text)) return { name: text, type: 'self', named: true };
  const head = tokens[headOf(tokens, phrase)] ?? tokens[phrase.start];
  if (!head) return { name: text, type: 'unknown', named: false };
  if (phrase.end - phrase.start === 1 || head.pos === 'PRON') {
    const pronoun = resolvePronoun(tokens, phrase, head.lower, cast);
    if (pronoun) return pronoun;
  }
  const names = namesIn(tokens.slice(phrase.start, phrase.end));
  return byHead(tokens, phrase, head, names, cast, text);
}

function resolvePronoun(tokens: readonly Token[], phrase: Range, word: string, cast: Cast): Resolved | null {
  if (word === 'he' || word === 'she')
    return { name: cast.lastPerson ?? word, type: 'person', named: cast.lastPerson !== null };
  if (word === 'i' || word === 'we') return { name: word, type: 'self', named: true };
  if (word === 'it')
    return { name: cast.lastOrganization ?? word, type: 'organization', named: cast.lastOrganization !== null };
  if (word === 'they') {
    if (cast.lastGroup !== null) return { name: cast.lastGroup, type: 'group', named: false };
    return {
      name: cast.lastOrganization ?? word,
      type: cast.lastOrganization ? 'organization' : 'group',
      named: cast.lastOrganization !== null,
    };
  }
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

function ofName(name: Name, tokens: readonly Token[], cast: Cast): Resolved {
  if (name.kind === 'organization') return { name: name.text, type: 'organization', named: true };
  if (name.kind === 'person')
    return { name: resolveSurname(cast, personalName(name.text)), type: 'person', named: true };
  return ofPlainName(name, tokens, cast);
}

/** A single capitalised word: somebody's surname, a power, a company; the tables and what has been met decide. */
function ofPlainName(name: Name, _tokens: readonly Token[], cast: Cast): Resolved {
  const bare = name.text.replace(/[’']s?$/, '');
  const lower = bare.toLowerCase();
  if (POWERS.has(lower)) return { name: bare, type: 'organization', named: true };
  if (cast.persons.has(lastName(bare))) return { name: resolveSurname(cast, bare), type: 'person', named: true };
  if (cast.organizations.has(lower))
    return { name: cast.organizations.get(lower) ?? bare, type: 'organization', named: true };
  return { name: bare, type: 'person', named: true };
}

function byHead(
  tokens: readonly Token[],
  phrase: Range,
  head: Token,
  names: readonly Name[],
  cast: Cast,
  text: string,
): Resolved {
  const word = head.lower;
  const person = names.find((name) => name.kind === 'person');
  const organization = names.find((name) => name.kind === 'organization');
  const first = tokens[phrase.start]?.lower ?? '';
  const proper = head.pos === 'PROPN' || /^\p{Lu}/u.test(head.text);
  if (DOCUMENT_HEADS.has(word) && !(person && PERSON_TITLES.has(word)))
    return vague(tokens, phrase, word, names)
      ? { name: text, type: 'group', named: false }
      : { name: text, type: 'document', named: true };
  const headName = names.find(
    (name) => phrase.start + name.end - 1 >= tokens.indexOf(head) && phrase.start + name.start <= tokens.indexOf(head),
  );
  if (headName && proper && !(GROUP_HEADS.has(word) && word.endsWith('s') && !headName.text.includes(' '))) {
    if (headName.kind !== 'other' || !person) return ofName(headName, tokens, cast);
  }
  if (
    person &&
    !word.endsWith('s') &&
    (PERSON_TITLES.has(word) || tokens[phrase.end - 1]?.text === ',' || phrase.start + person.end >= phrase.end - 1)
  )
    return { name: resolveSurname(cast, personalName(person.text)), type: 'person', named: true };
  if (ORGANIZATION_HEADS.has(word))
    return { name: organization?.text ?? cast.organizations.get(word) ?? text, type: 'organization', named: true };
  if (PERSON_TITLES.has(word) && DEFINITE.has(first))
    return { name: cast.titled.get(word) ?? text, type: 'person', named: true };
  if (PERSON_TITLES.has(word) && organization && !word.endsWith('s'))
    return { name: text, type: 'person', named: true };
  if (GROUP_HEADS.has(word))
    return definiteSingular(first, word, cast, text) ?? { name: text, type: 'group', named: names.length > 0 };
  if (person) return { name: resolveSurname(cast, personalName(person.text)), type: 'person', named: true };
  if (/s$/.test(word)) return { name: text, type: 'group', named: false };
  if (/^(?:a|an|one|another|some)$/.test(first)) return { name: text, type: 'group', named: false };
  return { name: text, type: 'unknown', named: false };
}

/** "the woman", "her mother": somebody already spoken of, if the text has one. */
function definiteSingular(first: string, word: string, cast: Cast, text: string): Resolved | null {
  if (
    !DEFINITE.has(first) ||
    word.endsWith('s') ||
    word === 'people' ||
    word === 'staff' ||
    word === 'media' ||
    word === 'press'
  )
    return null;
  const known = cast.titled.get(word);
  return known ? { name: known, type: 'person', named: true } : { name: text, type: 'group', named: false };
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
