import { type Found } from '../attributions/found.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Range, phraseStartingAt } from '../grammar/noun-phrases.js';
import { AIRED, COMMON, TALK, isTalkNoun } from '../lexicon/talk.js';
import { NEGATIONS } from '../lexicon/words.js';
import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordSet } from '../lexicon/word-list.js';
import { type WordKinds, wordFlag } from '../words/word.js';
import { localTalk, turnsToLocals } from './local-talk.js';

// Clauses that tell what goes round: "there is a feeling that", "it was murmured on the stairs that", "a whisper had it that".

/** How far behind its noun or verb a "that"-clause may begin, in words. */
const REACH = 14;

/** Words at which one of these clauses turns. */
const turnsToTalk = wordFlag((word) => /^(?:it|there)$/.test(word.lower) || isTalkNoun(word));

/** What goes round or what a place tells; looked for before "they" and "rumour" are taken for the source. */
export function talkAttribution(tokens: readonly Token[], last: number, kinds: WordKinds): Found | null {
  return (
    (kinds.has(turnsToLocals) ? localTalk(tokens, last) : null) ??
    (kinds.has(turnsToTalk) ? talkClause(tokens, last) : null)
  );
}

/** One such clause of a sentence, or null. */
function talkClause(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < Math.min(last, 40); at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !turnsToTalk(token.word)) continue;
    const found =
      token.lower === 'there'
        ? thereIs(tokens, at, last)
        : token.lower === 'it'
          ? (itIs(tokens, at, last) ?? itGoesRound(tokens, at, last))
          : (talkHasIt(tokens, at, last) ?? talkIs(tokens, at, last));
    if (found) return found;
  }
  return null;
}

const unsourced = (tokens: readonly Token[], cue: Range, from: number, last: number): Found | null =>
  from < last
    ? { source: null, cue, content: [{ start: from, end: contentEnd(tokens, from, last) }], manner: 'passive' }
    : null;

const BE = wordSet("is are was were be been ’s 's remain remains remained");
const BEFORE_BE = wordSet('has had have may might will would even still now also seem seems seemed to');

/** Behind the forms of "to be" at `at` and the adverbs among them; 0 where none stands there or a negation does. */
function behindBe(tokens: readonly Token[], at: number): number {
  let i = at;
  let found = false;
  for (; i < at + 6; i += 1) {
    const word = wordAt(tokens, i);
    if (NEGATIONS.has(word) && !/^(?:no|never)$/.test(word)) return 0;
    if (BE.has(word)) found = true;
    else if (!BEFORE_BE.has(word) && posAt(tokens, i) !== 'ADV') break;
  }
  return found ? i : 0;
}

/** Where "that" or "to the effect that" opens a clause within reach, over phrases and asides without a verb of their own; -1 where it does not. */
function thatBehind(tokens: readonly Token[], from: number, last: number): number {
  for (let i = from; i < Math.min(last, from + REACH); i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside' || /^[;:—–]$/.test(token.text) || token.pos === 'AUX') return -1;
    if (token.lower !== 'that') continue;
    return /^(?:NOUN|ADJ)$/.test(posAt(tokens, i + 1)) && posAt(tokens, i - 1) === 'ADP' ? -1 : i;
  }
  return -1;
}

function thereIs(tokens: readonly Token[], at: number, last: number): Found | null {
  const from = behindBe(tokens, at + 1);
  return from === 0 ? null : (thereGoes(tokens, at, from, last) ?? thereAreThose(tokens, from, last));
}

/** "There is (now) some feeling (on the quay) that", "There has been muttering to the effect that", "For years there has been a rumour that". */
function thereGoes(tokens: readonly Token[], at: number, from: number, last: number): Found | null {
  if (wordAt(tokens, from) === 'no') return null;
  for (let i = from; i < from + 7; i += 1) {
    const token = tokens[i];
    if (!token || /^[,;:]$/.test(token.text) || token.pos === 'AUX') return null;
    if (!TALK.has(token.lower)) continue;
    const about =
      /^(?:about|over)$/.test(wordAt(tokens, i + 1)) &&
      /^(?:feeling|talk|gossip|muttering|mutterings|grumbling)$/.test(token.lower);
    const that = about ? i + 1 : thatBehind(tokens, i + 1, last);
    return that < 0 ? null : unsourced(tokens, { start: at, end: i + 1 }, that, last);
  }
  return null;
}

