import { posAt, textAt, wordAt } from '../words/token-at.js';
import { isSpeaker } from './animacy.js';
import { opensClause } from './clauses.js';
import { COMPLEMENTIZERS, TIME_WORDS } from '../lexicon/words.js';
import { CONTENT_PREPOSITIONS, type ReportingVerb } from '../lexicon/reporting-verbs.js';
import { behindDay, behindMedium } from './media.js';
import { labelOf, opensObject, withObject } from './object-frames.js';
import { phraseStartingAt } from './noun-phrases.js';
import { type Token } from '../words/token.js';
import { wordSet } from '../lexicon/word-list.js';

/** What a reporting verb introduces on its right, and where its cue ends. */
export interface Complement {
  readonly cueEnd: number;
  readonly start: number;
  readonly shape: 'quote' | 'that' | 'clause' | 'object' | 'to' | 'urge' | 'accuse' | 'label' | 'about';
}

const ADJUNCT_STARTS = wordSet(
  'as early on in at during by via through after before to over with from last this earlier later late early when while yesterday today tonight',
);
const EVIDENCE = wordSet(
  'find discover learn show uncover expose determine prove document observe rule calculate detail establish demonstrate indicate imply highlight illustrate notice note mean decide guarantee certify verify outline',
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
  while (
    posAt(tokens, i) === 'ADV' &&
    !TIME_WORDS.has(wordAt(tokens, i)) &&
    !/^(?:so|otherwise|most)$/.test(wordAt(tokens, i)) &&
    posAt(tokens, i + 1) !== 'ADJ'
  )
    i += 1;
  const next = tokens[i];
  if (!next) return null;
  if (particle?.has('out') && next.lower === 'out' && verb.lemma !== 'rule') return explicit(tokens, i + 1, i + 1);
  if (
    frames.about &&
    particle?.has(next.lower) &&
    next.lower !== 'that' &&
    (next.lower !== 'out' || verb.lemma === 'rule')
  )
    return { cueEnd: i + 1, start: i + 1, shape: 'about' };
  if (next.lower === 'as' && frames.label && isJudgedAs(tokens, i)) return { cueEnd: at + 1, start: i, shape: 'label' };
  if (frames.about && isPutAway(tokens, i, particle)) return { cueEnd: at + 1, start: i, shape: 'label' };
  if (SAME_SAYERS.has(verb.lemma) && saysTheSame(tokens, i)) return { cueEnd: at + 1, start: i, shape: 'clause' };
  const withHearer = objectComplement(tokens, i, at, verb);
  if (withHearer) return withHearer;
  const direct = explicit(tokens, i, at + 1);
  if (direct && (frames.clause || frames.that || frames.quote || frames.told || frames.mind)) return direct;
  if (frames.to && next.lower === 'not' && wordAt(tokens, i + 1) === 'to')
    return { cueEnd: at + 1, start: i, shape: 'to' };
  if (frames.to && next.lower === 'to' && !TIME_WORDS.has(wordAt(tokens, i + 1)) && !isThing(tokens, i + 1, verb))
    return { cueEnd: at + 1, start: i, shape: 'to' };
  const later = frames.to ? infinitiveBehind(tokens, i) : 0;
  if (later > 0) return { cueEnd: at + 1, start: later, shape: 'to' };
  const told = frames.told ? toldComplement(tokens, i, verb) : null;
  if (told || verb.lemma === 'tell') return told;
  return frames.told ? afterAdjunct(tokens, i, at, false) : bareComplement(tokens, i, at, verb, evidential);
}

/** "rejects as “abject” the idea", "dismissed as false a report": what is judged stands behind the judgement. */
function isJudgedAs(tokens: readonly Token[], as: number): boolean {
  let at = as + 1;
  if (isMark(tokens[at])) {
    at += 1;
    while (at - as < 12 && tokens[at] && !isMark(tokens[at])) at += 1;
    at += 1;
  } else at = posAt(tokens, at) === 'ADJ' ? at + 1 : (phraseStartingAt(tokens, at, NO_LINKS)?.end ?? tokens.length);
  return posAt(tokens, at) === 'DET' || /^(?:his|her|their|its|any|all)$/.test(wordAt(tokens, at));
}

