import { type SourceType, type Sourcing } from './check.js';
import { SELF_PATTERN } from './lexicon/sources.js';
import { type Found, type Manner } from './found.js';
import { type Range, phraseStartingAt } from './noun-phrases.js';
import { type Cast, emptyCast, meet, textOf } from './people.js';
import { phraseAttributions } from './phrase-attributions.js';
import { type MarkedQuote } from './tokens.js';
import { type Segment } from './segments.js';
import { type Stretch } from './sentences.js';
import { type Resolved, resolveSource } from './sources.js';
import { sourcingOf } from './sourcing.js';
import { type Sentence, type Token } from './token.js';
import { type Outlets, outletsIn } from './outlets.js';
import { hearsayAttributions } from './hearsay-attributions.js';
import { recordAttributions, selfAttributions } from './record-attributions.js';
import { tagAttributions } from './tag-attributions.js';
import { mainSubject, verbAttributions } from './verb-attributions.js';
import { overlap, quotesWithin } from './within.js';

export interface AttributedSource extends Stretch {
  readonly name: string;
  readonly type: SourceType;
  readonly named: boolean;
}

/** An attribution in the text, in UTF-16 units. `content` grows while a quotation runs on. */
export interface Attribution {
  readonly sentence: number;
  readonly source: AttributedSource | null;
  readonly cue: Stretch | null;
  readonly content: Stretch[];
  readonly manner: Manner;
  direct: boolean;
  sourcing: Sourcing;
}

/** Looks again at what the rules found in one sentence and says what to take. */
export type SecondOpinion = (sentence: Sentence, index: number, rules: readonly Found[]) => readonly Found[];

/** An article cut up, with its quotations. */
export interface Scene {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly MarkedQuote[];
}

/** What the rules find in an article: sentence by sentence, before quotations are tied to their speakers. */
export interface RuleFindings {
  readonly outlets: Outlets;
  readonly bySentence: readonly (readonly Found[])[];
}

interface Walk extends Scene {
  readonly outlets: Outlets;
  /** Who has been named so far; null where nobody asks who the sources are. */
  readonly cast: Cast | null;
  readonly out: Attribution[];
}

/** Verbs, "according to", records, hearsay: what the rules find. */
export function findByRules({ segments, sentences }: Scene): RuleFindings {
  const outlets = outletsIn(sentences);
  return {
    outlets,
    bySentence: sentences.map((sentence) =>
      ruleAttributions(sentence, segments[sentence.segment]?.kind === 'headline', outlets),
    ),
  };
}

/**
 * Attributions of an article in the order of their sentences: what the rules found in each, or what a second opinion makes
 * of that (`tagged.ts`), and then the quotations, each tied to its speaker.
 */
export function findAttributions(scene: Scene, rules: RuleFindings, opinion?: SecondOpinion): Attribution[] {
  const walk: Walk = { ...scene, outlets: rules.outlets, cast: emptyCast(rules.outlets.own), out: [] };
  walkThrough(walk, rules, opinion);
  for (const one of walk.out) settle(walk, one);
  return walk.out;
}

/** Where the rules alone see attributions, without asking who the sources are: hints for the tagger. */
export function sketchAttributions(scene: Scene, rules: RuleFindings): Attribution[] {
  const walk: Walk = { ...scene, outlets: rules.outlets, cast: null, out: [] };
  walkThrough(walk, rules);
  return walk.out;
}

function walkThrough(walk: Walk, rules: RuleFindings, opinion?: SecondOpinion): void {
  const { segments, sentences, quotes, cast } = walk;
  const lead = segments.findIndex((segment) => segment.kind === 'body');
  let quoteAt = 0;
  let pending: MarkedQuote[] = [];
  sentences.forEach((sentence, index) => {
    if (cast) meet(cast, sentence, sentence.segment <= lead, segments[sentence.segment]?.kind === 'headline');
    const own = rules.bySentence[index] ?? [];
    const found = withoutEchoes(opinion ? opinion(sentence, index, own) : own);
    for (const one of found) if (!isNarrator(sentence, one)) walk.out.push(placed(walk, one, index));
    while (quoteAt < quotes.length && (quotes[quoteAt]?.start ?? 0) < sentence.end) {
      const quote = quotes[quoteAt];
      if (quote?.speech) pending.push(quote);
      quoteAt += 1;
    }
    pending = pending.filter((quote) => !linkQuote(walk, quote, index));
  });
}