/** "There are those who hold that", "There are people in town hollering that". */
function thereAreThose(tokens: readonly Token[], from: number, last: number): Found | null {
  if (!/^(?:those|people|some|many|plenty|voices|folk|folks|men|women|others|several|few)$/.test(wordAt(tokens, from)))
    return null;
  const that = thatBehind(tokens, from + 1, last);
  const verb = that - 1;
  if (
    that < 0 ||
    !/^(?:VERB|ADV)$/.test(posAt(tokens, verb)) ||
    /^(?:so|such|now|given|provided)$/.test(wordAt(tokens, verb))
  )
    return null;
  return unsourced(tokens, { start: from, end: that }, that, last);
}

function itIs(tokens: readonly Token[], at: number, last: number): Found | null {
  const from = behindBe(tokens, at + 1);
  return from === 0 ? null : (itIsSaid(tokens, at, from, last) ?? itIsCommon(tokens, at, from, last));
}

/** "It was murmured on the church steps that", "It has been put to me by several of you that", "It is taken for granted that". */
function itIsSaid(tokens: readonly Token[], at: number, verb: number, last: number): Found | null {
  if (!AIRED.has(wordAt(tokens, verb))) return null;
  const that = thatBehind(tokens, verb + 1, last);
  if (that < 0 || that === verb + 1 || byName(tokens, verb, that)) return null;
  const next = wordAt(tokens, verb + 1);
  if (
    /^(?:given|let|put|taken|handed)$/.test(wordAt(tokens, verb)) &&
    !/^(?:out|about|round|around|to|for|as|down|be)$/.test(next)
  )
    return null;
  return unsourced(tokens, { start: at, end: verb + 1 }, that, last);
}

/** "by Rourke": somebody who could be asked. */
const byName = (tokens: readonly Token[], from: number, end: number): boolean =>
  tokens.slice(from, end).some(({ lower }, i) => lower === 'by' && /^(?:PROPN)$/.test(posAt(tokens, from + i + 1)));

/** "It is no great secret on the front that", "It was an article of faith among them that", "It is the settled conviction of the public bar that". */
function itIsCommon(tokens: readonly Token[], at: number, from: number, last: number): Found | null {
  if (wordAt(tokens, from) === 'not') return null;
  for (let i = from; i < from + 6; i += 1) {
    const token = tokens[i];
    if (!token || !/^(?:DET|ADJ|NOUN|ADV|ADP|VERB)$/.test(token.pos)) return null;
    if (!COMMON.has(token.lower)) continue;
    if (/^(?:my|our|his|her|its|their)$/.test(wordAt(tokens, from))) return null;
    const that = thatBehind(tokens, i + 1, last);
    if (
      that < 0 ||
      tokens.slice(i, that).some(({ pos }, k) => pos === 'PROPN' && /^(?:of|by)$/.test(wordAt(tokens, i + k - 1)))
    )
      return null;
    return unsourced(tokens, { start: at, end: i + 1 }, that, last);
  }
  return null;
}

/** "It was going round among the waiters that", "It was all over the market that", "It got about that". */
function itGoesRound(tokens: readonly Token[], at: number, last: number): Found | null {
  let i = at + 1;
  while (
    i < at + 5 &&
    wordAt(tokens, i) !== 'round' &&
    (/^(?:AUX|ADV)$/.test(posAt(tokens, i)) || wordAt(tokens, i) === 'all')
  )
    i += 1;
  const word = wordAt(tokens, i);
  const next = wordAt(tokens, i + 1);
  const round =
    (/^(?:going|doing|went|got|gets|goes|ran|spread|leaked|came|slipped)$/.test(word) &&
      /^(?:round|around|about|out|the|through|back|among)$/.test(next)) ||
    (word === 'over' && /^(?:the|town)$/.test(next) && wordAt(tokens, i - 1) === 'all');
  const that = round ? thatBehind(tokens, i + 1, last) : -1;
  return that < 0 ? null : unsourced(tokens, { start: at, end: i + 2 }, that, last);
}

