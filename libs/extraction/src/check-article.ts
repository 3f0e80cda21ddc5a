import { createHash } from 'node:crypto';
import {
  type CodePointOffset,
  type NormalText,
  type OffsetMap,
  type Utf16Offset,
  createOffsetMap,
  describeQuote,
  normalizeText,
} from '@proofdesk/text';
import { type Attribution, findAttributions } from './attributions.js';
import { findAllegation } from './allegations.js';
import { kindOf } from './assertion-kinds.js';
import { type Part, splitSentence } from './assertions.js';
import { isCheckable, worthOf } from './checkable.js';
import {
  type Check,
  type CheckedAssertion,
  type CheckedAttribution,
  type CheckTotals,
  type Risk,
  SOURCINGS,
  type Sourcing,
} from './check.js';
import { languageOf } from './language.js';
import { namesIn } from './people.js';
import { findQuotes } from './quotes.js';
import { type Segment, splitSegments } from './segments.js';
import { splitSentences } from './sentences.js';
import { markSpeech } from './speech.js';
import { type Sentence, type SpanTagger, type Token } from './token.js';
import { type MarkedQuote, type QuoteCursor, tokenize } from './tokens.js';

/** Name and version of the engine, as every check states them. */
export const ENGINE = { name: 'proofdesk-extraction', version: '0.1.0' } as const;

export interface CheckOptions {
  /** A trained tagger to be merged with the rules. */
  readonly tagger?: SpanTagger;
}

/** Checks a text as it was received: brings it into normal form and says who says what in it. */
export function checkArticle(input: string, options: CheckOptions = {}): Check {
  return checkNormalText(normalizeText(input), options);
}

/** Checks a text that is in normal form already. Same text, same output, but for `engine.milliseconds`. */
export function checkNormalText(text: NormalText, options: CheckOptions = {}): Check {
  const started = performance.now();
  const language = languageOf(text);
  const segments = splitSegments(text);
  const supported = language === 'en';
  const quotes = supported ? markSpeech(text, findQuotes(text, segments)) : [];
  const sentences = sentencesOf(text, segments, quotes, supported);
  const attributions = supported ? findAttributions(text, segments, sentences, quotes, options.tagger) : [];
  const parts = partsOf(sentences, attributions, quotes);
  const map = createOffsetMap(text);
  const assertions = describeParts({ text, segments, sentences, attributions, quotes, map, supported }, parts);
  return {
    schema: 'proofdesk.check/1',
    article: {
      title: titleOf(text, segments),
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      characters: map.codePoints,
      language,
    },
    segments: segments.map(({ start, end, kind }) => ({ ...points(map, { start, end }), kind })),
    attributions: attributions.map((one) => checkedAttribution(text, map, one)),
    assertions,
    totals: totalsOf(assertions),
    engine: { ...ENGINE, milliseconds: Math.round((performance.now() - started) * 10) / 10 },
  };
}

function sentencesOf(
  text: string,
  segments: readonly Segment[],
  quotes: readonly MarkedQuote[],
  supported: boolean,
): Sentence[] {
  const cursor: QuoteCursor = { at: 0, quotes };
  return segments.flatMap((segment, index) => {
    if (segment.kind === 'byline' || segment.kind === 'dateline' || segment.kind === 'furniture') return [];
    const stretches = segment.kind === 'headline' ? [segment] : splitSentences(text, segment.start, segment.end);
    return stretches.map((stretch, place) => ({
      start: stretch.start as Utf16Offset,
      end: stretch.end as Utf16Offset,
      segment: index,
      place,
      tokens: supported ? tokenize(text, stretch, cursor) : [],
    }));
  });
}

function partsOf(
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  quotes: readonly MarkedQuote[],
): Part[] {
  const bySentence = new Map<number, number[]>();
  attributions.forEach((one, at) => {
    for (const index of sentencesTouched(sentences, one)) bySentence.set(index, [...(bySentence.get(index) ?? []), at]);
  });
  return sentences.flatMap((sentence, index) =>
    splitSentence(sentence, index, attributions, bySentence.get(index) ?? [], quotes),
  );
}

function sentencesTouched(sentences: readonly Sentence[], one: Attribution): Set<number> {
  const touched = new Set<number>([one.sentence]);
  for (const piece of one.content) {
    for (
      let i = firstEndingAfter(sentences, piece.start);
      i < sentences.length && (sentences[i]?.start ?? Infinity) < piece.end;
      i += 1
    )
      touched.add(i);
  }
  return touched;
}

