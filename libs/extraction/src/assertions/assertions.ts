import { posAt, textAt, tokensWithin, wordAt } from '../words/token-at.js';
import { type Attribution } from '../attributions/attribution.js';
import { isFiniteForm } from '../finders/own-voice.js';
import { behindDay } from '../grammar/media.js';
import { isGloss } from '../grammar/content-ends.js';
import { type Stretch } from '../segments/sentences.js';
import { type Sentence, type Token } from '../words/token.js';
import { type MarkedQuote } from '../words/tokens.js';
import { saysSomething } from '../words/word.js';
import { clipped, contentWithin, overlap, quotesWithin } from '../segments/within.js';

/** A part of one sentence with the attribution that owns it (index into the article's list), or null for the author's own voice. */
export interface Part extends Stretch {
  readonly sentence: number;
  readonly attribution: number | null;
}

interface Owned extends Stretch {
  readonly owner: number | null;
}

/** What one attribution covers, with the end of the last thing said in it. */
interface Hull extends Owned {
  readonly saidTo: number;
  /** Whether it ends in the cue or the source: what follows without a comma still tells of the saying. */
  readonly open: boolean;
}

/**
 * Cuts a sentence into assertions: what each attribution introduces, and what the author adds. The parts cover the sentence;
 * small change (an adverbial, a conjunction) stays with its neighbour.
 */
export function splitSentence(
  sentence: Sentence,
  index: number,
  attributions: readonly Attribution[],
  own: readonly number[],
  quotes: readonly MarkedQuote[],
): Part[] {
  const hulls = own.length === 0 ? [] : outermost(own.flatMap((at) => hullsOf(attributions[at], at, sentence)));
  if (hulls.length === 0) return [{ start: sentence.start, end: sentence.end, sentence: index, attribution: null }];
  const pieces: Owned[] = [];
  let at: number = sentence.start;
  for (const hull of hulls) {
    if (hull.start > at) pieces.push({ start: at, end: hull.start, owner: null });
    pieces.push(hull);
    at = hull.end;
  }
  const last = hulls.at(-1);
  if (at < sentence.end)
    pieces.push({ start: at, end: sentence.end, owner: last?.open && trailsOn(sentence, at) ? last.owner : null });
  return tidy(sentence, pieces, quotes).map((piece) => ({
    start: piece.start,
    end: piece.end,
    sentence: index,
    attribution: piece.owner,
  }));
}

/** The stretches of a sentence that one attribution covers: source, cue and content where they touch, else each for itself. */
function hullsOf(one: Attribution | undefined, owner: number, sentence: Sentence): Hull[] {
  if (!one) return [];
  const said = contentWithin(one.content, sentence);
  const spans: Stretch[] = [];
  for (const span of [one.source, one.cue])
    if (span && overlap(span, sentence) > 0) spans.push(clipped(span, sentence));
  spans.push(...said);
  spans.sort((a, b) => a.start - b.start);
  const hulls: Owned[] = [];
  for (const span of spans) {
    const last = hulls.at(-1);
    if (last && span.start - last.end <= 90 && !(farSource(one, span, last) && !isParenthesis(sentence, last, span)))
      hulls[hulls.length - 1] = { start: last.start, end: Math.max(last.end, span.end), owner };
    else hulls.push({ ...span, owner });
  }
  return hulls.flatMap((hull) => {
    const last = said.findLast((piece) => piece.start < hull.end && hull.start < piece.end);
    const open = last !== undefined && last.end < hull.end;
    if (!last || hull.end <= hull.start) return [];
    return [{ ...hull, end: open ? dayEnd(sentence, hull.end) : hull.end, saidTo: last.end, open }];
  });
}

/** "Halloran said on Monday": the day belongs to the telling. */
function dayEnd({ tokens }: Sentence, end: number): number {
  const at = tokens.findIndex((token) => token.start >= end);
  const day = at < 0 ? 0 : behindDay(tokens, at);
  return tokens[day - 1]?.end ?? end;
}

/** "he told The Sun on the day he was released": behind the cue, up to the end, without a comma or a joining word. */
function trailsOn(sentence: Sentence, at: number): boolean {
  const rest = sentence.tokens.filter((token) => token.start >= at);
  const first = rest[0];
  if (!first || first.pos === 'PUNCT' || first.pos === 'CCONJ') return false;
  return !rest.some((token) => /^[,;:—–]$/.test(token.text) || token.quote !== 'outside');
}

/** A source that several words part from its cue ("Russia has issued a warning, labelling …") stays where it is. */
function farSource(one: Attribution, span: Stretch, last: Stretch): boolean {
  return (
    one.source !== null && last.start === one.source.start && last.end === one.source.end && span.start - last.end > 25
  );
}

/** "The ministry, widely seen as the hold-out, insisted": an aside between commas parts nothing. */
function isParenthesis({ tokens }: Sentence, before: Stretch, behind: Stretch): boolean {
  const between = tokensWithin(tokens, { start: before.end, end: behind.start });
  const [first, last] = [between[0]?.text, between.at(-1)?.text];
  return between.length > 2 && first === last && /^[,—–]$/.test(first ?? '');
}

/** Where two attributions cover the same words the first keeps them; the rest of the second stands alone only if it says something. */
function outermost(hulls: Hull[]): Hull[] {
  const sorted = hulls.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hull[] = [];
  for (const hull of sorted) {
    const last = kept.at(-1);
    if (!last || hull.start >= last.end) kept.push(hull);
    else if (hull.end <= last.end + 3) continue;
    else if (hull.saidTo > last.end) kept.push({ ...hull, start: last.end });
    else kept[kept.length - 1] = { ...last, end: hull.end };
  }
  return kept;
}

