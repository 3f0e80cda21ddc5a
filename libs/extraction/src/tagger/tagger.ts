import { type BioLabel } from '../token.js';
import { viterbi } from './chain.js';
import { MOST_FEATURES, featuresAt } from './features.js';
import { Frame } from './frame.js';
import { codeHints } from './hints.js';
import { LABELS, Scorer, decodeModel } from './model.js';
import { type Paragraph } from './paragraphs.js';
import { WEIGHTS } from './weights.js';
import { MOST_WORDS, WordTable } from './word-table.js';

/** Labels for the tokens of one paragraph, sentence by sentence. Deterministic; keeps no state that an answer depends on. */
export type ParagraphTagger = (paragraph: Paragraph) => readonly (readonly BioLabel[])[];

/** Longer paragraphs are left to the rules: no article has them, and memory stays bounded. */
const LONGEST_PARAGRAPH = Math.min(MOST_WORDS, 20_000);

/**
 * The trained tagger: a linear-chain CRF over the tokens of a paragraph (Lafferty, McCallum and Pereira 2001) that takes what
 * the rules found as hints. The weights are read at the first use.
 */
export function createTagger(bytes?: Uint8Array): ParagraphTagger {
  let work: Work | undefined;
  return (paragraph) => {
    work ??= newWork(bytes ?? Buffer.from(WEIGHTS.join(''), 'base64'));
    return tag(work, paragraph);
  };
}

interface Work {
  readonly scorer: Scorer;
  readonly frame: Frame;
  readonly features: Int32Array;
  emit: Float64Array;
  path: Uint8Array;
  back: Uint8Array;
}

function newWork(bytes: Uint8Array): Work {
  return { scorer: new Scorer(decodeModel(bytes)), frame: new Frame(new WordTable()), features: new Int32Array(MOST_FEATURES), emit: new Float64Array(0), path: new Uint8Array(0), back: new Uint8Array(0) };
}

function tag(work: Work, { sentences, hints }: Paragraph): readonly (readonly BioLabel[])[] {
  const length = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  if (length > LONGEST_PARAGRAPH) return sentences.map((sentence) => sentence.tokens.map(() => 'O'));
  const { frame, features, scorer } = work;
  frame.load(sentences, codeHints(sentences, hints));
  if (work.path.length < length) {
    work.emit = new Float64Array(2 * length * LABELS.length);
    work.path = new Uint8Array(2 * length);
    work.back = new Uint8Array(2 * length * LABELS.length);
  }
  for (let i = 0; i < length; i += 1) scorer.score(features, featuresAt(frame, i, features), work.emit, i * LABELS.length);
  viterbi(scorer.chain, work.emit, length, work.path, work.back);
  let at = 0;
  return sentences.map((sentence) => sentence.tokens.map(() => LABELS[work.path[at++] ?? 0] ?? 'O'));
}