const NO_LINKS: ReadonlySet<string> = new Set();

/** "waved it off", "plays them down": the particle stands behind a pronoun. */
const isPutAway = (tokens: readonly Token[], i: number, particles: ReadonlySet<string> | undefined): boolean =>
  /^(?:it|this|that|them|him|her)$/.test(wordAt(tokens, i)) &&
  /^(?:off|away|aside|down|out)$/.test(wordAt(tokens, i + 1)) &&
  (particles?.has(wordAt(tokens, i + 1)) ?? false);

/** "swore to a confession": to a thing, where an infinitive would tell something. */
const isThing = (tokens: readonly Token[], at: number, { lemma }: ReportingVerb): boolean =>
  /^(?:swear|vow)$/.test(lemma) && /^(?:DET|PRON|PROPN|NUM)$/.test(posAt(tokens, at));

/** "said the strategy …" over many words, or with a finite verb further on, is a clause, even where its own verb has not been seen. */
function saysAtLength(tokens: readonly Token[], i: number, at: number): boolean {
  const next = tokens[i];
  if (!/^(?:said|says|say)$/.test(wordAt(tokens, at)) || !next || TIME_WORDS.has(next.lower)) return false;
  const opens = /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(next.pos) || (next.pos === 'VERB' && next.lower.endsWith('s'));
  if (!opens && !/^(?:most|even|only)$/.test(next.lower)) return false;
  if (i === at + 1 && tokens.length - i > 8) return true;
  return tokens.slice(i + 1).some(({ pos, quote }) => pos === 'AUX' && quote === 'outside');
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

/** "accused him of lying", "called it a farce", "urged him to go". */
function objectComplement(
  tokens: readonly Token[],
  i: number,
  at: number,
  { frames, lemma }: ReportingVerb,
): Complement | null {
  const links = lemma === 'charge' ? WITH : OF_WHAT;
  return (
    (frames.accuse ? withObject(tokens, i, at, links, 'accuse') : null) ??
    (frames.ascribe ? withObject(tokens, i, at, TO, 'accuse') : null) ??
    (frames.label ? labelOf(tokens, i, at) : null) ??
    (frames.urge ? withObject(tokens, i, at, TO, 'urge') : null)
  );
}

const OF_WHAT: ReadonlySet<string> = new Set(['of', 'for', 'over', 'with']);
const WITH: ReadonlySet<string> = new Set(['with']);
const TO: ReadonlySet<string> = new Set(['to']);

/** A clause without "that", a plain object, or either behind an adjunct. */
function bareComplement(
  tokens: readonly Token[],
  i: number,
  at: number,
  { frames, lemma }: ReportingVerb,
  evidential: boolean,
): Complement | null {
  const next = tokens[i];
  const day = behindDay(tokens, i);
  if (day > 0 && textAt(tokens, day) === ',') return afterAdjunct(tokens, i, at, false);
  if (frames.clause && (opensClause(tokens, i) || saysAtLength(tokens, i, at) || isExtracted(tokens, i, at)))
    return { cueEnd: at + 1, start: i, shape: 'clause' };
  const plain = frames.object && (!EVIDENCE.has(lemma) || evidential);
  const gerund = (frames.clause || plain) && /^(?:being|having)$/.test(next?.lower ?? '');
  if (gerund || (plain && next && opensObject(next))) return { cueEnd: at + 1, start: i, shape: 'object' };
  const behind = plain ? behindMedium(tokens, i) || day || behindHearer(tokens, i) : 0;
  const told = tokens[behind];
  if (behind > 0 && told && opensObject(told)) return { cueEnd: at + 1, start: behind, shape: 'object' };
  const says = frames.clause || frames.that || frames.quote;
  return says ? afterAdjunct(tokens, i, at, frames.clause) : null;
}

/** "described to magistrates | a cottage", "refuted, in a rush, | any charge": where an object with a determiner stands behind who hears it or an aside; 0 if it does not. */
function behindHearer(tokens: readonly Token[], i: number): number {
  const hearer = wordAt(tokens, i) === 'to' ? phraseStartingAt(tokens, i + 1) : null;
  const at = hearer && isSpeaker(tokens, hearer) ? hearer.end : asideEnd(tokens, i);
  return at > 0 && posAt(tokens, at) === 'DET' ? at : 0;
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

const HEARER_LINKS: ReadonlySet<string> = new Set(['of', 'in', 'at', 'from']);

/** "told reporters (on Monday) that": the hearer belongs to the cue. */
function toldComplement(tokens: readonly Token[], i: number, verb: ReportingVerb): Complement | null {
  const hearer = phraseStartingAt(tokens, i, HEARER_LINKS);
  if (!hearer) return null;
  const k = hearer.end;
  const direct = explicit(tokens, k, k);
  if (direct) return direct;
  if (verb.lemma === 'tell' && wordAt(tokens, k) === 'to') return { cueEnd: i, start: i, shape: 'urge' };
  if (verb.lemma === 'tell' && wordAt(tokens, k) === 'so' && saysTheSame(tokens, k))
    return { cueEnd: k, start: k, shape: 'clause' };
  const later = afterAdjunct(tokens, k, k - 1);
  if (later) return { ...later, cueEnd: k };
  if (verb.lemma === 'tell' && opensClause(tokens, k)) return { cueEnd: k, start: k, shape: 'clause' };
  if (verb.lemma === 'tell' && opensClause(tokens, i + 1) && hearer.end - i > 1)
    return { cueEnd: i + 1, start: i + 1, shape: 'clause' };
  return null;
}

/** "has pledged in the past to give half of it": where the infinitive stands behind an adjunct; 0 where none does. */
function infinitiveBehind(tokens: readonly Token[], i: number): number {
  const first = tokens[i];
  if (!first || !opensAdjunct(first)) return 0;
  for (let k = i + 1; k < tokens.length && k - i < 9; k += 1) {
    const token = tokens[k];
    if (!token || !/^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|ADV|PART|PRON)$/.test(token.pos)) return 0;
    if (token.lower === 'to' && token.pos === 'PART') return posAt(tokens, k + 1) === 'VERB' ? k : 0;
  }
  return 0;
}

/** "said on Tuesday that", "wrote in a letter to staff: “": an adjunct, then the content; only where a "that" or a quotation follows. */
function afterAdjunct(tokens: readonly Token[], i: number, at: number, bareAllowed = true): Complement | null {
  const aside = behindAside(tokens, i);
  if (aside) return { ...aside, cueEnd: at + 1 };
  const first = textAt(tokens, i) === ',' ? tokens[i + 1] : tokens[i];
  if (!first || !opensAdjunct(first)) return null;
  let lastFree = -1;
  for (let k = i; k < tokens.length && k - i < 22; k += 1) {
    const token = tokens[k];
    if (!token || token.text === ';') break;
    if (token.lower === 'that' && token.quote === 'outside' && posAt(tokens, k + 1) !== 'VERB')
      return { cueEnd: at + 1, start: k, shape: 'that' };
    if (isMark(token)) return lastFree > 0 && k - lastFree > 3 ? null : { cueEnd: at + 1, start: k, shape: 'quote' };
    if (token.text === ':')
      return posAt(tokens, lastFree - 1) === 'CCONJ' ? null : { cueEnd: at + 1, start: k + 1, shape: 'that' };
    if (token.pos === 'VERB' || token.pos === 'AUX') lastFree = k;
  }
  return bareAllowed ? bareAfterTime(tokens, i, at) : null;
}

/** "told the Star, a little less calmly, that", "said, without looking up: “": behind what stands between two commas. */
function behindAside(tokens: readonly Token[], i: number): Complement | null {
  const at = asideEnd(tokens, i);
  const next = tokens[at];
  return at > 0 && (next?.quote === 'mark' || /^(?:that|whether|how|why)$/.test(next?.lower ?? ''))
    ? explicit(tokens, at, i)
    : null;
}

/** Where the words behind two commas begin, the first at `i`; 0 where no aside stands there. */
function asideEnd(tokens: readonly Token[], i: number): number {
  if (textAt(tokens, i) !== ',') return 0;
  for (let k = i + 2; k < tokens.length && k - i < 14; k += 1) {
    const token = tokens[k];
    if (!token || token.quote !== 'outside' || /^[.;:?!—–]$/.test(token.text)) return 0;
    if (token.text === ',') return k + 1;
  }
  return 0;
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
