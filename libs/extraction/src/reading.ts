import { type NormalText, type Utf16Offset } from '@proofdesk/text';
import { type Part, splitSentence } from './assertions/assertions.js';
import { carryOver } from './assertions/carry-over.js';
import { type Attribution, type Scene } from './attributions/attribution.js';
import { findAttributions, findByRules, sketchAttributions } from './attributions/attributions.js';
import { isDirect } from './attributions/quote-speakers.js';
import { secondOpinion } from './attributions/tagged.js';
import { type Sourcing } from './check.js';
import { type Draft } from './draft.js';
import { findVerblessCaptions } from './segments/captions.js';
import { languageOf } from './segments/language.js';
import { findQuotes } from './segments/quotes.js';
import { type Segment, splitSegments } from './segments/segments.js';
import { splitSentences } from './segments/sentences.js';
import { markSpeech } from './segments/speech.js';
import { contentWithin } from './segments/within.js';
import { sourcingOf } from './sources/sourcing.js';
import { type SpanTagger, createTagger } from './tagger/tagger.js';
import { tokensWithin } from './words/token-at.js';
import { type Sentence, type Token } from './words/token.js';
import { type MarkedQuote, type QuoteCursor, tokenize } from './words/tokens.js';

/** What the engine reads in a text before it labels anything. */
export interface Reading {
  readonly text: NormalText;
  /** ISO 639-1 or `und`; only English is analysed. */
  readonly language: string;
  readonly supported: boolean;
  readonly segments: readonly Segment[];
  readonly attributions: readonly Attribution[];
  readonly drafts: readonly Draft[];
}

const TAGGER = createTagger();

/** The stages in their order: segments, quotations, sentences with tokens, attributions, assertions. */
export function readText(text: NormalText, tagger: SpanTagger | null = TAGGER): Reading {
  const language = languageOf(text);
  const supported = language === 'en';
  const { segments, quotes, sentences } = readSentences(text, supported);
  const attributions = supported ? attributionsOf({ text, segments, sentences, quotes }, tagger) : [];
  const drafts = carryOver(draftsOf(segments, sentences, attributions, quotes));
  for (const draft of drafts) if (draft.carried) draft.owner?.content.push({ start: draft.start, end: draft.end });
  return { text, language, supported, segments, attributions, drafts };
}

/** A text cut up, before anything is said of it. */
export interface Sentences {
  readonly segments: readonly Segment[];
  readonly quotes: readonly MarkedQuote[];
  readonly sentences: readonly Sentence[];
}

/** The first stages: segments, quotations, sentences; tokens where the language is supported. */
export function readSentences(text: string, supported: boolean): Sentences {
  const blocks = splitSegments(text);
  const quotes = supported ? markSpeech(text, findQuotes(text, blocks)) : [];
  const sentences = sentencesOf(text, blocks, quotes, supported);
  const captions = findVerblessCaptions(blocks, sentences);
  const segments = blocks.map((block, i): Segment => (captions.has(i) ? { ...block, kind: 'caption' } : block));
  return { segments, quotes, sentences };
}

/** The rules first; the tagger takes what they found as hints; then both together. */
function attributionsOf(scene: Scene, tagger: SpanTagger | null): Attribution[] {
  const rules = findByRules(scene);
  if (!tagger) return findAttributions(scene, rules);
  return findAttributions(scene, rules, secondOpinion(tagger, scene.sentences, sketchAttributions(scene, rules)));
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

function draftsOf(
  segments: readonly Segment[],
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  quotes: readonly MarkedQuote[],
): Draft[] {
  const owners = ownersBySentence(sentences, attributions);
  const cursor = { at: 0 };
  return sentences.flatMap((sentence, index) =>
    splitSentence(sentence, index, attributions, owners[index] ?? [], quotes).map((part) => {
      const owner = part.attribution === null ? null : (attributions[part.attribution] ?? null);
      const tokens = tokensWithin(sentence.tokens, part);
      while ((quotes[cursor.at]?.end ?? Infinity) <= part.start) cursor.at += 1;
      return {
        start: part.start,
        end: part.end,
        sentence: part.sentence,
        attribution: part.attribution,
        segment: segments[sentence.segment]?.kind ?? 'body',
        segmentAt: sentence.segment,
        tokens,
        said: owner ? saidTokens(tokens, owner, part) : tokens,
        owner,
        sourcing: owner ? localSourcing(owner, part, quotes) : 'unattributed',
        inQuotes: (quotes[cursor.at]?.start ?? Infinity) < part.end,
        carried: false,
        signs: undefined,
      };
    }),
  );
}

/** An attribution may be quoted in one sentence and paraphrased in the next: each draft goes by its own words. */
function localSourcing(owner: Attribution, part: Part, quotes: readonly MarkedQuote[]): Sourcing {
  const pieces = contentWithin(owner.content, part);
  return pieces.length === 0
    ? owner.sourcing
    : sourcingOf({ source: owner.source, manner: owner.manner, direct: isDirect(owner.manner, pieces, quotes) });
}

/** For each sentence the attributions that have a part in it. */
function ownersBySentence(sentences: readonly Sentence[], attributions: readonly Attribution[]): number[][] {
  const owners: number[][] = sentences.map(() => []);
  attributions.forEach((one, at) => {
    const touch = (index: number): void => {
      const own = owners[index];
      if (own && own[own.length - 1] !== at) own.push(at);
    };
    touch(one.sentence);
    for (const piece of one.content) {
      for (
        let i = firstEndingAfter(sentences, piece.start);
        i < sentences.length && (sentences[i]?.start ?? Infinity) < piece.end;
        i += 1
      )
        touch(i);
    }
  });
  return owners;
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

function saidTokens(tokens: readonly Token[], owner: Attribution, part: Part): readonly Token[] {
  const pieces = contentWithin(owner.content, part);
  const [piece] = pieces;
  const said =
    piece && pieces.length === 1
      ? tokensWithin(tokens, { start: piece.start, end: piece.end + 2 })
      : tokens.filter((token) => pieces.some(({ start, end }) => token.start >= start && token.end <= end + 2));
  return said.length > 1 ? said : tokens;
}