function tidy(sentence: Sentence, pieces: readonly Owned[], quotes: readonly MarkedQuote[]): Owned[] {
  const out: Owned[] = [];
  pieces.forEach((piece) => {
    const last = out.at(-1);
    const stands = piece.owner !== null || standsAlone(sentence, piece, quotes);
    if (last && !stands) out[out.length - 1] = { ...last, end: piece.end };
    else if (last && last.owner === null && !standsAlone(sentence, last, quotes))
      out[out.length - 1] = { ...piece, start: last.start };
    else if (last && last.owner === piece.owner) out[out.length - 1] = { ...last, end: piece.end };
    else out.push(piece);
  });
  const last = out.pop();
  if (last) out.push({ ...last, end: sentence.end });
  return out.filter((piece) => piece.end > piece.start);
}

/** Whether a stretch outside all attributions says something of its own: a finite verb, a gloss, or eight words. */
function standsAlone(sentence: Sentence, piece: Stretch, quotes: readonly MarkedQuote[]): boolean {
  const tokens = tokensWithin(sentence.tokens, piece);
  const words = tokens.filter(({ word }) => saysSomething(word));
  if (words.length < 3) return false;
  const joins = words[0] !== undefined && !/^(?:and|but|while|whereas|although|though|yet|or|so)$/.test(words[0].lower);
  const after = piece.start > sentence.start;
  const first = tokens.findIndex(({ word }) => saysSomething(word));
  if (after && joins && isTrailing(tokens, words[0] as Token)) return isOwnEvent(tokens, first, words.length);
  if (isGloss(tokens, first, tokens.length)) return true;
  if (!after && (opensAdverbially(tokens) || isCleft(sentence, tokens))) return false;
  const finite = tokens.some(
    (token, i) =>
      token.pos === 'AUX' || (token.pos === 'VERB' && !/ing$/.test(token.lower) && wordAt(tokens, i - 1) !== 'to'),
  );
  if (finite && words.length >= 4) return true;
  return words.length >= 12 && quotesWithin(quotes, piece).length === 0;
}

/** "In one e-mail to a colleague, sent at noon,", "Asked about the villages,": circumstance of the telling that follows, without a finite verb of its own. */
function opensAdverbially(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  if (!first || tokens.at(-1)?.text !== ',') return false;
  const participle = first.pos === 'VERB' && /(?:ed|ing)$/.test(first.lower);
  if (!participle && first.pos !== 'ADP') return false;
  return !tokens.some(
    (token, at) =>
      at > 0 && (token.pos === 'AUX' || (isFiniteForm(tokens, at) && !/^[,]$/.test(textAt(tokens, at - 1)))),
  );
}

/** "It was Halloran | who said": only brings in who speaks. */
function isCleft(sentence: Sentence, tokens: readonly Token[]): boolean {
  if (tokens.length > 8 || wordAt(tokens, 0) !== 'it' || !/^(?:is|was)$/.test(wordAt(tokens, 1))) return false;
  return wordAt(sentence.tokens, tokens.length) === 'who';
}

/**
 * Behind a comma the author may tell what else happened: ", drawing a whoop from the bleachers", ", as a gannet rose above us",
 * ", by which time the tide had turned". What only tells of the saying ("when asked on Monday") follows without one, or holds no clause.
 */
function isOwnEvent(tokens: readonly Token[], first: number, words: number): boolean {
  if (textAt(tokens, first - 1) !== ',' || words < 5) return false;
  const word = wordAt(tokens, first);
  if (isParticiple(tokens, first)) return !TELLING_ASIDES.test(word);
  const deed = /^(?:before|after|without)$/.test(word) && /^(?:VERB|AUX)$/.test(posAt(tokens, first + 1));
  if (deed) return wordAt(tokens, first + 1).endsWith('ing');
  const relative = wordAt(tokens, first + 1) === 'which' && posAt(tokens, first) === 'ADP';
  const adverbial = /^(?:as|when|before|after|since|because|where)$/.test(word);
  const finite = tokens.some(
    ({ pos, lower }, at) => at > first && (pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing'))),
  );
  return (relative || adverbial) && finite;
}

/** "drawing a cheer", "closing an inquiry": with its object, where the tagger may take it for a noun. */
const isParticiple = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at).endsWith('ing') && (posAt(tokens, at) === 'VERB' || posAt(tokens, at + 1) === 'DET');

/** "…, speaking on condition of anonymity", "…, citing a memo": how it was said. */
const TELLING_ASIDES =
  /^(?:speaking|citing|referring|using|quoting|talking|adding|noting|pointing|recalling|describing|sitting|standing|wearing|holding|looking|including|according|wiping|clutching|smiling|grinning|laughing|shrugging|shaking|nodding|leaning|waving|pausing|sipping)$/;

/** What trails a cue without saying anything new: "…, at a meeting on Monday", "as he left the court", "who represents the tenants". */
function isTrailing(tokens: readonly Token[], first: Token): boolean {
  if (/^[;—–:]$/.test(textAt(tokens, 0))) return false;
  return (
    /^(?:who|which|whose|whom|as|when|after|before|where|that|because|since|in|on|at|by|with|from|during|to|of|for)$/.test(
      first.lower,
    ) ||
    (first.pos === 'VERB' && first.lower.endsWith('ed')) ||
    isParticiple(tokens, tokens.indexOf(first)) ||
    first.pos === 'ADP' ||
    first.pos === 'ADV'
  );
}
