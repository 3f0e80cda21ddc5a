import { type Attribution, findAttributions } from '../attributions.js';
import { type Manner } from '../found.js';
import { findQuotes } from '../quotes.js';
import { splitSegments } from '../segments.js';
import { splitSentences } from '../sentences.js';
import { markSpeech } from '../speech.js';
import { type Sentence } from '../token.js';
import { type QuoteCursor, tokenize } from '../tokens.js';
import { type Utf16Offset } from '@proofdesk/text';
import { type Hint } from './hints.js';

/** What a tagger is given at once: the sentences of one segment and what the rules found there. */
export interface Paragraph {
  readonly sentences: readonly Sentence[];
  readonly hints: readonly Hint[];
}

const MANNERS: readonly Manner[] = ['speech', 'mind', 'act', 'record', 'passive', 'nominal', 'quotation'];

/** What the rules found in an article, as hints for the tagger, by segment of their text. */
export function hintsOf(attributions: readonly Attribution[]): Hint[] {
  return attributions.flatMap((one) => {
    const manner = 1 + MANNERS.indexOf(one.manner);
    const hints: Hint[] = one.content.map(({ start, end }) => ({ start, end, role: 'content', manner }));
    if (one.source) hints.push({ start: one.source.start, end: one.source.end, role: 'source', manner });
    if (one.cue) hints.push({ ...one.cue, role: 'cue', manner });
    return hints;
  });
}

/** Reads a text in English as the engine does, up to what the tagger is given. For training and measuring. */
export function readParagraphs(text: string): Paragraph[] {
  const segments = splitSegments(text);
  const quotes = markSpeech(text, findQuotes(text, segments));
  const cursor: QuoteCursor = { at: 0, quotes };
  const bySegment = segments.map((segment, index) => {
    if (segment.kind === 'byline' || segment.kind === 'dateline' || segment.kind === 'furniture') return [];
    const stretches = segment.kind === 'headline' ? [segment] : splitSentences(text, segment.start, segment.end);
    return stretches.map((stretch, place): Sentence => ({
      start: stretch.start as Utf16Offset,
      end: stretch.end as Utf16Offset,
      segment: index,
      place,
      tokens: tokenize(text, stretch, cursor),
    }));
  });
  const hints = hintsOf(findAttributions(text, segments, bySegment.flat(), quotes));
  return bySegment.flatMap((sentences, index) => {
    const segment = segments[index];
    if (!segment || sentences.length === 0) return [];
    return [{ sentences, hints: hints.filter((hint) => hint.start < segment.end && hint.end > segment.start) }];
  });
}
