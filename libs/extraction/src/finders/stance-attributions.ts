import { contentEnd, phraseContentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { type Stance, stancesOf } from '../lexicon/stances.js';
import { TIME_WORDS } from '../lexicon/words.js';
import { speakerBefore } from './owners.js';
import { posAt, quoteAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';

/** "cast doubt on the plan", "had no quarrel with the result": a verb that says nothing and its noun together say or hold something. */
export function stanceAttribution(tokens: readonly Token[], last: number): Found | null {
  for (let at = 2; at < last - 1; at += 1) {
    const token = tokens[at];
    const stances = token && token.quote === 'outside' ? stancesOf(token.word) : null;
    if (!stances) continue;
    const next = linkBehind(tokens, at);
    const link = wordAt(tokens, next);
    for (const stance of stances) {
      const one = stance.links.has(link) ? stanceAt(tokens, at, next, stance, last) : null;
      if (one) return one;
    }
  }
  return null;
}

/** Where the link stands behind a noun: "that" also behind a date. */
function linkBehind(tokens: readonly Token[], at: number): number {
  const dated = TIME_WORDS.has(wordAt(tokens, at + 2)) && /^(?:in|on|at)$/.test(wordAt(tokens, at + 1)) ? at + 3 : 0;
  return wordAt(tokens, dated) === 'that' ? dated : at + 1;
}

function stanceAt(tokens: readonly Token[], at: number, next: number, stance: Stance, last: number): Found | null {
  const link = wordAt(tokens, next);
  const verb = lightVerb(tokens, at, stance);
  if (verb < 0 || (wordAt(tokens, at) === 'attempt' && !deniesAttempt(tokens, at))) return null;
  const source = speakerBefore(tokens, verb);
  if (!source) return null;
  const clause = link === 'that' || (link === 'to' && posAt(tokens, next + 1) === 'VERB');
  const from = clause ? next : next + 1;
  const end = (link === 'that' ? contentEnd : phraseContentEnd)(tokens, from, last);
  return { source, cue: { start: verb, end: from }, content: [{ start: from, end }], manner: 'act' };
}

/** The light verb before the noun, its determiner and adjectives, and the words that belong to the idiom; -1 where none stands there. */
function lightVerb(tokens: readonly Token[], noun: number, { verbs, meek, within, article }: Stance): number {
  let at = noun - 1;
  let denied = false;
  let inside = within === undefined;
  while (noun - at < 6 && !verbs.test(wordAt(tokens, at))) {
    const word = wordAt(tokens, at);
    if (/^(?:no|little|scant|small|any|never|not|n[’']t|much|lost)$/.test(word)) denied = true;
    if (within?.test(word)) inside = true;
    else if (
      !/^(?:DET|ADJ|ADV|PRON|NUM|PART)$/.test(posAt(tokens, at)) ||
      (!article && /^(?:an?|the|this|that)$/.test(word))
    )
      return -1;
    at -= 1;
  }
  if (!inside || !verbs.test(wordAt(tokens, at)) || quoteAt(tokens, at) !== 'outside') return -1;
  return !meek || denied || /^(?:not|n[’']t|never|no)$/.test(wordAt(tokens, at - 1)) ? at : -1;
}

/** "made no attempt to dispute the figure": what somebody does not deny. */
const deniesAttempt = (tokens: readonly Token[], noun: number): boolean =>
  wordAt(tokens, noun - 1) === 'no' &&
  /^(?:dispute|deny|hide|defend|contest|conceal|disguise|justify)$/.test(wordAt(tokens, noun + 2));
