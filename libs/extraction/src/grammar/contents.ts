import { posAt, textAt, wordAt } from '../words/token-at.js';
import { COMPLEMENTIZERS, TIME_WORDS } from '../lexicon/words.js';
import { CONTENT_PREPOSITIONS, type ReportingVerb } from '../lexicon/reporting-verbs.js';
import { behindMedium } from './media.js';
import { labelOf, opensObject, withObject } from './object-frames.js';
import { phraseStartingAt } from './noun-phrases.js';
import { type Token } from '../words/token.js';

/** What a reporting verb introduces on its right, and where its cue ends. */
export interface Complement {
  readonly cueEnd: number;
  readonly start: number;
  readonly shape: 'quote' | 'that' | 'clause' | 'object' | 'to' | 'urge' | 'accuse' | 'label' | 'about';
}

const ADJUNCT_STARTS = new Set(
  'on in at during by via through after before to over with from last this earlier later late early when while yesterday today tonight'.split(
    ' ',
  ),
);
const EVIDENCE = new Set(
  'find discover learn see show uncover expose determine prove document observe rule calculate detail establish demonstrate indicate imply highlight illustrate notice note mean decide guarantee certify verify outline'.split(
    ' ',
  ),
);

const isMark = (token: Token | undefined): boolean => token?.quote === 'mark';

/**
 * Reads what follows the verb at `at`. `evidential`: the subject is a record or an inquiry, so "found", "shows" and the like
 * may take a plain object ("the audit found a gap", but not "police found a body").
 */
export function complementOf(
  tokens: readonly Token[],
  at: number,
  verb: ReportingVerb,
  evidential: boolean,
): Complement | null {
  const { frames } = verb;
  let i = at + 1;
  const particle = CONTENT_PREPOSITIONS.get(verb.lemma);
  while (posAt(tokens, i) === 'ADV' && !TIME_WORDS.has(wordAt(tokens, i)) && posAt(tokens, i + 1) !== 'ADJ') i += 1;
  const next = tokens[i];
  if (!next) return null;
  if (particle?.has('out') && next.lower === 'out' && verb.lemma !== 'rule') return explicit(tokens, i + 1, i + 1);
  if (
    frames.has('about') &&
    particle?.has(next.lower) &&
    next.lower !== 'that' &&
    (next.lower !== 'out' || verb.lemma === 'rule')
  )
    return { cueEnd: i + 1, start: i + 1, shape: 'about' };
  if (SAME_SAYERS.has(verb.lemma) && saysTheSame(tokens, i)) return { cueEnd: at + 1, start: i, shape: 'clause' };
  const withHearer = objectComplement(tokens, i, at, verb);
  if (withHearer) return withHearer;
  const direct = explicit(tokens, i, at + 1);
  if (direct && SAYING.some((frame) => frames.has(frame))) return direct;
  if (
    frames.has('to') &&
    next.lower === 'to' &&
    !TIME_WORDS.has(wordAt(tokens, i + 1)) &&
    !isThing(tokens, i + 1, verb)
  )
    return { cueEnd: at + 1, start: i, shape: 'to' };
  const told = frames.has('told') ? toldComplement(tokens, i, verb) : null;
  if (told || verb.lemma === 'tell') return told;
  return frames.has('told') ? afterAdjunct(tokens, i, at, false) : bareComplement(tokens, i, at, verb, evidential);
}

/** "swore to a confession": to a thing, where an infinitive would tell something. */
const isThing = (tokens: readonly Token[], at: number, { lemma }: ReportingVerb): boolean =>
  /^(?:swear|vow)$/.test(lemma) && /^(?:DET|PRON|PROPN|NUM)$/.test(posAt(tokens, at));

/** "said the strategy …" over many words is a clause, even where its verb has not been seen. */
function saysAtLength(tokens: readonly Token[], i: number, at: number): boolean {
  const next = tokens[i];
  return (
    /^(?:said|says)$/.test(wordAt(tokens, at)) &&
    i === at + 1 &&
    (/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(next?.pos ?? '') || (next?.pos === 'VERB' && next.lower.endsWith('s'))) &&
    tokens.length - i > 8
  );
}

/** "which he said were at his side", "what the senators said was a fraud": the subject of what is said stands before the cue. */
function isExtracted(tokens: readonly Token[], i: number, at: number): boolean {
  if (
    i !== at + 1 ||
    !(posAt(tokens, i) === 'AUX' || /^(?:made|gave|left|came|meant|allowed|led)$/.test(wordAt(tokens, i)))
  )
    return false;
  for (let k = at - 1; k >= 0 && at - k < 7; k -= 1)
    if (/^(?:which|what|who|that)$/.test(wordAt(tokens, k))) return true;
  return false;
}

