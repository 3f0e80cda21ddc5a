import { type Found } from '../attributions/found.js';
import { contentEnd, phraseContentEnd } from '../grammar/content-ends.js';
import { opensClause } from '../grammar/clauses.js';
import { type Range, isClauseStart } from '../grammar/noun-phrases.js';
import { opensObject } from '../grammar/object-frames.js';
import { isAgentNoun, mayBeStranger, strangersBefore } from '../grammar/strangers.js';
import { ABOUT, type Holder, HOLDING_PREPOSITIONS, holderOf } from '../lexicon/holding.js';
import { NEGATIONS } from '../lexicon/words.js';
import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { type WordKinds, wordFlag } from '../words/word.js';
import { isColon } from './message-attributions.js';
import { wordSet } from '../lexicon/word-list.js';

/** "Older hands think …", "Many in the valley see the dam as an insult", "A dealer gives it two years": what people without names tell or hold, in wider words than those of the reporting verbs. */
export function strangerAttribution(tokens: readonly Token[], last: number, kinds: WordKinds): Found | null {
  if (!kinds.has(mayBeStranger) && !kinds.has(isPronoun)) return null;
  let seen = mayOpen(tokens[0]);
  for (let at = 1; at < last - 1; at += 1) {
    const token = tokens[at] as Token;
    const holder = seen && token.pos !== 'AUX' && token.quote === 'outside' ? holderOf(token.word) : null;
    seen ||= mayBeStranger(token.word) || isPronoun(token.word);
    if (!holder || !mayHold(tokens, at, holder)) continue;
    const content = contentOf(tokens, at, holder, last);
    if (content < 0) continue;
    let start = at;
    while (start > 0 && /^(?:AUX|ADV)$/.test(posAt(tokens, start - 1))) start -= 1;
    if (barred(tokens, start, at, holder)) continue;
    const source =
      weighedBy(tokens, start, holder) ??
      strangersBefore(tokens, start) ??
      (start < at ? strangersBefore(tokens, at) : null);
    if (!source || isAnybody(tokens, source.start, source.end, holder)) continue;
    const inClause = /^(?:that|whether|how|why|what|if)$/.test(wordAt(tokens, content)) || opensClause(tokens, content);
    const end = (inClause ? contentEnd : phraseContentEnd)(tokens, content, last);
    return {
      source,
      cue: { start: Math.max(start, source.end), end: at + 1 },
      content: [{ start: content, end }],
      manner: 'mind',
    };
  }
  return kinds.has(isColon) ? summedUp(tokens, last) : null;
}

/** Whether the first word of a sentence may stand for people without names. */
const mayOpen = (token: Token | undefined): boolean =>
  token !== undefined && (mayBeStranger(token.word) || isPronoun(token.word) || isAgentNoun(token.word));

/** What people come to together, before a colon that says what it is. */
const isJudgment = wordFlag(({ lower }) =>
  /^(?:unanimous|agreed|agree|agrees|agreement|certain|adamant|emphatic|blunt|differently|otherwise|theory|theories|answer|verdict|explanation|awe|view|complaint|grievance|advice|mind|doubt|saying|consensus|conclusion|opinion|opinions|reckon|reckons)$/.test(
    lower,
  ),
);

/** "Those looking on were of one mind: …", "The old men reckon it differently: …", "Dealers are unanimous: …". */
function summedUp(tokens: readonly Token[], last: number): Found | null {
  const colon = tokens.findIndex(({ text, quote }, i) => i < 22 && text === ':' && quote === 'outside');
  if (colon < 3 || colon + 2 >= last || !tokens.slice(0, colon).some(({ word }) => isJudgment(word))) return null;
  const verb = tokens.findIndex(({ pos }, i) => i > 0 && i < colon && (pos === 'AUX' || pos === 'VERB'));
  const source = verb > 0 ? strangersBefore(tokens, verb) : null;
  if (source?.start !== 0) return null;
  return {
    source,
    cue: { start: source.end, end: colon },
    content: [{ start: colon + 1, end: last }],
    manner: 'speech',
  };
}

const isPronoun = wordFlag(({ lower }) => /^(?:he|she|they)$/.test(lower));
const WEIGHS = /^(?:give|think|consider|regard|view|suspect|compare|liken|put|sum)$/;

/** "She gives it two winters", "He thought him a fool": of those that have been met before, by verbs that weigh things only. */
function weighedBy(tokens: readonly Token[], start: number, { lemma }: Holder): Range | null {
  const pronoun = tokens[start - 1];
  if (!pronoun || !isPronoun(pronoun.word) || !WEIGHS.test(lemma) || !isClauseStart(tokens, start - 1)) return null;
  return { start: start - 1, end: start };
}