/** All rules over one sentence; where two claim the same cue, the earlier in this list keeps it. */
function ruleAttributions(sentence: Sentence, inHeadline: boolean, outlets: Outlets): Found[] {
  const { tokens } = sentence;
  const own = selfAttributions(tokens, outlets.named);
  const spoken = [...phraseAttributions(tokens), ...verbAttributions(tokens), ...tagAttributions(tokens, inHeadline)];
  const found = dropNestedRepeats([...own, ...spoken]);
  if (found.length > 0 && own.length === 0)
    return dropNestedRepeats([...found, ...recordAttributions(tokens), ...hearsayAttributions(tokens)]);
  return own.length > 0
    ? found
    : dropNestedRepeats([...recordAttributions(tokens, true), ...hearsayAttributions(tokens)]);
}

/** "Sales are estimated at a million, according to the bank": the bank says so, not nobody. */
function withoutEchoes(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const told = found.filter((one) => one.source !== null && one.manner === 'speech');
  if (told.length === 0) return found;
  const covers = (outer: Found, inner: Found): boolean =>
    inner.content.every((piece) => outer.content.some((whole) => whole.start <= piece.start && piece.end <= whole.end));
  return found.filter(
    (one) =>
      one.source !== null || !/^(?:passive|nominal)$/.test(one.manner) || !told.some((other) => covers(other, one)),
  );
}

/** "I think", "we know": the author's own voice, not somebody to be attributed to. */
function isNarrator(sentence: Sentence, one: Found): boolean {
  if (!one.source || one.sort === 'self' || one.source.end - one.source.start > 1) return false;
  return /^(?:i|we|me|us|you)$/.test(sentence.tokens[one.source.start]?.lower ?? '');
}

/** "according to" and a verb may both claim the same words; the first found keeps them. */
function dropNestedRepeats(found: Found[]): Found[] {
  if (found.length < 2) return found;
  const kept: Found[] = [];
  for (const one of found)
    if (!kept.some((other) => other.cue && one.cue && other.cue.start < one.cue.end && one.cue.start < other.cue.end))
      kept.push(one);
  return kept.sort((a, b) => (a.cue?.start ?? 0) - (b.cue?.start ?? 0));
}

function placed(walk: Walk, one: Found, index: number): Attribution {
  const sentence = walk.sentences[index];
  const tokens = sentence?.tokens ?? [];
  const stretch = (range: Range): Stretch => ({
    start: tokens[range.start]?.start ?? 0,
    end: tokens[range.end - 1]?.end ?? 0,
  });
  const who = walk.cast && one.source ? resolveSource(tokens, namingPart(tokens, one), walk.cast, one.sort) : UNASKED;
  const source = one.source ? asked(stretch(one.source), who) : null;
  return {
    sentence: index,
    source,
    cue: one.cue ? stretch(one.cue) : null,
    content: one.content.map(stretch),
    manner: one.manner,
    direct: false,
    sourcing: 'unattributed',
  };
}

const asked = (
  { start, end }: Stretch,
  { name, type, named }: Pick<Resolved, 'name' | 'type' | 'named'>,
): AttributedSource => ({
  start,
  end,
  name,
  type,
  named,
});

const UNASKED = { name: '', type: 'unknown', named: false } as const;

/** What of a source is resolved: its head where a rule knows it, unless the words around it make it the outlet itself. */
function namingPart(tokens: readonly Token[], { source, head }: Found): Range {
  const whole = source ?? { start: 0, end: 0 };
  return head && !SELF_PATTERN.test(textOf(tokens, whole.start, whole.end)) ? head : whole;
}

/**
 * Ties a quotation of speech to a speaker, and says whether it is settled (a quotation that runs on waits for its last sentence): the attribution that already holds part of it; the quotation it continues; a colon
 * before it; the speaker of the same paragraph; the speaker of the paragraph before, if that ended in a quotation.
 */
function linkQuote(walk: Walk, quote: MarkedQuote, index: number): boolean {
  const { out } = walk;
  const holder = holderOf(out, quote, index);
  const speaker = holder ?? announcedSpeaker(walk, quote) ?? null;
  if (speaker) {
    if (!holder) out.push(speaker);
    extend(speaker, quote);
    return true;
  }
  if (quote.end > (walk.sentences[index]?.end ?? 0)) return false;
  const carried = carriedSpeaker(walk, quote, index);
  if (carried) extend(carried, quote);
  else
    out.push({
      sentence: sentenceAt(walk, quote.start),
      source: null,
      cue: null,
      content: [{ start: quote.start, end: quote.end }],
      manner: 'quotation',
      direct: true,
      sourcing: 'anonymous',
    });
  return true;
}

/** Attributions further back than this many cannot hold part of a quotation; a bound keeps the walk linear. */
const LOOK_BACK = 40;

function holderOf(out: readonly Attribution[], quote: MarkedQuote, index: number): Attribution | null {
  for (let i = out.length - 1; i >= 0 && i >= out.length - LOOK_BACK; i -= 1) {
    const one = out[i];
    if (!one || (one.sentence < index - LOOK_BACK && !one.direct)) continue;
    for (let k = one.content.length - 1; k >= 0 && k >= one.content.length - 8; k -= 1) {
      const piece = one.content[k];
      if (piece && overlap(piece, quote) > 0) return one;
    }
  }
  return null;
}