const SAME_SAYERS = new Set(['say', 'tell', 'think', 'suggest', 'believe', 'argue']);

/** "say the same", "tell a different story", "says otherwise", "thinks so": what is said points to what was told before. */
function saysTheSame(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  if (word === 'otherwise' || word === 'so' || (word === 'as' && wordAt(tokens, at + 1) === 'much'))
    return !/^(?:that|much|many|far|on)$/.test(wordAt(tokens, at + 1)) || word === 'as';
  if (!/^(?:the|a|an|another|much)$/.test(word)) return false;
  const next = wordAt(tokens, at + 1);
  return (
    next === 'same' || /^(?:story|tale)$/.test(next) || /^(?:story|tale|stories|thing)$/.test(wordAt(tokens, at + 2))
  );
}

const SAYING = ['clause', 'that', 'quote', 'told', 'mind'] as const;

/** "accused him of lying", "called it a farce", "urged him to go". */
function objectComplement(
  tokens: readonly Token[],
  i: number,
  at: number,
  { frames }: ReportingVerb,
): Complement | null {
  const accuse = frames.has('accuse') ? withObject(tokens, i, at, /^(?:of|for|over|with)$/, 'accuse') : null;
  const ascribe = accuse ?? (frames.has('ascribe') ? withObject(tokens, i, at, /^to$/, 'accuse') : null);
  const label = ascribe ?? (frames.has('label') ? labelOf(tokens, i, at) : null);
  return label ?? (frames.has('urge') ? withObject(tokens, i, at, /^to$/, 'urge') : null);
}

/** A clause without "that", a plain object, or either behind an adjunct. */
function bareComplement(
  tokens: readonly Token[],
  i: number,
  at: number,
  { frames, lemma }: ReportingVerb,
  evidential: boolean,
): Complement | null {
  const next = tokens[i];
  if (frames.has('clause') && (opensClause(tokens, i) || saysAtLength(tokens, i, at) || isExtracted(tokens, i, at)))
    return { cueEnd: at + 1, start: i, shape: 'clause' };
  const plain = frames.has('object') && (!EVIDENCE.has(lemma) || evidential);
  const gerund = frames.has('clause') && /^(?:being|having)$/.test(next?.lower ?? '');
  if (gerund || (plain && next && opensObject(next))) return { cueEnd: at + 1, start: i, shape: 'object' };
  const behind = plain ? behindMedium(tokens, i) : 0;
  const told = tokens[behind];
  if (behind > 0 && told && opensObject(told)) return { cueEnd: at + 1, start: behind, shape: 'object' };
  const says = frames.has('clause') || frames.has('that') || frames.has('quote');
  return says ? afterAdjunct(tokens, i, at, frames.has('clause')) : null;
}

/** A quotation, a colon or a "that" right at `i`. */
function explicit(tokens: readonly Token[], i: number, cueEnd: number): Complement | null {
  const next = tokens[i];
  if (!next) return null;
  if (isMark(next)) return { cueEnd, start: i, shape: 'quote' };
  if ((next.text === ':' || next.text === ',') && isMark(tokens[i + 1]))
    return { cueEnd, start: i + 1, shape: 'quote' };
  if (next.text === ':' && tokens[i + 1]) return { cueEnd, start: i + 1, shape: 'that' };
  if (COMPLEMENTIZERS.has(next.lower) && next.lower !== 'when' && next.lower !== 'where' && next.lower !== 'who')
    return { cueEnd, start: i, shape: 'that' };
  return null;
}

/** A clause without "that": a noun phrase with its finite verb right behind, or an adverbial that a clause follows. */
export function opensClause(tokens: readonly Token[], i: number): boolean {
  const first = tokens[i];
  if (!first) return false;
  const phrase = phraseStartingAt(tokens, i);
  if (phrase) return finiteAfter(tokens, phrase.end);
  if (first.lower === 'there') return finiteAfter(tokens, i + 1);
  if (first.lower === 'to' || first.lower === 'of') return false;
  if (!/^(?:ADV|SCONJ|ADP)$/.test(first.pos) && !(first.pos === 'VERB' && /ing$/.test(first.lower))) return false;
  for (let k = i; k < tokens.length && k - i < 30; k += 1) {
    const token = tokens[k];
    if (!token || token.text === ';') return false;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB' && k > i && !/ing$/.test(token.lower) && wordAt(tokens, k - 1) !== 'to') return true;
  }
  return false;
}

