import { type AttributedSource, type Attribution, type Walk } from './attribution.js';
import { type Manner } from './found.js';
import { type Range, phraseStartingAt } from '../grammar/noun-phrases.js';
import { emptyCast } from '../sources/people.js';
import { type Stretch } from '../segments/sentences.js';
import { resolveSource } from '../sources/sources.js';
import { isPossessiveAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { type MarkedQuote } from '../words/tokens.js';
import { mainSubject } from '../finders/verb-attributions.js';
import { overlap, quotesWithin } from '../segments/within.js';
import { wordSet } from '../lexicon/word-list.js';

/**
 * Ties a quotation of speech to a speaker, and says whether it is settled (a quotation that runs on waits for its last sentence): the attribution that already holds part of it; the quotation it continues; a colon
 * before it; the speaker of the same paragraph; the speaker of the paragraph before, if that ended in a quotation.
 */
export function linkQuote(walk: Walk, quote: MarkedQuote, index: number): boolean {
  const { out } = walk;
  const holder = holderOf(out, quote, index);
  const speaker = holder ?? announcedSpeaker(walk, quote) ?? null;
  if (speaker) {
    if (!holder) out.push(speaker);
    extend(speaker, quote);
    return true;
  }
  if (quote.end > (walk.sentences[index]?.end ?? 0)) return false;
  const carried = isLabelledAnswer(walk, quote) ? null : carriedSpeaker(walk, quote, index);
  if (carried) extend(carried, quote);
  else out.push(bareQuotation(walk, quote));
  return true;
}

/** A quotation that no words around it give to anybody: the answer of whoever is interviewed, or nobody's. */
function bareQuotation(walk: Walk, quote: MarkedQuote): Attribution {
  return {
    sentence: sentenceAt(walk, quote.start),
    source: answerer(walk, quote),
    cue: null,
    content: [{ start: quote.start, end: quote.end }],
    manner: 'quotation',
    direct: true,
    sourcing: 'anonymous',
  };
}

/** "A: “Not one.”": the answer in an interview that is printed with letters. */
function isLabelledAnswer(walk: Walk, quote: MarkedQuote): boolean {
  const before = walk.text.slice(Math.max(0, quote.start - 3), quote.start);
  if (!/^\s?A[:.]\s?$/.test(before)) return false;
  return quote.start - (walk.segments[segmentAt(walk, quote.end)]?.start ?? 0) <= 3;
}

/** "And will there be one?" and a paragraph of nothing but quotation: the person named before is being interviewed. */
function answerer(walk: Walk, quote: MarkedQuote): AttributedSource | null {
  const at = segmentAt(walk, quote.end);
  const [asked, answer] = [walk.segments[at - 1], walk.segments[at]];
  const labelled = isLabelledAnswer(walk, quote);
  if (!answer || answer.kind !== 'body') return null;
  if (!labelled && (answer.start !== quote.start || answer.end - quote.end > 1)) return null;
  if (walk.interviewee) return walk.interviewee;
  const questioned = asked?.kind === 'body' && walk.text.slice(asked.start, asked.end).endsWith('?');
  if (!questioned && !labelled) return null;
  const who = walk.cast?.recent.findLast(({ who }) => who.named && who.type === 'person')?.who;
  if (!who) return null;
  const start = Math.max(0, walk.text.lastIndexOf(who.name, quote.start));
  walk.interviewee = { start, end: start + who.name.length, name: who.name, type: who.type, named: true };
  return walk.interviewee;
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
  const announced = before.endsWith(':');
  if (!announced && !/[.?!]$/.test(before)) return null;
  const index = sentenceAt(walk, quote.start);
  const own = sentences[index];
  const from = own && own.start < quote.start ? index : index - 1;
  const tokens = sentences[from]?.tokens ?? [];
  const gesture = !announced && sentences[from]?.segment === own?.segment ? gestureEnd(tokens) : 0;
  const colon = announced ? tokens.findLastIndex((token) => token.text === ':' && token.start < quote.start) : gesture;
  if (colon < 1) return null;
  const phrase = mainSubject(tokens, colon) ?? phraseStartingAt(tokens, 0);
  if (!phrase) return null;
  const stretch = (range: Range): Stretch => ({
    start: tokens[range.start]?.start ?? 0,
    end: tokens[range.end - 1]?.end ?? 0,
  });
  const speaker = resolveSource(tokens, utterer(tokens, phrase), walk.cast ?? emptyCast(outlets.own));
  const source = { ...stretch(phrase), ...speaker };
  if (source.type === 'unknown') return null;
  const cued = phrase.end < colon && colon - phrase.end <= LONGEST_CUE;
  return {
    sentence: from,
    source,
    cue: cued ? stretch({ start: phrase.end, end: colon }) : null,
    content: [{ start: quote.start, end: quote.end }],
    manner: 'speech',
    direct: true,
    sourcing: 'quoted',
  };
}

/** "Halloran shrugged.", "Halloran's verdict?": a short sentence that brings on its speaker. Where its words end; 0 if it does not. */
function gestureEnd(tokens: readonly Token[]): number {
  const end = tokens.length - 1;
  if (end < 2 || end > 9 || tokens.some(({ quote }) => quote !== 'outside')) return 0;
  if (textAt(tokens, end) === '?') return UTTERANCES.has(wordAt(tokens, end - 1)) ? end : 0;
  return tokens.some(({ lower }) => GESTURES.test(lower)) ? end : 0;
}

const GESTURES =
  /^(?:shrugs|shrugged|laughs|laughed|smiles|smiled|nods|nodded|sighs|sighed|grins|grinned|pauses|paused|winces|winced|grimaces|grimaced|chuckles|chuckled|shook|shakes|snorts|snorted|hesitates|hesitated|scowls|scowled|frowns|frowned)$/;

/** Words between a subject and the colon that may be taken together for the cue ("had only this to say"), in tokens. */
const LONGEST_CUE = 14;

const UTTERANCES = wordSet(
  'reply answer response words word message comment comments remark remarks verdict advice defence defense explanation motto statement text tweet post note e-mail email letter plea prayer apology',
);

/** "The secretary's reply was one word: “Done.”": whose utterance it is speaks. */
function utterer(tokens: readonly Token[], phrase: Range): Range {
  for (let i = phrase.start + 1; i < phrase.end; i += 1)
    if (isPossessiveAt(tokens, i) && tokens.slice(i + 1, phrase.end).some(({ lower }) => UTTERANCES.has(lower)))
      return { start: phrase.start, end: i };
  const own = /^(?:his|her|their|its)$/.test(wordAt(tokens, phrase.start));
  return own && UTTERANCES.has(wordAt(tokens, phrase.end - 1))
    ? { start: phrase.start, end: phrase.start + 1 }
    : phrase;
}

function lastSpeaking(out: readonly Attribution[]): Attribution | null {
  for (let i = out.length - 1; i >= 0 && i >= out.length - LOOK_BACK; i -= 1) {
    const one = out[i];
    if (one && (one.direct || /^(?:speech|quotation|record)$/.test(one.manner))) return one;
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

/**
 * Whether what is said opens with a quotation of speech, and three quarters of it stand in quotation marks. What is an act or a state
 * of mind is direct only with a whole utterance ("“They shot first,” remembered Halloran"); a paraphrase that borrows words
 * ("that it “weighs alternatives”") never is.
 */
export function isDirect(manner: Manner, content: readonly Stretch[], quotes: readonly MarkedQuote[]): boolean {
  const told = manner !== 'act' && manner !== 'mind';
  let [letters, quoted] = [0, 0];
  let speech = false;
  for (const piece of content) {
    letters += piece.end - piece.start;
    const within = quotesWithin(quotes, piece);
    const first = within[0];
    speech ||= first !== undefined && (told ? first.speech : first.whole) && opensWith(first, piece);
    for (const quote of within) quoted += overlap(piece, quote);
  }
  return speech && quoted >= 0.75 * letters;
}

/** The quotation stands at the start of what is said, behind a colon's space at most; or right behind "that", if it is a long one. */
function opensWith(quote: MarkedQuote, piece: Stretch): boolean {
  const offset = quote.start - piece.start;
  return offset <= 2 || (offset === 'that '.length && quote.end - quote.start > 40);
}
