import { POWERS } from '../lexicon/places.js';
import { ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { type Draft } from '../draft.js';
import { type Name, lastName, namesIn, personalName, textOf } from '../words/names.js';
import { remember } from '../words/remember.js';
import { wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';

/** Where a draft speaks of a party: indices of tokens of the draft, half-open. */
export interface Mention {
  readonly draft: number;
  readonly start: number;
  readonly end: number;
  /** Whether the party is named there, and not only called by its office ("the mayor"). */
  readonly named: boolean;
}

/** Somebody of whom an article speaks by name or by office. */
export interface Party {
  /** The fullest name, or the first words, that the article has for it. */
  text: string;
  kind: Name['kind'];
  readonly mentions: Mention[];
}

/** An article of many thousand names is a list: who comes later than so many is nobody's party, so that time stays linear. */
const MOST_PARTIES = 200;

/**
 * The parties of an article, those met first before the others, at most `MOST_PARTIES`. A headline names nobody new: where it
 * capitalises every word it would be one long name.
 */
export function partiesOf(drafts: readonly Draft[]): Party[] {
  const cast = new Roll();
  drafts.forEach(({ tokens, segment }, draft) => {
    if (segment === 'headline') return;
    const names = namesIn(tokens);
    for (let i = 0, next = 0; i < tokens.length; i += 1) {
      const name = names[next];
      if (name && name.start === i) {
        next += 1;
        if (describes(tokens, name)) continue;
        cast.meet(name, tokens, draft);
        i = name.end - 1;
        continue;
      }
      const token = tokens[i];
      const start = token && isOffice(token) ? definiteStart(tokens, i) : null;
      if (start !== null) cast.call(tokens, start, i, draft);
    }
  });
  drafts.forEach(({ tokens, segment }, draft) => {
    if (segment === 'headline') cast.find(tokens, draft);
  });
  for (const { mentions } of cast.parties) mentions.sort((a, b) => a.draft - b.draft || a.start - b.start);
  return cast.parties;
}

const isOfficeWord = (word: string): boolean => PERSON_TITLES.has(word) || ORGANIZATION_HEADS.has(word);
const officeWord = wordFlag(({ lower }) => isOfficeWord(lower));
const isOffice = (token: Token): boolean => token.pos === 'NOUN' && officeWord(token.word);

const DEFINITE = /^(?:the|this|that|his|her|its|their|our|my|your)$/;

/** A name that only says which: "the Marl council", "Velmouth's administration", "Western leaders". */
function describes(tokens: readonly Token[], { kind, end, text }: Name): boolean {
  if (kind === 'person') return false;
  const at = /^[’']s?$/.test(wordAt(tokens, end)) ? end + 1 : end;
  const next = tokens[at];
  if (next?.pos !== 'NOUN') return false;
  return isOffice(next) || (at === end && (kind === 'other' || POWERS.has(text.toLowerCase())));
}

/** Where "the mayor", "its former director", "the Marl council", "Velmouth's administration" begin; null where no such words do. */
function definiteStart(tokens: readonly Token[], at: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    if (DEFINITE.test(wordAt(tokens, i))) return i;
    const pos = tokens[i]?.pos;
    if (/[’']s$/.test(tokens[i]?.text ?? '')) return pos === 'PROPN' ? i : Math.max(0, i - 1);
    if (pos !== 'ADJ' && pos !== 'NOUN' && pos !== 'PROPN') return null;
  }
  return null;
}

/** What follows from how a party is named; names come again and again. */
interface Naming {
  /** Without what makes an owner of it. */
  readonly text: string;
  readonly isPower: boolean;
  /** Its words in lower case, and those among them that are offices. */
  readonly words: readonly string[];
  readonly offices: readonly string[];
  /** By which a person is known again, and any other party; and the first name of a person. */
  readonly personKeys: readonly string[];
  readonly keys: readonly string[];
  readonly firstName: string;
}

const namingOf = remember((name: string): Naming => {
  const text = name.replace(/[’']s?$/, '');
  const lower = text.toLowerCase();
  const words = lower.split(/\s+/);
  const bare = personalName(text);
  return {
    text,
    isPower: POWERS.has(lower),
    words,
    offices: words.filter(isOfficeWord),
    personKeys: [lastName(bare), bare.toLowerCase()],
    keys: [lower],
    firstName: bare.split(' ')[0]?.toLowerCase() ?? '',
  };
});

/** Whom an article has named so far. */
class Roll {
  readonly parties: Party[] = [];
  private readonly byKey = new Map<string, Party>();
  private readonly byOffice = new Map<string, Party>();

  meet(name: Name, tokens: readonly Token[], draft: number): void {
    const naming = namingOf(name.text);
    const { text } = naming;
    const kind = naming.isPower ? 'other' : name.kind;
    const person = kind === 'person';
    const keys = person ? naming.personKeys : naming.keys;
    let known: Party | undefined;
    for (const key of keys) known ??= this.byKey.get(key);
    if (!known && this.parties.length >= MOST_PARTIES) return;
    const party = known ?? this.shortFor(naming, kind) ?? this.enter(text, kind);
    if (text.length > party.text.length && (party.kind === kind || party.kind === 'other')) party.text = text;
    if (party.kind === 'other') party.kind = kind;
    for (const key of keys) this.keep(key, party);
    if (person && naming.firstName) this.keep(naming.firstName, party);
    this.nameOffices(party, naming, tokens, name);
    party.mentions.push({ draft, start: name.start, end: name.end, named: true });
  }

  /** An office in lower case: whoever holds it, or somebody without a name. With a name to say which it is one of its own. */
  call(tokens: readonly Token[], start: number, at: number, draft: number): void {
    const head = wordAt(tokens, at);
    const text = textOf(tokens, start, at + 1);
    const which = tokens.slice(start, at).some(({ pos }) => pos === 'PROPN');
    const key = which ? text.toLowerCase().replace(/^(?:the|this|that) /, '') : head;
    let party = this.byOffice.get(key);
    if (!party) {
      if (this.parties.length >= MOST_PARTIES) return;
      party = this.enter(text, PERSON_TITLES.has(head) ? 'person' : 'organization');
      this.byOffice.set(key, party);
      if (which) this.byOffice.set(head, party);
    }
    party.mentions.push({ draft, start, end: at + 1, named: which });
  }

  /** Those already met whom a headline names, by one word: a last name, a firm. */
  find(tokens: readonly Token[], draft: number): void {
    tokens.forEach(({ lower, pos }, start) => {
      const party = pos === 'PUNCT' ? undefined : this.byKey.get(lower.replace(/[’']s?$/, ''));
      if (party) party.mentions.push({ draft, start, end: start + 1, named: true });
    });
  }

  private enter(text: string, kind: Name['kind']): Party {
    const party: Party = { text, kind, mentions: [] };
    this.parties.push(party);
    return party;
  }

  private keep(key: string, party: Party): void {
    if (!this.byKey.has(key)) this.byKey.set(key, party);
  }

  /** "Meridian" for "Meridian Freight Ltd", "NHB" for "North Harbour Board"; either may come first. */
  private shortFor({ words }: Naming, kind: Name['kind']): Party | undefined {
    if (kind === 'person') return undefined;
    return this.parties.findLast(
      (party) => party.kind !== 'person' && party.mentions.length > 0 && areShort(wordsIn(party.text), words),
    );
  }

  /** "Mayor Ewan Skey", "Harbour Board", "Ewan Skey, the mayor": by which words a party may be called again. */
  private nameOffices(party: Party, { offices }: Naming, tokens: readonly Token[], { start, end }: Name): void {
    for (const word of offices) this.byOffice.set(word, party);
    this.nameOfficesBefore(party, tokens, start);
    if (wordAt(tokens, end) !== ',') return;
    for (let i = end + 1; i < Math.min(tokens.length, end + 6); i += 1) {
      const token = tokens[i];
      if (!token || token.pos === 'PUNCT' || token.pos === 'VERB' || token.pos === 'AUX') return;
      if (isOffice(token)) this.byOffice.set(token.lower, party);
    }
  }

  /** "the founder, Garrett Oriel", "team manager Ann Orr": whoever was called so before has a name now. */
  private nameOfficesBefore(party: Party, tokens: readonly Token[], start: number): void {
    const at = wordAt(tokens, start - 1) === ',' ? start - 2 : start - 1;
    const token = tokens[at];
    if (!token || !isOffice(token) || (party.kind === 'person') !== PERSON_TITLES.has(token.lower)) return;
    const nameless = this.byOffice.get(token.lower);
    if (nameless && nameless !== party && nameless.mentions.every(({ named }) => !named)) {
      party.mentions.push(...nameless.mentions.splice(0));
      this.parties.splice(this.parties.indexOf(nameless), 1);
    }
    this.byOffice.set(token.lower, party);
  }
}

const wordsIn = remember((text: string): readonly string[] => text.toLowerCase().split(/\s+/));

/** Whether one of two names, in lower case, is short for the other: its beginning, its end, or its initials. */
function areShort(own: readonly string[], words: readonly string[]): boolean {
  const [short, long] = own.length < words.length ? [own, words] : [words, own];
  if (short.every((word, i) => word === long[i]) && !/^(?:of|for|and|in)$/.test(long[short.length] ?? '')) return true;
  if (short.length > 1) return short.every((word, i) => word === long[long.length - short.length + i]);
  return long.length > 1 && short[0] === initialsOf(long);
}

const initialsOf = (words: readonly string[]): string =>
  words
    .filter((word) => !/^(?:of|the|and|for)$/.test(word))
    .map((word) => word[0] ?? '')
    .join('');
