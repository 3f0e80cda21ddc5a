import { SELF_PATTERN } from '../lexicon/sources.js';
import { type Range, headOf } from '../grammar/noun-phrases.js';
import { type Name, lastName, namesIn, textOf } from '../words/names.js';
import { pointsHere } from '../finders/outlet-subjects.js';
import { wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';
import { isOutletWord } from './outlets.js';
import { type Cast } from './people.js';
import { wordSet } from '../lexicon/word-list.js';

// Records for which the outlet itself answers.

/** "E-mails obtained by the Sentinel": the outlet vouches for what nobody else can see. */
const SEEN_BY = /\b(?:seen|obtained|reviewed|examined|viewed|analy[sz]ed) by (?:the )?\p{Lu}\p{L}+/u;

/** Whether a source phrase makes the outlet itself answer for what is told. */
export function vouchesItself(tokens: readonly Token[], { start, end }: Range): boolean {
  for (let at = start; at < end; at += 1) {
    const token = tokens[at];
    if (token === undefined || !mayVouch(token.word)) continue;
    const text = textOf(tokens, start, end);
    return SELF_PATTERN.test(text) || SEEN_BY.test(text);
  }
  return false;
}

/** Words one of which stands in whatever the two patterns know. */
const mayVouch = wordFact((word) => pointsHere(word) || word.lower === 'by', false);

/** "Our own log", "page 61 of my copy": what whoever writes keeps; laws are everybody's. */
const OURS =
  /^(?:[^,]* of )?(?:our|my) (?!(?:[\p{L}-]+ )?(?:constitution|laws?|treat(?:y|ies)|charter|acts?|rules?|code|courts?)\b)/iu;

/** "The Meridian", "a Tribune review of every page", "an examination by the Dispatch": the outlet, or what it looked into. */
export function isOwnOutlet(head: Token, names: readonly Name[], cast: Cast): boolean {
  if (names.length === 0) return false;
  const work = OWN_WORK.has(head.lower);
  const named = cast.outlets.size > 0 && (head.pos === 'PROPN' || work);
  if (named && names.some((name) => cast.outlets.has(lastName(name.text.replace(/[’']s?$/, ''))))) return true;
  return (
    work && names.some((name) => name.end - name.start <= 2 && isOutletWord(lastName(name.text.replace(/[’']s?$/, ''))))
  );
}

/** A record that the outlet made itself or keeps: "a Tribune review of every page found", "the Tribune's own files". */
export function isOwnRecord(tokens: readonly Token[], phrase: Range, cast: Cast): boolean {
  if (vouchesItself(tokens, phrase) || isOurs(tokens, phrase) || isOfOutlet(tokens, phrase, cast)) return true;
  const head = tokens[headOf(tokens, phrase)];
  return (
    head !== undefined &&
    OWN_WORK.has(head.lower) &&
    isOwnOutlet(head, namesIn(tokens.slice(phrase.start, phrase.end)), cast)
  );
}

function isOurs(tokens: readonly Token[], { start, end }: Range): boolean {
  for (let at = start; at < end; at += 1) {
    const word = wordAt(tokens, at);
    if (word === 'our' || word === 'my') return OURS.test(textOf(tokens, start, end));
  }
  return false;
}

/** "The Tribune's own files": what the first owner in the phrase is the outlet of. */
function isOfOutlet(tokens: readonly Token[], { start, end }: Range, { outlets }: Cast): boolean {
  for (let at = start + 1; at < end; at += 1)
    if (OWNING.has(wordAt(tokens, at))) return outlets.has(wordAt(tokens, at - 1));
  return false;
}

const OWNING = new Set(['’', "'", '’s', "'s"]);

/** What outlets do and then tell of. */
const OWN_WORK = wordSet(
  'analysis review investigation examination count probe inquiry reckoning calculation tally estimate test survey poll',
);