/** "one thinks of the families": anybody, where "one thought of them" and "one, a baker, thinks" are somebody. */
const isAnybody = (tokens: readonly Token[], start: number, end: number, { finite }: Holder): boolean =>
  end - start === 1 && wordAt(tokens, start) === 'one' && finite !== 'past';

/** Helpers that make a verb passive or put it off, or negate it; an "-ing" needs "are". */
function barred(tokens: readonly Token[], start: number, at: number, { finite }: Holder): boolean {
  const helpers = tokens.slice(start, at).map(({ lower }) => lower);
  if (helpers.some((word) => NEGATIONS.has(word) || PUT_OFF.test(word))) return true;
  return helpers.some((word) => BE.test(word)) !== (finite === 'gerund');
}
const PUT_OFF = /^(?:be|been|being|can|should|must|will|may|might)$/;
const BE = /^(?:is|are|was|were)$/;

/** A base form needs a plural before it, and counts as a verb whatever the tagger says; not behind "to" or an article. */
function mayHold(tokens: readonly Token[], at: number, { finite }: Holder): boolean {
  const before = tokens[at - 1];
  if (!before || before.pos === 'DET' || before.pos === 'PART' || NO_SUBJECTS.has(before.lower)) return false;
  return finite !== 'base' || !/^(?:an?|one|another)$/.test(wordAt(tokens, 0)) || before.pos === 'AUX';
}

const NO_SUBJECTS = new Set(['to', 'who', 'that', 'which']);

/** Where what is told or held begins behind the verb at `at`; -1 where nothing such stands there. */
function contentOf(tokens: readonly Token[], at: number, { lemma, kinds }: Holder, last: number): number {
  let next = at + 1;
  while (posAt(tokens, next) === 'ADV' && next - at < 4 && !/^(?:how|why|when|where)$/.test(wordAt(tokens, next)))
    next += 1;
  if (wordAt(tokens, next) === 'to' && /^(?:me|us)$/.test(wordAt(tokens, next + 1))) next += 2;
  const hearer = lemma === 'tell' && /^(?:me|us|you|anyone|visitors|reporters)$/.test(wordAt(tokens, next));
  if (hearer) next += 1;
  const token = tokens[next];
  if (!token || next >= last) return -1;
  const word = token.lower;
  const opens = /^(?:that|whether|how|why|if|what)$/.test(word);
  if (
    (kinds.has('clause') || hearer) &&
    (opens || opensClause(tokens, next) || (token.text === ':' && next + 1 < last))
  )
    return next;
  if (kinds.has('that') && (word === 'that' || word === 'how') && !/^(?:NOUN|ADJ)$/.test(posAt(tokens, next + 1)))
    return next;
  if (kinds.has('about') && (HOLDING_PREPOSITIONS[lemma] ?? ABOUT).test(word)) return next + 1;
  if ((kinds.has('object') || word === 'to') && holdsObject(tokens, next, lemma)) return next;
  if (kinds.has('as') && hasBehind(tokens, next, last, 'as')) return next;
  if (kinds.has('with') && (hasBehind(tokens, next, last, 'to') || hasBehind(tokens, next, last, 'with'))) return next;
  if (kinds.has('found') && findsSo(tokens, next)) return next;
  return kinds.has('idiom') ? idiomOf(tokens, at, lemma) : -1;
}

/** "fear the rent", "recall a smell", "report seeing": not "want to", "expect him". */
function holdsObject(tokens: readonly Token[], at: number, lemma: string): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (/^(?:want|expect|prefer|claim|hope)$/.test(lemma) && token.lower === 'to') return true;
  if (token.lower === 'at' && wordAt(tokens, at + 1) === 'least') return true;
  if (/^(?:how|what)$/.test(token.lower)) return /^(?:describe|recount|relate|recall|remember)$/.test(lemma);
  return token.lower !== 'to' && opensObject(token) && token.quote === 'outside';
}

/** A link within the next words, before any mark. */
function hasBehind(tokens: readonly Token[], from: number, last: number, link: string): boolean {
  if (!opensObject(tokens[from] as Token)) return false;
  for (let i = from + 1; i < Math.min(last, from + 12); i += 1) {
    if (posAt(tokens, i) === 'PUNCT' || posAt(tokens, i) === 'AUX') return false;
    if (wordAt(tokens, i) === link) return true;
  }
  return false;
}

/** "thought him a tyrant", "find the omission natural". */
function findsSo(tokens: readonly Token[], at: number): boolean {
  if (/^(?:him|her|it|them|this|that)$/.test(wordAt(tokens, at))) return /^(?:DET|ADJ)$/.test(posAt(tokens, at + 1));
  return (
    posAt(tokens, at) === 'DET' &&
    posAt(tokens, at + 1) === 'NOUN' &&
    posAt(tokens, at + 2) === 'ADJ' &&
    posAt(tokens, at + 3) !== 'NOUN'
  );
}

