/**
 * The two passes: a first chain, then a second that also sees the first one's labels. For training the second, the first pass'
 * labels of an article come from a model that did not see it (folds by article).
 */
import { Frame, MOST_FEATURES, SecondLook } from '@proofdesk/extraction/training';
import { decode } from './decode.mjs';
import { buildDictionary, indexed, loadFrame, narrowed } from './prepare.mjs';
import { LABEL_COUNT, train } from './trainer.mjs';

const all = (data) => data.documents.map((_, k) => k);

/** Labels of every sentence by models that were trained without its article. */
function outOfFold(data, rows, options, report) {
  const labels = new Array(data.documents.length);
  for (let fold = 0; fold < options.folds; fold += 1) {
    const held = all(data).filter((k) => data.documents[k] % options.folds === fold);
    const rest = all(data).filter((k) => data.documents[k] % options.folds !== fold);
    const model = train(data, rows, rest, options.first);
    decode(model, data, held).forEach((path, at) => {
      labels[held[at]] = path;
    });
    report(`fold ${fold + 1} of ${options.folds}`);
  }
  return labels;
}

/** Hashes of the second pass' own features for every token, in the order of `data`. */
export function secondHashes(data, labels) {
  const frame = new Frame();
  const look = new SecondLook();
  const out = new Int32Array(MOST_FEATURES);
  const hashes = [];
  const chunk = [];
  data.sentences.forEach((sentence, k) => {
    loadFrame(frame, sentence, data.hints[k]);
    look.load(frame, labels[k]);
    for (let i = 0; i < frame.length; i += 1) {
      const count = look.featuresAt(frame, i, out);
      for (let f = 0; f < count; f += 1) chunk.push(out[f]);
    }
    hashes.push(Int32Array.from(chunk));
    chunk.length = 0;
  });
  const total = hashes.reduce((sum, part) => sum + part.length, 0);
  const flat = new Int32Array(total);
  let at = 0;
  for (const part of hashes) {
    flat.set(part, at);
    at += part.length;
  }
  return { flat, width: total / data.labels.length };
}

/** The data of the first pass with the second's features after each token's own; rows of the second begin at `offset`. */
export function withSecond(data, second, dictionary, offset) {
  const features = new Int32Array(data.features.length + second.flat.length);
  const tokenStarts = new Int32Array(data.tokenStarts.length);
  let size = 0;
  for (let t = 0; t < data.labels.length; t += 1) {
    tokenStarts[t] = size;
    for (let f = data.tokenStarts[t]; f < data.tokenStarts[t + 1]; f += 1) features[size++] = data.features[f];
    for (let f = t * second.width; f < (t + 1) * second.width; f += 1) {
      const row = dictionary.rowOf(second.flat[f]);
      if (row >= 0) features[size++] = offset + row;
    }
  }
  tokenStarts[data.labels.length] = size;
  return { ...data, features: features.subarray(0, size), tokenStarts };
}

/** Trains both passes. Answers the two models and their dictionaries. */
export function trainStack(raw, options, report) {
  const words = buildDictionary(raw.hashes, options.least);
  const data = indexed(raw, words);
  report(`${words.kept.length} features`);
  const guesses = outOfFold(data, words.kept.length, options, report);
  const seconds = secondHashes(data, guesses);
  const full = trainBoth(raw, seconds, { words, looks: buildDictionary(seconds.flat, options.least) }, options);
  report('both passes, all features');
  const stack = options.prune > 0 ? trainBoth(raw, seconds, heavyOnly(full, options.prune), options) : full;
  report(`both passes, ${stack.words.kept.length} + ${stack.looks.kept.length} features`);
  leanTowardsSpans(stack.second, options.lean);
  return stack;
}

function trainBoth(raw, seconds, { words, looks }, options) {
  const data = indexed(raw, words);
  const first = train(data, words.kept.length, all(data), options.first);
  const both = withSecond(data, seconds, looks, words.kept.length);
  const second = train(both, words.kept.length + looks.kept.length, all(data), options.second);
  return { words, looks, first, second };
}

/**
 * The dictionaries without the features that came to weigh less than `least` with every label: nine of ten. What they did the others
 * learn to do when they are trained anew, and the few fit into the processor's cache.
 */
function heavyOnly({ words, looks, first, second }, least) {
  const isHeavy = ({ weights }, row) =>
    weights.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT).some((weight) => Math.abs(weight) >= least);
  return {
    // Row 0 is the feature that every token has.
    words: narrowed(words, (row) => row === 0 || isHeavy(first, row) || isHeavy(second, row)),
    looks: narrowed(looks, (row) => isHeavy(second, words.kept.length + row)),
  };
}

/**
 * Makes the beginnings of sources and cues more likely everywhere, since the chain misses more of them than it invents. Row 0
 * is the feature that every token has, seen first.
 */
export function leanTowardsSpans(model, lean) {
  for (const label of [1, 3]) model.weights[label] += lean;
}