/** A finite verb at `at`, or behind adverbs, a parenthesis between commas, "and" with a second phrase, or a relative clause with its own end. */
function finiteAfter(tokens: readonly Token[], at: number): boolean {
  let k = at;
  for (let steps = 0; steps < 4; steps += 1) {
    while (posAt(tokens, k) === 'ADV' || posAt(tokens, k) === 'PART') k += 1;
    const token = tokens[k];
    if (!token) return false;
    if (isMark(token))
      return k > at || posAt(tokens, at - 1) === 'PRON' || /^(?:AUX|ADV|VERB)$/.test(posAt(tokens, k + 1));
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !/ing$/.test(token.lower))) return true;
    if (token.text === ',' || token.text === '—' || token.text === '–') {
      const close = tokens.findIndex((other, at2) => at2 > k && at2 < k + 30 && other.text === token.text);
      if (close < 0) return false;
      k = close + 1;
    } else if (token.pos === 'CCONJ' || token.pos === 'ADP') {
      const more = phraseStartingAt(tokens, k + 1);
      if (!more) return false;
      k = more.end;
    } else if (token.pos === 'NOUN' || token.pos === 'ADJ') k += 1;
    else return false;
  }
  return false;
}

/** "told reporters (on Monday) that": the hearer belongs to the cue. */
function toldComplement(tokens: readonly Token[], i: number, verb: ReportingVerb): Complement | null {
  const hearer = phraseStartingAt(tokens, i, new Set(['of', 'in', 'at', 'from']));
  if (!hearer) return null;
  const k = hearer.end;
  const direct = explicit(tokens, k, k);
  if (direct) return direct;
  if (verb.lemma === 'tell' && wordAt(tokens, k) === 'to') return { cueEnd: i, start: i, shape: 'urge' };
  const later = afterAdjunct(tokens, k, k - 1);
  if (later) return { ...later, cueEnd: k };
  if (verb.lemma === 'tell' && opensClause(tokens, k)) return { cueEnd: k, start: k, shape: 'clause' };
  if (verb.lemma === 'tell' && opensClause(tokens, i + 1) && hearer.end - i > 1)
    return { cueEnd: i + 1, start: i + 1, shape: 'clause' };
  return null;
}

/** "said on Tuesday that", "wrote in a letter to staff: “": an adjunct, then the content; only where a "that" or a quotation follows. */
function afterAdjunct(tokens: readonly Token[], i: number, at: number, bareAllowed = true): Complement | null {
  const first = textAt(tokens, i) === ',' ? tokens[i + 1] : tokens[i];
  if (!first || !opensAdjunct(first)) return null;
  let lastFree = -1;
  for (let k = i; k < tokens.length && k - i < 22; k += 1) {
    const token = tokens[k];
    if (!token || token.text === ';') break;
    if (token.lower === 'that' && token.quote === 'outside' && posAt(tokens, k + 1) !== 'VERB')
      return { cueEnd: at + 1, start: k, shape: 'that' };
    if (isMark(token)) return lastFree > 0 && k - lastFree > 3 ? null : { cueEnd: at + 1, start: k, shape: 'quote' };
    if (token.text === ':') return { cueEnd: at + 1, start: k + 1, shape: 'that' };
    if (token.pos === 'VERB' || token.pos === 'AUX') lastFree = k;
  }
  return bareAllowed ? bareAfterTime(tokens, i, at) : null;
}

const opensAdjunct = (token: Token): boolean =>
  ADJUNCT_STARTS.has(token.lower) || TIME_WORDS.has(token.lower) || token.pos === 'ADP';

/** "said Tuesday the plan was dead", "said on Tuesday he would go". */
function bareAfterTime(tokens: readonly Token[], i: number, at: number): Complement | null {
  let k = i;
  while (
    k < tokens.length &&
    k - i < 8 &&
    (TIME_WORDS.has(wordAt(tokens, k)) ||
      /^(?:on|in|at|of|a|an|the|statement|interview|news|conference|email|e-mail|speech|letter|post|phone|hearing|video|tweet|podcast|note|message|memo|filing|affidavit|briefing|broadcast|recording|release|court|private|public|television|radio|social|media|testimony)$/.test(
        wordAt(tokens, k),
      ) ||
      posAt(tokens, k) === 'NUM')
  )
    k += 1;
  if (k === i || /^(?:the|a|an|in|on|at|of)$/.test(wordAt(tokens, k - 1))) k -= 1;
  return k > i && opensClause(tokens, k) ? { cueEnd: at + 1, start: k, shape: 'clause' } : null;
}
