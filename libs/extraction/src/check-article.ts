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
import { type Attribution } from './attributions/attribution.js';
import {
  type Check,
  type CheckedAssertion,
  type CheckedAttribution,
  type CheckTotals,
  SOURCINGS,
  type Sourcing,
} from './check.js';
import { labelDrafts } from './labels.js';
import { readText } from './reading.js';
import { type Segment } from './segments/segments.js';
import { type SpanTagger } from './tagger/tagger.js';

/** Name and version of the engine, as every check states them. */
export const ENGINE = { name: 'proofdesk-extraction', version: '0.1.0' } as const;

export interface CheckOptions {
  /** Another tagger than the one that ships; null for the rules alone. */
  readonly tagger?: SpanTagger | null;
}

/** Checks a text as it was received: brings it into normal form and says who says what in it. */
export function checkArticle(input: string, options: CheckOptions = {}): Check {
  return checkNormalText(normalizeText(input), options);
}

/** Checks a text that is in normal form already. Same text, same output, but for `engine.milliseconds`. */
export function checkNormalText(text: NormalText, options: CheckOptions = {}): Check {
  const started = performance.now();
  const reading = readText(text, options.tagger);
  const { segments, attributions, drafts, language } = reading;
  const labels = labelDrafts(reading);
  const map = createOffsetMap(text);
  const assertions = drafts.flatMap((draft, i): CheckedAssertion[] => {
    const label = labels[i];
    if (!label) return [];
    const span = points(map, draft);
    const { exact, prefix, suffix } = describeQuote(text, span, map);
    return [
      {
        ordinal: i + 1,
        start: span.start,
        end: span.end,
        exact,
        prefix,
        suffix,
        kind: label.kind,
        sourcing: draft.sourcing,
        attribution: draft.attribution,
        partlyQuoted: label.partlyQuoted,
        allegation: label.allegation,
        checkWorthiness: label.checkWorthiness,
        needsSource: label.needsSource,
        risk: label.risk,
      },
    ];
  });
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
