/** Word vectors for training: the numbers of a draft, and what is left of them in the engine once the weights are known. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, roleOf } from '../../libs/extraction/dist/accusations/word-scores.js';

const { dimensions, scale, words, vectors } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'word-vectors.json'), 'utf8'),
);
const list = words.split(' ');
const places = new Map(list.map((word, at) => [word, at * dimensions]));
const bytes = new Int8Array(Buffer.from(vectors, 'base64'));

/** How many numbers `meaningOf` gives. */
export const MEANING_NUMBERS = ROLES * dimensions;

/** The vectors of a draft's verbs, nouns and describing words: each a sum over the root of their number. */
export function meaningOf({ tokens }) {
  const out = new Float64Array(MEANING_NUMBERS);
  const counts = new Array(ROLES).fill(0);
  for (const token of tokens) {
    const role = roleOf(token);
    const place = places.get(token.lower);
    if (role < 0 || place === undefined) continue;
    counts[role] += 1;
    for (let d = 0; d < dimensions; d += 1) out[role * dimensions + d] += scale * bytes[place + d];
  }
  return out.map((x, i) => x / Math.sqrt(counts[Math.floor(i / dimensions)] || 1));
}

/** What each word adds in each role by weights over `meaningOf`: `{ unit, words, scores }`, a signed byte for each. */
export function wordScores(weights) {
  const exact = list.flatMap((_, at) =>
    Array.from({ length: ROLES }, (__, role) => {
      let sum = 0;
      for (let d = 0; d < dimensions; d += 1)
        sum += scale * bytes[at * dimensions + d] * weights[role * dimensions + d];
      return sum;
    }),
  );
  const unit = exact.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / 127;
  return {
    unit,
    words,
    scores: Buffer.from(Int8Array.from(exact, (x) => Math.round(x / unit)).buffer).toString('base64'),
  };
}
