import { type Found } from '../attributions/found.js';
import { contentEnd } from '../grammar/content-ends.js';
import { phraseStartingAt } from '../grammar/noun-phrases.js';
import { NEGATIONS } from '../lexicon/words.js';
import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact, wordFlag } from '../words/word.js';

// What a place tells: "On the quay they will tell you that", "Ask the men on the steps and", "The way they tell it in the market, ", "One hears that".

const isTelling = wordFact(
  ({ lower }) =>
    /^(?:tell|say|swear|insist|reckon|whisper|murmur|mutter|talk|speak|joke|wonder|wondered|remember|recall|believe|think|call|maintain|hold|grumble|complain|laugh|argue|figure|know|agree|feel|put|lower)$/.test(
      lower,
    ),
  false,
);
export const turnsToLocals = wordFlag(({ lower }) => /^(?:they|ask|way|hears?|heard)$/.test(lower));

/** What people of a place are said to tell, with nobody in particular who does; looked for before the pronoun is taken for somebody met before. */
export function localTalk(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < Math.min(last, 30); at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !turnsToLocals(token.word)) continue;
    const found =
      token.lower === 'they'
        ? theyTell(tokens, at, last)
        : token.lower === 'ask'
          ? askThem(tokens, at, last)
          : token.lower === 'way'
            ? wayToldOf(tokens, at, last)
            : oneHears(tokens, at, last);
    if (found) return found;
  }
  return null;
}

