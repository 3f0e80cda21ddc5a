/** The face that the trainer and the measurements use; the product needs none of it. */
export { Lattice, marginals, viterbi } from './tagger/chain.js';
export { MOST_FEATURES, featuresAt } from './tagger/features.js';
export { Frame } from './tagger/frame.js';
export { codeHints } from './tagger/hints.js';
export { readHintedSentences } from './tagger/hinted-sentences.js';
export { LABELS, decodeModel, encodeModel } from './tagger/model.js';
export { createTagger } from './tagger/tagger.js';
export { SecondLook } from './tagger/second-look.js';
export { sentenceKind } from './tagger/sentence-kinds.js';