function sentenceAt(walk: Walk, offset: number): number {
  let [low, high] = [0, walk.sentences.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((walk.sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "The chairman gave the only comment: “…”", "The union released this statement:" and the quotation in the next paragraph. */
function announcedSpeaker(walk: Walk, quote: MarkedQuote): Attribution | null {
  const { text, sentences, outlets } = walk;
  const before = text.slice(Math.max(0, quote.start - 40), quote.start).trimEnd();
  if (!before.endsWith(':')) return null;
  const index = sentenceAt(walk, quote.start);
  const own = sentences[index];
  const from = own && own.start < quote.start ? index : index - 1;
  const tokens = sentences[from]?.tokens ?? [];
  const phrase = mainSubject(tokens, tokens.length) ?? phraseStartingAt(tokens, 0);
  if (!phrase) return null;
  const start = tokens[phrase.start]?.start ?? 0;
  const end = tokens[phrase.end - 1]?.end ?? 0;
  const source = { start, end, ...resolveSource(tokens, phrase, walk.cast ?? emptyCast(outlets.own)) };
  if (source.type === 'unknown') return null;
  return {
    sentence: from,
    source,
    cue: null,
    content: [{ start: quote.start, end: quote.end }],
    manner: 'speech',
    direct: true,
    sourcing: 'quoted',
  };
}

function lastSpeaking(out: readonly Attribution[]): Attribution | null {
  for (let i = out.length - 1; i >= 0 && i >= out.length - LOOK_BACK; i -= 1) {
    const one = out[i];
    if (one && (one.manner === 'speech' || one.manner === 'quotation' || one.manner === 'record')) return one;
  }
  return null;
}

function carriedSpeaker(walk: Walk, quote: MarkedQuote, index: number): Attribution | null {
  const { out, sentences, text } = walk;
  const sentence = sentences[index];
  if (!sentence) return null;
  const last = lastSpeaking(out);
  if (!last) return null;
  const lastSentence = sentences[last.sentence];
  const lastPiece = last.content.at(-1);
  if (quote.continues && last.direct) return last;
  if (lastSentence?.segment === sentence.segment) return last;
  const before = text.slice(0, quote.start).trimEnd();
  if (before.endsWith(':') && lastSentence && sentence.segment - lastSentence.segment === 1) return last;
  const starts = walk.segments[sentence.segment]?.start === quote.start;
  if (starts && last.direct && lastPiece && sentence.segment - segmentAt(walk, lastPiece.end) <= 1) return last;
  return null;
}

function segmentAt(walk: Walk, offset: number): number {
  let [low, high] = [0, walk.segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((walk.segments[middle]?.start ?? 0) < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Lets an attribution's content take in a whole quotation, cut at sentence ends. */
function extend(one: Attribution, quote: Stretch): void {
  one.direct = true;
  const own = one.content.findLastIndex((piece) => overlap(piece, quote) > 0 || piece.end < quote.start);
  const touches = own >= 0 && overlap(one.content[own] ?? quote, quote) > 0;
  const piece = touches ? one.content[own] : undefined;
  if (piece) one.content[own] = { start: Math.min(piece.start, quote.start), end: Math.max(piece.end, quote.end) };
  else one.content.push({ start: quote.start, end: quote.end });
}

/** Decides, once all content is known, whether the words themselves are quoted, and the sourcing. */
function settle(walk: Walk, one: Attribution): void {
  one.content.sort((a, b) => a.start - b.start);
  one.direct = isDirect(one.manner, one.content, walk.quotes);
  one.sourcing = sourcingOf(one);
}

/**
 * Whether what is said opens with a quotation of speech, and three quarters of it stand in quotation marks. Acts and states of mind
 * are never direct, nor is a paraphrase that borrows words ("that it “weighs alternatives”").
 */
export function isDirect(manner: Manner, content: readonly Stretch[], quotes: readonly MarkedQuote[]): boolean {
  if (manner === 'act' || manner === 'mind') return false;
  let [letters, quoted] = [0, 0];
  let speech = false;
  for (const piece of content) {
    letters += piece.end - piece.start;
    const within = quotesWithin(quotes, piece);
    const first = within[0];
    speech ||= first !== undefined && first.speech && opensWith(first, piece);
    for (const quote of within) quoted += overlap(piece, quote);
  }
  return speech && quoted >= 0.75 * letters;
}

/** The quotation stands at the start of what is said, behind a colon's space at most; or right behind "that", if it is a long one. */
function opensWith(quote: MarkedQuote, piece: Stretch): boolean {
  const offset = quote.start - piece.start;
  return offset <= 2 || (offset === 'that '.length && quote.end - quote.start > 40);
}