/** "On the quay they will tell you", "In the trade they have wondered why", "They will also tell you that". */
function theyTell(tokens: readonly Token[], at: number, last: number): Found | null {
  let verb = at + 1;
  while (
    verb < at + 5 &&
    (/^(?:AUX|ADV)$/.test(posAt(tokens, verb)) ||
      /^(?:like|love|prefer|to|do|quick|[’']ll)$/.test(wordAt(tokens, verb)))
  )
    verb += 1;
  const token = tokens[verb];
  if (hasIt(tokens, verb))
    return opensWithPlace(tokens, at)
      ? told(tokens, at, wordAt(tokens, verb) === 'it' ? verb + 1 : verb + 2, last)
      : null;
  if (!token || !isTelling(token.word) || verb + 1 >= last) return null;
  if (
    tokens
      .slice(at, verb)
      .some(({ lower }) => NEGATIONS.has(lower) || /^(?:can|could|must|should|may|did|had|to)$/.test(lower))
  )
    return null;
  const past = /(?:ed|lt)$/.test(token.lower) && !/^(?:have|[’']ve)$/.test(wordAt(tokens, at + 1));
  const you = token.lower === 'tell' && /^(?:you|visitors|strangers|anyone|anybody)$/.test(wordAt(tokens, verb + 1));
  if (past || (!you && !opensWithPlace(tokens, at))) return null;
  const from = you ? verb + 2 : verb + 1;
  return told(tokens, at, from, last);
}

/** "have it that", "had it that". */
const hasIt = (tokens: readonly Token[], at: number): boolean => hasItAt(tokens, at - 1) || hasItAt(tokens, at);
const hasItAt = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at + 1) === 'it' && wordAt(tokens, at + 2) === 'that' && /^(?:have|had)$/.test(wordAt(tokens, at));

/** "In the cloakroom", "On the Rec, where they meet with the dogs,": a place opens the sentence right before "they". */
function opensWithPlace(tokens: readonly Token[], they: number): boolean {
  let from = 0;
  while (from < 3 && /^(?:down|out|up|over|back|along|but|and|yet|round|even|further|away)$/.test(wordAt(tokens, from)))
    from += 1;
  const opener = from > 0 && posAt(tokens, from) !== 'ADP' ? from - 1 : from;
  if (
    !/^(?:in|on|at|by|among|behind|beside|round|around|under|along|over|down|up|across|below|above|inside|outside|beyond|upstairs|downstairs)$/.test(
      wordAt(tokens, opener),
    )
  )
    return false;
  const place = phraseStartingAt(tokens, opener + 1, PLACE_LINKS);
  if (!place || /^(?:it|them|him|her|this|that|all|any)$/.test(wordAt(tokens, place.start))) return false;
  if (tokens.slice(place.start, place.end).some(({ lower, pos }) => OCCASIONS.test(lower) || pos === 'NUM'))
    return false;
  if (place.end >= they && textAt(tokens, they - 1) !== ',') return true;
  const close = /^(?:ADV|ADP)$/.test(posAt(tokens, place.end)) ? place.end + 1 : place.end;
  return textAt(tokens, close) === ',' && textAt(tokens, they - 1) === ',';
}

const PLACE_LINKS = new Set(['of', 'in', 'at', 'on', 'above', 'behind', 'by', 'down', 'round', 'below', 'beyond']);
/** Papers, days and doings, which are no places. */
const OCCASIONS =
  /^(?:statements?|letters?|reports?|interviews?|emails?|posts?|papers?|study|court|hearing|meeting|trial|filing|lawsuit|(?:mon|tues|wednes|thurs|fri|satur|sun)day|day|days|week|month|year|years|night|morning|evening|time|times|fact|return|turn|general|private|public|end|first|last|particular|addition|moment|conference|review|article|book|video|message|case|complaint|response|reply|contrast)$/;

function told(tokens: readonly Token[], at: number, from: number, last: number): Found | null {
  return from < last
    ? {
        source: null,
        cue: { start: at, end: from },
        content: [{ start: from, end: contentEnd(tokens, from, last) }],
        manner: 'passive',
      }
    : null;
}

/** "Ask the old men on the steps and a jinn drank it", "Ask anyone on the pier:". */
function askThem(tokens: readonly Token[], at: number, last: number): Found | null {
  if (at > 1 || (at === 1 && !/^(?:just|but|and)$/.test(wordAt(tokens, 0)))) return null;
  const whom = phraseStartingAt(tokens, at + 1, PLACE_LINKS);
  if (
    !whom ||
    !/^(?:the|any|anyone|anybody|those|people|around|locals|residents|some|most|a|an)$/.test(wordAt(tokens, at + 1))
  )
    return null;
  for (let i = whom.end; i < Math.min(last, whom.end + 10); i += 1) {
    const told =
      textAt(tokens, i) === ':' ||
      (wordAt(tokens, i) === 'and' && /^(?:DET|PRON|PROPN)$/.test(posAt(tokens, i + 1)) && i + 4 < last);
    if (!told) continue;
    const hears = /^(?:you|they)$/.test(wordAt(tokens, i + 1)) && wordAt(tokens, i) === 'and';
    return {
      source: null,
      cue: { start: at, end: i },
      content: [{ start: i + (hears ? 0 : 1), end: last }],
      manner: 'passive',
    };
  }
  return null;
}

/** "The way they tell it in the market, ", "The way it is told on the stools at the bar, ". */
function wayToldOf(tokens: readonly Token[], at: number, last: number): Found | null {
  if (wordAt(tokens, at - 1) !== 'the' || at > 2) return null;
  const they =
    /^(?:they|people|folk|folks|locals|everybody|everyone)$/.test(wordAt(tokens, at + 1)) &&
    /^(?:tell|have|heard|remember|put|see)$/.test(wordAt(tokens, at + 2));
  const passive =
    wordAt(tokens, at + 1) === 'it' &&
    /^(?:is|was|[’']s|gets)$/.test(wordAt(tokens, at + 2)) &&
    /^(?:told|remembered|put|recounted)$/.test(wordAt(tokens, at + 3));
  if (!they && !passive) return null;
  const comma = tokens.findIndex(({ text }, i) => i > at + 2 && i < at + 16 && text === ',');
  return comma < 0 ? null : told(tokens, at - 1, comma + 1, last);
}

/** "One hears that", "One kept hearing, from their daughters, that", "You hear that": whoever listens. */
function oneHears(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!/^(?:one|you)$/.test(wordAt(tokens, at - 1)) || (at > 1 && posAt(tokens, at - 2) === 'DET')) return null;
  const word = wordAt(tokens, at + 1);
  if (word !== 'that' && word !== 'of' && textAt(tokens, at + 1) !== ',') return null;
  const that =
    word === 'that' || word === 'of'
      ? at + 1
      : tokens.findIndex(({ lower }, i) => i > at && i < at + 14 && /^(?:that|of)$/.test(lower));
  return that < 0 ? null : told(tokens, at - 1, that, last);
}
