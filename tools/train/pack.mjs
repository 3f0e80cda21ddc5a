/** Rounds a trained stack to bytes and writes it as the TypeScript module that ships. */
import { writeFileSync } from 'node:fs';
import { encodeModel } from '@proofdesk/extraction/training';
import { LABEL_COUNT } from './trainer.mjs';

const CHUNK = 16_000;

/**
 * Weights in steps of one scale; rows without a weight of at least `smallest` are left out (a feature seen once or twice gets a
 * small one whatever it means); rows sorted by hash.
 */
export function compact({ words, looks, first, second }, smallest) {
  const top = Math.max(largest(first.weights), largest(second.weights));
  const scale = top / 127;
  const wordWeights = (row) => [...slice(first.weights, row), ...slice(second.weights, row)];
  const lookWeights = (row) => [...slice(second.weights, words.kept.length + row)];
  const chain = ({ move, start }) => ({ move, start });
  return {
    scale,
    first: chain(first),
    second: chain(second),
    words: block(words.kept, wordWeights, 2 * LABEL_COUNT, scale, smallest),
    looks: block(looks.kept, lookWeights, LABEL_COUNT, scale, smallest),
  };
}

const slice = (weights, row) => weights.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT);
const largest = (weights) => weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0);

function block(hashes, weightsOf, width, scale, smallest) {
  const rows = [];
  for (let row = 0; row < hashes.length; row += 1) {
    const steps = weightsOf(row).map((weight) => Math.round(weight / scale));
    if (steps.some((step) => Math.abs(step * scale) >= smallest)) rows.push({ hash: hashes[row], steps });
  }
  rows.sort((a, b) => a.hash - b.hash);
  return {
    hashes: Int32Array.from(rows, ({ hash }) => hash),
    width,
    weights: Int8Array.from(rows.flatMap(({ steps }) => steps)),
  };
}

/** Writes the module; `note` says what the model was trained on. Answers the size of the base64 text. */
export function writeModule(file, model, note) {
  const text = Buffer.from(encodeModel(model)).toString('base64');
  const chunks = text.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
  const head = `// Written by npm run train; do not edit. ${note}\n\n/** The weights of the tagger: base64 of the format PDT2 (model.ts), in pieces. */\n`;
  writeFileSync(
    file,
    `${head}export const WEIGHTS: readonly string[] = [\n${chunks.map((chunk) => `  '${chunk}',\n`).join('')}];\n`,
  );
  return text.length;
}