/** "A wicked whisper along the buffet had it that", "Tongues were wagging that", "The back pews now have a rumour that". */
function talkHasIt(tokens: readonly Token[], at: number, last: number): Found | null {
  for (let i = at + 1; i < Math.min(last, at + 10); i += 1) {
    const token = tokens[i];
    if (!token || /^[;:]$/.test(token.text) || token.lower === 'that') return null;
    const has = /^(?:has|had|have)$/.test(token.lower) && wordAt(tokens, i + 1) === 'it';
    const goes =
      /^(?:wag|wagged|wagging|reached|ran|went|goes|spread|came|began|started|circulated|persists?|persisted)$/.test(
        token.lower,
      );
    if (!has && !goes) continue;
    const that = thatBehind(tokens, i + 1, last);
    if (that < 0) return has ? unsourced(tokens, { start: at, end: i + 2 }, i + 2, last) : null;
    return unsourced(tokens, { start: at, end: i + 1 }, that, last);
  }
  return null;
}

/** "Opinion in the Ship is that", "The story on the stairs, kept from the jury, is that", "Among them the feeling is that", "General verdict: …". */
function talkIs(tokens: readonly Token[], at: number, last: number): Found | null {
  if (/^(?:his|her|its|my|our|their)$/.test(wordAt(tokens, 0))) return null;
  if (at < 3 && textAt(tokens, at + 1) === ':' && isSummed(wordAt(tokens, at)))
    return unsourced(tokens, { start: 0, end: at + 1 }, at + 2, last);
  const opens =
    at === 0 ||
    (at < 3 && /^(?:DET|ADJ)$/.test(posAt(tokens, at - 1))) ||
    (wordAt(tokens, at - 1) === 'the' && isFronted(tokens, at - 1));
  if (!opens || (at === 1 && /^(?:of|among|amongst)$/.test(wordAt(tokens, at + 1)))) return null;
  const is = linkBehind(tokens, at + 1, last);
  return is < 0 ? null : unsourced(tokens, { start: at, end: is + 1 }, is + 1, last);
}

const isSummed = (word: string): boolean => /^(?:verdict|consensus|opinion|rumou?r|gossip|feeling|word)$/.test(word);

/** "Among the overcoats | the feeling": a phrase of place opens the sentence. */
const isFronted = (tokens: readonly Token[], the: number): boolean => {
  if (
    !/^(?:in|on|at|among|amongst|behind|down|over|around|round|along|outside|inside|upstairs|backstage)$/.test(
      wordAt(tokens, 0),
    )
  )
    return false;
  return the < 12 && !tokens.slice(0, the).some(({ pos }) => pos === 'AUX');
};

/** "is that", "is of", "is:" behind phrases of place and asides; -1 where no such link stands there. */
function linkBehind(tokens: readonly Token[], from: number, last: number): number {
  for (let i = from; i < Math.min(last, from + REACH + 4); i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside' || /^[;:]$/.test(token.text)) return -1;
    if (/^(?:is|was)$/.test(token.lower) && /^(?:that|of|:)$/.test(wordAt(tokens, i + 1))) return i;
    if (i === from && !(token.pos === 'ADP' || token.text === ',' || token.pos === 'ADV')) return -1;
    if (/^(?:of|from)$/.test(token.lower) && namesSomebody(tokens, i + 1)) return -1;
  }
  return -1;
}

const NO_LINKS: ReadonlySet<string> = new Set();
const namesSomebody = (tokens: readonly Token[], at: number): boolean => {
  const phrase = phraseStartingAt(tokens, at, NO_LINKS);
  return phrase !== null && tokens.slice(phrase.start, phrase.end).some(({ pos }) => pos === 'PROPN');
};