function firstEndingAfter(sentences: readonly Sentence[], offset: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Described {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly sentences: readonly Sentence[];
  readonly attributions: readonly Attribution[];
  readonly quotes: readonly MarkedQuote[];
  readonly map: OffsetMap;
  readonly supported: boolean;
}

function describeParts(given: Described, parts: readonly Part[]): CheckedAssertion[] {
  let lastParty: string | null = null;
  return parts.map((part, i) => {
    const sentence = given.sentences[part.sentence];
    const tokens = (sentence?.tokens ?? []).filter((token) => token.start >= part.start && token.end <= part.end);
    const assertion = describePart(given, part, tokens, lastParty, i + 1);
    lastParty = namesIn(tokens).findLast((name) => name.kind !== 'other')?.text ?? lastParty;
    return assertion;
  });
}

function describePart(
  given: Described,
  part: Part,
  tokens: readonly Token[],
  lastParty: string | null,
  ordinal: number,
): CheckedAssertion {
  const { segments, sentences, attributions, quotes, map, text } = given;
  const sentence = sentences[part.sentence];
  const attribution = part.attribution === null ? null : (attributions[part.attribution] ?? null);
  const sourcing: Sourcing = attribution?.sourcing ?? 'unattributed';
  const said = attribution ? saidTokens(tokens, attribution) : tokens;
  const kind = kindOf(
    said.length > 1 ? said : tokens,
    segments[sentence?.segment ?? 0]?.kind ?? 'body',
    attribution !== null,
  );
  const allegation = findAllegation(tokens, { lastParty });
  const checkable = isCheckable(kind, allegation !== null);
  const needsSource = checkable && (sourcing === 'anonymous' || sourcing === 'self' || sourcing === 'unattributed');
  const risk: Risk = allegation === null ? 'normal' : needsSource && !attribution?.direct ? 'serious' : 'sensitive';
  const span = points(map, part);
  const { exact, prefix, suffix } = describeQuote(text, span, map);
  const inQuotes = quotes.some((quote) => quote.start < part.end && part.start < quote.end);
  return {
    ordinal,
    ...span,
    exact,
    prefix,
    suffix,
    kind,
    sourcing,
    partlyQuoted: sourcing !== 'quoted' && attribution !== null && inQuotes && !attribution.direct,
    attribution: part.attribution,
    allegation,
    checkWorthiness: given.supported
      ? worthOf(said, kind, allegation !== null, !needsSource)
      : { score: 0, reasons: ['language not supported: sentences only'] },
    needsSource,
    risk,
  };
}

function saidTokens(tokens: readonly Token[], one: Attribution): Token[] {
  return tokens.filter((token) =>
    one.content.some((piece) => token.start >= piece.start && token.end <= piece.end + 2),
  );
}

function points(
  map: OffsetMap,
  span: { start: number; end: number },
): { start: CodePointOffset; end: CodePointOffset } {
  return { start: map.toCodePoint(span.start as Utf16Offset), end: map.toCodePoint(span.end as Utf16Offset) };
}

function checkedAttribution(text: string, map: OffsetMap, one: Attribution): CheckedAttribution {
  const { source, cue } = one;
  return {
    source: source
      ? { ...points(map, source), exact: text.slice(source.start, source.end), name: source.name, type: source.type }
      : null,
    cue: cue ? { ...points(map, cue), exact: text.slice(cue.start, cue.end) } : null,
    content: one.content.map((piece) => points(map, piece)),
    direct: one.direct,
  };
}

function titleOf(text: string, segments: readonly Segment[]): string {
  const headline = segments.find((segment) => segment.kind === 'headline') ?? segments[0];
  if (!headline) return '';
  const words = text.slice(headline.start, headline.end).replace(/\s+/g, ' ');
  const letters = [...words.slice(0, 1000)];
  return letters.length > 200 ? `${letters.slice(0, 199).join('')}…` : words;
}

function totalsOf(assertions: readonly CheckedAssertion[]): CheckTotals {
  const bySourcing = Object.fromEntries(
    SOURCINGS.map((sourcing) => [sourcing, assertions.filter((one) => one.sourcing === sourcing).length]),
  ) as Record<Sourcing, number>;
  return {
    assertions: assertions.length,
    bySourcing,
    needsSource: assertions.filter((one) => one.needsSource).length,
    serious: assertions.filter((one) => one.risk === 'serious').length,
  };
}
