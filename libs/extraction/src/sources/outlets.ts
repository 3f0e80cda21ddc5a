import { isCapitalAt, posAt, textAt, wordAt } from '../words/token-at.js';
import { OUTLET_WORDS, RECORD_HEADS, SEEN_BY } from '../lexicon/records.js';
import { POWERS } from '../lexicon/places.js';
import { nounClass } from '../lexicon/noun-classes.js';
import { GROUP_HEADS, ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { type Sentence, type Token } from '../words/token.js';
import { type WordKinds, isCapitalized, wordFact, wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

/** What only the outlet itself does in its own text: "The Meridian has seen both versions", "The Post-Gazette reviewed the log". */
const OWN_DEEDS = wordSet(
  'seen obtained reviewed examined learned learnt interviewed analysed analyzed spoken counted uncovered established discovered read compared traced checked matched',
);
/** What an outlet does to see for itself. */
const WATCHES = wordSet(
  'watched counted timed tasted ate queued knocked peered telephoned photographed eavesdropped overheard',
);
/** Words at which the constructions below turn: a sentence without one gives no outlet away. */
const turnsToOutlet = wordFlag(
  ({ lower }) =>
    /^(?:told|by|has|have|had|can|could|understands)$/.test(lower) || OWN_DEEDS.has(lower) || WATCHES.has(lower),
);

/** Names of outlets in a text, by their last words in lower case. */
export interface Outlets {
  /** All, those that people "told" something included: they may be others' papers. */
  readonly named: ReadonlySet<string>;
  /** The outlet that the text appears in: who "has learned" or "can reveal", by whom documents were "seen". */
  readonly own: ReadonlySet<string>;
}

/** Names that the text itself uses for the outlet it appears in, besides those of its byline. */
export function outletsIn(
  sentences: readonly Sentence[],
  kinds: readonly WordKinds[],
  mastheads: ReadonlySet<string> = new Set(),
): Outlets {
  const [named, outlets] = [new Set<string>(), new Set(mastheads)];
  const doers = new Map<string, number>();
  for (let at = 0; at < sentences.length; at += 1) {
    if (!kinds[at]?.has(turnsToOutlet)) continue;
    const { tokens } = sentences[at] as Sentence;
    readSentence(tokens, named, outlets);
    const doer = openingDoer(tokens) || witnessing(tokens);
    if (doer !== '') doers.set(doer, (doers.get(doer) ?? 0) + 1);
  }
  if (doers.size > 0) addStrangers(outlets, sentences, doers);
  for (const name of outlets) named.add(name);
  return { named, own: outlets };
}

/** Adds the names that people "told" something, and those of outlets by what they do. */
function readSentence(tokens: readonly Token[], named: Set<string>, outlets: Set<string>): void {
  for (let i = 1; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || !turnsToOutlet(token.word) || token.quote !== 'outside') continue;
    if (token.lower === 'told' && wordAt(tokens, i + 1) === 'the') addHearer(named, tokens, i + 2);
    else if (token.lower === 'by') {
      if (SEEN_BY.has(wordAt(tokens, i - 1)) && followsRecord(tokens, i - 1))
        addName(
          outlets,
          tokens,
          wordAt(tokens, i + 1) === 'the' ? i + 2 : i + 1,
          seesOnly(tokens, i) ? mayBeOutlet : isOutletWord,
        );
    } else addDoer(outlets, tokens, i, token);
  }
}

/** The last word of a name of a newspaper or station, compounds by their last part ("Post-Gazette"). Lower case. */
export const isOutletWord = (word: string): boolean =>
  OUTLET_WORDS.has(word) || OUTLET_WORDS.has(word.slice(word.lastIndexOf('-') + 1));

/** No body of another kind: an outlet's word, or a name with nothing in it that names a body. */
const mayBeOutlet = (word: string): boolean => isOutletWord(word) || !ORGANIZATION_HEADS.has(word);

/** "Seen by": what anybody but an outlet would not be said to have done; papers are "commissioned by" all sorts. */
const seesOnly = (tokens: readonly Token[], by: number): boolean =>
  /^(?:seen|obtained|reviewed|viewed|examined|heard|inspected)$/.test(wordAt(tokens, by - 1));

/** "The Meridian has seen", "The Beacon can reveal", "The Sentinel-Record reviewed". */
function addDoer(outlets: Set<string>, tokens: readonly Token[], at: number, token: Token): void {
  const name = tokens[at - 1];
  if (!name || !isCapitalized(name.word)) return;
  const next = wordAt(tokens, at + 1);
  const helper = /^(?:has|have|can)$/.test(token.lower);
  if (helper && /^(?:learned|learnt|reveal|exclusively)$/.test(next)) outlets.add(name.lower);
  else if (
    helper &&
    token.lower === 'has' &&
    OWN_DEEDS.has(next) &&
    startsWithThe(tokens, at - 1) &&
    mayBeOutlet(name.lower)
  )
    outlets.add(name.lower);
  else if (token.lower === 'understands' && next === 'that' && mayBeOutlet(name.lower)) outlets.add(name.lower);
  else if (OWN_DEEDS.has(token.lower) && isOutletWord(name.lower)) outlets.add(name.lower);
}

/** What outlets look into: papers, pictures, a number of things. */
const isEvidence = wordFact(
  ({ lower }) =>
    RECORD_HEADS.has(lower) ||
    /^(?:copy|copies|papers|pictures|correspondence|cards|texts?|calls|prints|receipts|documents)$/.test(lower),
  false,
);

/** "Meridian has examined the stock book", "Matside obtained his receipts": the last word of a name of any kind that opens the sentence so; "" where none does. */
function openingDoer(tokens: readonly Token[]): string {
  const from = wordAt(tokens, 0) === 'the' ? 1 : 0;
  let at = from;
  while (at - from < 5 && isCapitalAt(tokens, at) && posAt(tokens, at) === 'PROPN') at += 1;
  if (at === from) return '';
  const helped = /^(?:has|have|had)$/.test(wordAt(tokens, at));
  const verb = wordAt(tokens, helped ? at + (wordAt(tokens, at + 1) === 'been' ? 2 : 1) : at);
  const does = helped ? HAS_DONE.test(verb) : (at - from === 1 ? PAST_DEEDS : /^obtained$/).test(verb);
  if (!does || !tokens.slice(at + 1, at + 9).some(({ word, pos }) => pos === 'NUM' || isEvidence(word))) return '';
  return mayBeStranger(tokens, from, at) ? wordAt(tokens, at - 1) : '';
}

/** "From the bench the Marl Bugle could make out nine names": the last word of a name that does what only people do who are there to see; "" where none does. */
function witnessing(tokens: readonly Token[]): string {
  for (let at = 0; at < Math.min(tokens.length, FAR); at += 1) {
    if (wordAt(tokens, at) !== 'the' || !isCapitalAt(tokens, at + 1) || tokens[at]?.quote !== 'outside') continue;
    let end = at + 1;
    while (end - at < 4 && isCapitalAt(tokens, end)) end += 1;
    let verb = end;
    while (posAt(tokens, verb) === 'ADV') verb += 1;
    const name = wordAt(tokens, end - 1);
    if (isThere(tokens, verb) && !/[^s]s$/.test(name) && mayBeStranger(tokens, at + 1, end)) return name;
  }
  return '';
}

/** "told the Marlow.", "told the Marlow that": whom people tell things to, if it has a name of one word that is no body's. */
function addHearer(named: Set<string>, tokens: readonly Token[], at: number): void {
  addName(named, tokens, at, isOutletWord);
  const name = wordAt(tokens, at);
  if (
    isCapitalAt(tokens, at) &&
    !isCapitalAt(tokens, at + 1) &&
    !/[^s]s$/.test(name) &&
    mayBeStranger(tokens, at, at + 1)
  )
    named.add(name);
}

/** How far into a sentence its subject is looked for. */
const FAR = 20;

function isThere(tokens: readonly Token[], verb: number): boolean {
  const [word, next, then] = [wordAt(tokens, verb), wordAt(tokens, verb + 1), wordAt(tokens, verb + 2)];
  if (word === 'can' || word === 'could')
    return /^(?:make|see|hear|smell|state|report|vouch|reveal|disclose)$/.test(next);
  if (word === 'has' || word === 'had')
    return next === 'been' ? /^(?:over|through)$/.test(then) : next === 'had' && /^(?:sight|it)$/.test(then);
  return WATCHES.has(word);
}

const HAS_DONE =
  /^(?:seen|examined|obtained|reviewed|inspected|gathered|shown|given|passed|heard|read|traced|compared)$/;
const PAST_DEEDS = /^(?:obtained|reviewed|examined|compared|telephoned|analysed|analyzed)$/;

/** No name of a power or of somebody with a title, and no plural of people that opens a sentence ("Detectives have obtained"). */
function mayBeStranger(tokens: readonly Token[], from: number, end: number): boolean {
  const name = wordAt(tokens, end - 1);
  if (!mayBeOutlet(name) || POWERS.has(name) || GROUP_HEADS.has(name) || nounClass(name) === 'person') return false;
  return !tokens.slice(from, end).some(({ lower }) => PERSON_TITLES.has(lower));
}

/** Names that do nothing else in a text but see and obtain papers: people and bodies in the news are named for other things too. */
function addStrangers(outlets: Set<string>, sentences: readonly Sentence[], doers: ReadonlyMap<string, number>): void {
  const seen = new Map<string, number>();
  for (const { tokens } of sentences)
    for (const [at, { lower, word }] of tokens.entries())
      if (doers.has(lower) && isCapitalized(word) && textAt(tokens, at - 1) !== '(')
        seen.set(lower, (seen.get(lower) ?? 0) + 1);
  for (const [name, times] of doers) if (seen.get(name) === times) outlets.add(name);
}

/** Whether a run of capitalised words that ends at `at` has "the" before it. */
function startsWithThe(tokens: readonly Token[], at: number): boolean {
  let start = at;
  while (start > 0 && isCapitalAt(tokens, start - 1) && wordAt(tokens, start - 1) !== 'the') start -= 1;
  return wordAt(tokens, start - 1) === 'the';
}

function followsRecord(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 6; i -= 1) if (RECORD_HEADS.has(wordAt(tokens, i))) return true;
  return false;
}

function addName(outlets: Set<string>, tokens: readonly Token[], from: number, fits: (word: string) => boolean): void {
  let end = from;
  while (end < tokens.length && end - from < 5 && isCapitalAt(tokens, end)) end += 1;
  const last = wordAt(tokens, end - 1);
  if (end > from && fits(last)) outlets.add(last);
}
