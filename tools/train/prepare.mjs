/** Turns labelled articles into flat training data: sentences of tokens with feature hashes and labels. */
import {
  Frame,
  MOST_FEATURES,
  codeHints,
  featuresAt,
  readHintedSentences,
  sentenceKind,
} from '@proofdesk/extraction/training';
import { CONTINUED, UNKNOWN } from './trainer.mjs';

const ROLES = ['source', 'cue', 'content'];

/**
 * The label of every token of a sentence: O is 0, the beginning of a role 1 + 2 * role, its inside one more. Later roles win where
 * spans overlap. `goesOn`: the sentence is not the first of its paragraph, so content may have begun in the one before.
 */
export function labelTokens(tokens, relations, unknown, goesOn) {
  const labels = new Uint8Array(tokens.length);
  const [low, high] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  const cover = (span, begin, inside) => {
    if (span.end <= low || span.start >= high) return;
    let first = !(goesOn && span.start < low && inside === CONTINUED);
    tokens.forEach((token, i) => {
      if (token.start >= span.end || token.end <= span.start) return;
      labels[i] = first ? begin : inside;
      first = false;
    });
  };
  for (const role of ['content', 'source', 'cue']) {
    const code = 1 + 2 * ROLES.indexOf(role);
    for (const relation of relations) for (const span of relation[role]) cover(span, code, code + 1);
  }
  for (const span of unknown) cover(span, UNKNOWN, UNKNOWN);
  beginRuns(labels);
  return labels;
}

/** Where one span was laid over another, what is left of the other begins anew. */
function beginRuns(labels) {
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i];
    const isInside = label !== UNKNOWN && label > 0 && label % 2 === 0;
    const follows = i === 0 ? label === CONTINUED : labels[i - 1] === label || labels[i - 1] === label - 1;
    if (isInside && !follows) labels[i] -= 1;
  }
}

/**
 * The stretches of an article whose labels nobody knows. An article that says what is `unknown` is one where not every
 * attribution is marked: there, what the rules found outside the marked content is open too.
 */
function unknownIn({ unknown, relations }, hints) {
  if (!unknown) return [];
  const content = relations.flatMap((relation) => relation.content);
  const free = hints.filter((hint) => !content.some((span) => span.start < hint.end && hint.start < span.end));
  return [...unknown, ...free];
}

/** Makes a sentence ready for its features. */
export function loadFrame(frame, sentence, hints) {
  frame.load(sentence.tokens, codeHints(sentence, hints), sentenceKind(sentence, hints.length > 0));
}

/**
 * Reads articles into one flat set of hashes. Of sentence k: `documents[k]` is the number of its article, `sentences[k]` itself,
 * `hints[k]` what the rules found in it, `goesOn[k]` whether its paragraph began before it.
 */
export function prepare(articles) {
  const frame = new Frame();
  const out = new Int32Array(MOST_FEATURES);
  const hashes = growing();
  const labels = [];
  const data = { documents: [], sentences: [], hints: [], goesOn: [] };
  const [tokenStarts, sequenceStarts] = [[0], [0]];
  articles.forEach((article, at) => {
    let segment = -1;
    for (const { sentence, hints } of readHintedSentences(article.text)) {
      if (sentence.tokens.length === 0) continue;
      loadFrame(frame, sentence, hints);
      for (let i = 0; i < frame.length; i += 1) {
        const count = featuresAt(frame, i, out);
        hashes.add(out, count);
        tokenStarts.push(hashes.length());
      }
      const goesOn = sentence.segment === segment;
      segment = sentence.segment;
      labels.push(...labelTokens(sentence.tokens, article.relations, unknownIn(article, hints), goesOn));
      sequenceStarts.push(tokenStarts.length - 1);
      data.documents.push(at);
      data.sentences.push(sentence);
      data.hints.push(hints);
      data.goesOn.push(goesOn);
    }
  });
  return {
    ...data,
    hashes: hashes.done(),
    labels: Uint8Array.from(labels),
    tokenStarts: Int32Array.from(tokenStarts),
    sequenceStarts: Int32Array.from(sequenceStarts),
  };
}

function growing() {
  let array = new Int32Array(1 << 20);
  let size = 0;
  return {
    add(from, count) {
      if (size + count > array.length) {
        const larger = new Int32Array(array.length * 2);
        larger.set(array);
        array = larger;
      }
      array.set(from.subarray(0, count), size);
      size += count;
    },
    length: () => size,
    done: () => array.subarray(0, size),
  };
}

/** A hash table from feature hash to row: rows go to the features seen at least `least` times, in the order of their first sight. */
export function buildDictionary(hashes, least) {
  let size = 1 << 16;
  const distinctGuess = Math.min(hashes.length, 40_000_000);
  while (size < distinctGuess) size *= 2;
  const keys = new Int32Array(size);
  const counts = new Uint16Array(size);
  for (const hash of hashes) {
    const slot = slotOf(keys, hash);
    keys[slot] = hash;
    if (counts[slot] < 65_535) counts[slot] += 1;
  }
  const rows = new Map();
  const rowAt = new Int32Array(size).fill(-1);
  const kept = [];
  for (const hash of hashes) {
    const slot = slotOf(keys, hash);
    if (rowAt[slot] < 0 && counts[slot] >= least) {
      rowAt[slot] = kept.length;
      kept.push(hash);
    }
  }
  rows.clear();
  return { keys, rowAt, kept: Int32Array.from(kept), rowOf: (hash) => rowAt[slotOf(keys, hash)] };
}

/** The dictionary with only the rows that `keeps` says yes to, numbered anew in the same order. */
export function narrowed(dictionary, keeps) {
  const rows = new Int32Array(dictionary.kept.length).fill(-1);
  const kept = [];
  dictionary.kept.forEach((hash, row) => {
    if (!keeps(row)) return;
    rows[row] = kept.length;
    kept.push(hash);
  });
  const rowOf = (hash) => {
    const row = dictionary.rowOf(hash);
    return row < 0 ? -1 : rows[row];
  };
  return { kept: Int32Array.from(kept), rowOf };
}

function slotOf(keys, hash) {
  const mask = keys.length - 1;
  let slot = hash & mask;
  while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

/** Replaces hashes by rows and leaves out those without one. */
export function indexed(data, dictionary) {
  const features = new Int32Array(data.hashes.length);
  const tokenStarts = new Int32Array(data.tokenStarts.length);
  let size = 0;
  for (let t = 0; t + 1 < data.tokenStarts.length; t += 1) {
    tokenStarts[t] = size;
    for (let f = data.tokenStarts[t]; f < data.tokenStarts[t + 1]; f += 1) {
      const row = dictionary.rowOf(data.hashes[f]);
      if (row >= 0) features[size++] = row;
    }
  }
  tokenStarts[data.tokenStarts.length - 1] = size;
  return { ...data, features: features.subarray(0, size), tokenStarts };
}