/** "walked me through it", "set out for us how", "let us know that", "took him for a clerk", "put it down to the frost", "put it about that": where what they tell begins; -1 where they do something else. */
function guidesThrough(tokens: readonly Token[], at: number, lemma: string): number {
  const ahead = [1, 2, 3, 4, 5].map((i) => wordAt(tokens, at + i));
  const behind = (word: RegExp, from = 0): number => ahead.findIndex((one, i) => i >= from && word.test(one));
  const hearer = /^(?:me|us)$/.test(ahead[0] ?? '');
  switch (lemma) {
    case 'walk':
    case 'talk':
    case 'run':
    case 'lead':
      return hearer && ahead[1] === 'through' ? at + 3 : -1;
    case 'set':
    case 'lay':
      return /^(?:out|down)$/.test(ahead[0] ?? '') && behind(/^(?:how|what|why|where)$/) > 0
        ? at + 1 + behind(/^(?:how|what|why|where)$/)
        : -1;
    case 'let': {
      const know = behind(/^(?:know|slip|on)$/);
      return know >= 0 && /^(?:that|how|what|whether)$/.test(ahead[know + 1] ?? '') ? at + 2 + know : -1;
    }
    case 'take':
    case 'mistake':
      return /^(?:it|him|her|them)$/.test(ahead[0] ?? '') && ahead[1] === 'for' && /^(?:an?|the)$/.test(ahead[2] ?? '')
        ? at + 1
        : -1;
    case 'paint':
      return behind(/^picture$/) > 0 ? at + 1 : -1;
    case 'put': {
      if (ahead[0] !== 'it') return -1;
      if (/^(?:about|around|round)$/.test(ahead[1] ?? '')) return ahead[2] === 'that' ? at + 3 : -1;
      return ahead[1] === 'down' && ahead[2] === 'to' ? at + 1 : -1;
    }
    default:
      return -1;
  }
}

const GUIDING = wordSet('walk talk run lead set lay let take mistake paint put');
const TALES = /^(?:account|accounts|version|versions|story|stories|tale|tales)$/;

/** "gives it two years", "gave the same account", "have a word for it", "go further:", "put it more simply:", "summed it up:", "tell stories of", "would rather". */
function idiomOf(tokens: readonly Token[], at: number, lemma: string): number {
  const guided = GUIDING.has(lemma) ? guidesThrough(tokens, at, lemma) : -1;
  if (guided > 0) return guided;
  const ahead = [1, 2, 3, 4].map((i) => wordAt(tokens, at + i));
  if (lemma === 'give') {
    const pronoun = /^(?:it|him|her|them)$/.test(ahead[0] ?? '');
    if (
      pronoun &&
      wordAt(tokens, 0) !== 'the' &&
      (posAt(tokens, at + 2) === 'NUM' || /^(?:until|till|no|less)$/.test(ahead[1] ?? ''))
    )
      return at + 1;
    if (
      /^(?:us|me)$/.test(ahead[0] ?? '') ||
      (ahead[0] === 'this' && /^(?:paper|newspaper|agency|reporter)$/.test(ahead[1] ?? ''))
    )
      return at + 2 < tokens.length && !/^(?:a|an)$/.test(ahead[1] ?? '') ? at + 2 : -1;
    return /^(?:NUM|PRON)$/.test(posAt(tokens, at + 1))
      ? -1
      : ahead.slice(0, 3).some((word) => TALES.test(word))
        ? at + 1
        : -1;
  }
  if (lemma === 'show')
    return /^(?:us|me)$/.test(ahead[0] ?? '') && /^(?:the|his|her|their|how|what|where|an?)$/.test(ahead[1] ?? '')
      ? at + 2
      : -1;
  if (lemma === 'rather') return /^(?:would|[’']d)$/.test(wordAt(tokens, at - 1)) ? at + 1 : -1;
  if (lemma === 'tell') return TALES.test(ahead[0] ?? '') || TALES.test(ahead[1] ?? '') ? at + 1 : -1;
  if (lemma === 'have')
    return ahead
      .slice(0, 4)
      .some((word) => /^(?:theory|explanation|opinion|view|version|doubts?|misgivings|suspicions)$/.test(word))
      ? at + 1
      : -1;
  let colon = at + 1;
  while (colon < at + 7 && textAt(tokens, colon) !== ':') colon += 1;
  if (colon === at + 7) return -1;
  const leads = lemma === 'go' ? /^(?:further|on)$/.test(ahead[0] ?? '') : /^(?:it|things|up)$/.test(ahead[0] ?? '');
  return leads && textAt(tokens, colon + 1) !== '' ? colon + 1 : -1;
}
