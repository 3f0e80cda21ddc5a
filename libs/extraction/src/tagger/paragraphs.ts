import { findByRules, sketchAttributions } from '../attributions/attributions.js';
import { readSentences } from '../reading.js';
import { hintsOf } from './hints.js';
import { type Paragraph } from './tagger.js';

/** Reads a text in English as the engine does, up to what the tagger is given. For training and measuring. */
export function readParagraphs(text: string): Paragraph[] {
  const scene = { text, ...readSentences(text, true) };
  const { segments, sentences } = scene;
  const hints = hintsOf(sketchAttributions(scene, findByRules(scene)));
  return segments.flatMap(({ start, end }, index) => {
    const own = sentences.filter((sentence) => sentence.segment === index);
    return own.length > 0
      ? [{ sentences: own, hints: hints.filter((hint) => hint.start < end && hint.end > start) }]
      : [];
  });
}
