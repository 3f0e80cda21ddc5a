/** Turns labelled articles into flat training data: paragraphs of tokens with feature hashes and labels. */
import { Frame, MOST_FEATURES, codeHints, featuresAt, readParagraphs } from '@proofdesk/extraction/training';
import { UNKNOWN } from './trainer.mjs';

const ROLES = ['source', 'cue', 'content'];

/** The label of every token of a paragraph: O is 0, the beginning of a role 1 + 2 * role, its inside one more. Later roles win where spans overlap. */
export function labelTokens(sentences, relations, unknown = []) {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const labels = new Uint8Array(tokens.length);
  const [low, high] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  const cover = (span, begin, inside) => {
    if (span.end <= low || span.start >= high) return;
    let first = true;
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
  for (let i = 0; i < labels.length; i += 1)
    if (
      labels[i] !== UNKNOWN &&
      labels[i] > 0 &&
      labels[i] % 2 === 0 &&
      (i === 0 || (labels[i - 1] !== labels[i] && labels[i - 1] !== labels[i] - 1))
    )
      labels[i] -= 1;
  return labels;
}

/**
 * The stretches of a paragraph whose labels nobody knows. An article that says what is `unknown` is one where not every
 * attribution is marked: there, what the rules found outside the marked content is open too.
 */
function unknownIn({ unknown, relations }, hints) {
  if (!unknown) return [];
  const content = relations.flatMap((relation) => relation.content);
  const free = hints.filter((hint) => !content.some((span) => span.start < hint.end && hint.start < span.end));
  return [...unknown, ...free];
}

/** Reads articles into one flat set of hashes; `documents[k]` is the number of the article of paragraph k. */
export function prepare(articles) {
  const frame = new Frame();
  const out = new Int32Array(MOST_FEATURES);
  const hashes = growing();
  const labels = [];
  const [tokenStarts, sequenceStarts, documents, paragraphs, hinted] = [[0], [0], [], [], []];
  articles.forEach((article, at) => {
    for (const { sentences, hints } of readParagraphs(article.text)) {
      if (sentences.every((sentence) => sentence.tokens.length === 0)) continue;
      frame.load(sentences, codeHints(sentences, hints));
      for (let i = 0; i < frame.length; i += 1) {
        const count = featuresAt(frame, i, out);
        hashes.add(out, count);
        tokenStarts.push(hashes.length());
      }
      labels.push(...labelTokens(sentences, article.relations, unknownIn(article, hints)));
      sequenceStarts.push(tokenStarts.length - 1);
      documents.push(at);
      paragraphs.push(sentences);
      hinted.push(hints);
    }
  });
  return {
    hashes: hashes.done(),
    labels: Uint8Array.from(labels),
    tokenStarts: Int32Array.from(tokenStarts),
    sequenceStarts: Int32Array.from(sequenceStarts),
    documents,
    paragraphs,
    hints: hinted,
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
