import { isPossessiveAt, posAt, wordAt } from '../words/token-at.js';
import { nounClass, singular } from '../lexicon/noun-classes.js';
import { BODY_MEMBERS, GROUP_HEADS, KIN, ORGANIZATION_HEADS, PERSON_TITLES, WHISPERERS } from '../lexicon/sources.js';
import { type Range } from '../grammar/noun-phrases.js';
import { type Name } from '../words/names.js';
import { type Cast, SPEAKS_FOR, lastPerson } from './people.js';
import { type Resolved } from './sources.js';
import { type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

const DEFINITE = new Set(['the', 'this', 'that', 'his', 'her', 'its', 'their', 'our']);

/** A source phrase taken apart: its head word and the names in it. */
export interface Headed {
  readonly tokens: readonly Token[];
  readonly phrase: Range;
  readonly head: Token;
  readonly names: readonly Name[];
  readonly cast: Cast;
  readonly text: string;
}

export const isDefinite = (word: string): boolean => DEFINITE.has(word);

/** Plural or collective people: by table, by WordNet, or a capitalised plural at the head of a sentence ("Dockers say"). */
export function isCrowd({ tokens, phrase, head, cast }: Headed): boolean {
  const word = head.lower;
  if (head.pos === 'NUM' && (phrase.end - phrase.start === 1 || wordAt(tokens, phrase.start + 1) === 'of')) return true;
  if (ORGANIZATION_HEADS.has(word) && !GROUP_HEADS.has(word)) return false;
  if (!maybePlural(head.word)) return false;
  const opening = phrase.start === 0 || posAt(tokens, phrase.start - 1) === 'PUNCT';
  const sentenceCase = opening && !cast.persons.has(word) && head === tokens[phrase.start];
  const counted = /^(?:some|many|several|most|other|fellow|few|senior|two|three|four|five|six|dozens)$/.test(
    wordAt(tokens, phrase.start),
  );
  if (counted && /^\p{Lu}\p{Ll}+s$/u.test(head.text) && phrase.end - phrase.start <= 4) return true;
  const initials = /^\p{Lu}{2,}s$/u.test(head.text) && GROUP_HEADS.has(word);
  const common = head.pos !== 'PROPN' || !/^\p{Lu}/u.test(head.text) || sentenceCase || initials;
  if (!common) return false;
  return (
    GROUP_HEADS.has(word) ||
    word === 'those' ||
    PERSON_TITLES.has(singular(word)) ||
    nounClass(word) === 'person' ||
    (sentenceCase &&
      phrase.end - phrase.start === 1 &&
      !cast.organizations.has(word) &&
      /(?:ers|ors|ists|ants|ents|ians|ees|mates|people|folk|men|women)$/.test(word))
  );
}

const maybePlural = wordFact(
  ({ lower }) =>
    lower.endsWith('s') ||
    /(?:people|folk|men|women)$/.test(lower) ||
    /^(?:men|women|children|police|folk|staff|media|others?|those|some|many|most|several|few|both|all|one)$/.test(
      lower,
    ),
  false,
);

const REPRESENTATIVES = wordSet(
  'lawyers solicitors attorneys administrators liquidators receivers relatives family families parents inspectors monitors trustees directors organisers organizers owners deputies governors spokesmen spokespeople representatives heirs executors counsel publishers managers bosses sisters brothers daughters sons',
);

/** Who runs a place or a firm, or keeps it safe, is known once that is named: "Harbour Lane bosses", "troopers at Mesquite Gap". */
const CHIEFS = wordSet(
  'bosses chiefs officers inspectors prosecutors ministers judges executives leaders troopers deputies firefighters paramedics crew crews rangers wardens detectives magistrates councillors trustees organisers organizers marshals coastguards lifeguards scientists researchers engineers surveyors astronomers archaeologists',
);

/** "Its scientists": whom a body has for knowing things answer for it. */
const EXPERTS = wordSet('scientists engineers inspectors monitors researchers doctors economists officials');

/** People without names. Those who speak for somebody named ("Sir Jocelyn's lawyers") can be asked; friends and critics cannot. */
export function crowd({ tokens, phrase, head, names, cast, text }: Headed): Resolved {
  const word = head.lower;
  const first = wordAt(tokens, phrase.start);
  const at = tokens.indexOf(head) - phrase.start;
  const owned = names.some((name) => name.end < at && isPossessiveAt(tokens, phrase.start + name.end));
  const definite = DEFINITE.has(first) || owned;
  const body = (first === 'the' && BODY_MEMBERS.has(word)) || (first === 'its' && EXPERTS.has(word));
  const told = names.some((name) => name.start > at || (name.end <= at && name.end - name.start > 1));
  const some =
    /^(?:some|many|several|most|few|a|an|other|former)$/.test(first) || posAt(tokens, phrase.start) === 'NUM';
  const placed = ((told || owned) && !some && CHIEFS.has(word)) || (cast.headline && BODY_MEMBERS.has(word));
  if ((REPRESENTATIVES.has(word) && definite) || body || placed)
    return { name: text, type: 'organization', named: true };
  const single = word === 'one' && first === 'one';
  return { name: text, type: 'group', named: owned, single };
}

/** "An attorney for Maddox" speaks for somebody named. */
const SPOKEN_FOR = wordSet('attorney lawyer solicitor barrister counsel agent publicist advocate representative rep');

/** "the postman, 69": how old somebody is does not tell who. */
const isAge = (tokens: readonly Token[], at: number): boolean => posAt(tokens, at) === 'NUM';

/** What takes up whoever was spoken of last, named or not. */
const ANYBODY = wordSet(
  'man woman girl boy teenager pensioner youth victim witness defendant youngster lad mother father widow widower',
);

/** One person without a name in the phrase: "the vicar" who has one, "a spokeswoman for the ministry", "a former clerk", "the source". */
export function individual({ tokens, phrase, head, names, cast, text }: Headed): Resolved {
  const word = head.lower;
  const first = wordAt(tokens, phrase.start);
  const definite = DEFINITE.has(first);
  const unnamed: Resolved = { name: text, type: 'group', named: false, single: true };
  if (WHISPERERS.has(word) && names.length === 0) return unnamed;
  if (cast.headline && posAt(tokens, phrase.start) !== 'DET' && posAt(tokens, phrase.start) !== 'NUM')
    return { name: text, type: 'person', named: true, single: true };
  if (/^(?:a|an|one|another|some)$/.test(first) && !cast.lead && !SPEAKS_FOR.test(word)) cast.unnamed.add(word);
  else if (definite && cast.unnamed.has(word) && !cast.titled.has(word)) return unnamed;
  const known = definite || phrase.end - phrase.start === 1 ? cast.titled.get(word) : undefined;
  if (known) return { name: known, type: 'person', named: true, single: true };
  const any = /^(?:a|an|one|another)$/.test(first);
  const past = any && /^(?:former|ex|retired|senior|junior|local|longtime)\b/.test(wordAt(tokens, phrase.start + 1));
  const organization = names.some((name) => name.kind === 'organization');
  const owned = names.some((name) => isPossessiveAt(tokens, phrase.start + name.end));
  const spokes =
    /^spokes/.test(word) ||
    (SPOKEN_FOR.has(word) && owned) ||
    (SPOKEN_FOR.has(word) && wordAt(tokens, phrase.start + 2) === 'for' && names.length > 0);
  const asked = spokes || (SPEAKS_FOR.test(word) && !past && !(any && names.length === 0)) || (organization && !any);
  const kin = KIN.has(word) && !/^(?:a|an|one|another|some|the)$/.test(first);
  if (asked || kin) return { name: text, type: 'person', named: true, single: true };
  const fresh = tokens
    .slice(phrase.start, phrase.end)
    .some(
      (token, i) =>
        (token.text === ',' && !isAge(tokens, phrase.start + i + 1)) || token.lower === 'who' || token.pos === 'ADP',
    );
  const last = lastPerson(cast);
  if (definite && !fresh && last && (last.named || ANYBODY.has(word) || last.name.includes(word))) return last;
  if (definite && PERSON_TITLES.has(word)) return { name: text, type: 'person', named: true, single: true };
  return unnamed;
}
