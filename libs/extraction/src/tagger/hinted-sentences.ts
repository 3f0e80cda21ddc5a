import { findByRules, sketchAttributions } from '../attributions/attributions.js';
import { readSentences } from '../reading.js';
import { type Sentence } from '../words/token.js';
import { type Hint, hintsOf } from './hints.js';

/** A sentence with what the rules found in it. */
export interface HintedSentence {
  readonly sentence: Sentence;
  readonly hints: readonly Hint[];
}

/** Reads a text in English as the engine does, up to what the tagger is given. For training and measuring. */
export function readHintedSentences(text: string): HintedSentence[] {
  const scene = { text, ...readSentences(text, true) };
  const hints = hintsOf(sketchAttributions(scene, findByRules(scene)));
  return scene.sentences.map((sentence) => ({
    sentence,
    hints: hints.filter((hint) => hint.start < sentence.end && hint.end > sentence.start),
  }));
}
