import { SCORED_WORDS, SCORES, SCORE_UNIT } from '../models/word-scores.generated.js';
import { type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';

/** The parts a word can play, each with weights of its own; other words say nothing here. */
export const ROLES = 3;

/** The part a token plays: verb, noun, or a word that describes; -1 for all others. */
export function roleOf({ pos }: Token): number {
  if (pos === 'VERB') return 0;
  if (pos === 'NOUN') return 1;
  return pos === 'ADJ' || pos === 'ADV' ? 2 : -1;
}

const places = new Map<string, number>();
let scores = new Int8Array(0);

function load(): void {
  SCORED_WORDS.split(' ').forEach((word, at) => places.set(word, at * ROLES));
  scores = new Int8Array(Buffer.from(SCORES, 'base64'));
}

/** The scores of a word in each part, 8 bits each; another bit says that it has some. */
const scoresIn = wordFact<number>(({ lower }) => {
  if (places.size === 0) load();
  const place = places.get(lower);
  if (place === undefined) return 0;
  let packed = SCORED;
  for (let role = 0; role < ROLES; role += 1) packed |= ((scores[place + role] as number) & 0xff) << (8 * role);
  return packed;
}, 0);
const SCORED = 1 << (8 * ROLES);

/**
 * How much the words of a draft speak for an accusation by what they mean: also words that no article of the training held.
 * The trainer learns weights over word vectors (GloVe: Pennington, Socher and Manning 2014), a mean for each part that words play;
 * that being linear, all that is left of a word's vector is one number for each part (`models/word-scores.generated.ts`). Log odds.
 */
export function wordScoreOf(tokens: readonly Token[]): number {
  const sums = [0, 0, 0];
  const counts = [0, 0, 0];
  for (const token of tokens) {
    const role = roleOf(token);
    if (role < 0) continue;
    const packed = scoresIn(token.word);
    if (packed === 0) continue;
    sums[role] = (sums[role] as number) + ((packed << (24 - 8 * role)) >> 24);
    counts[role] = (counts[role] as number) + 1;
  }
  let score = 0;
  for (let role = 0; role < ROLES; role += 1)
    if (counts[role]) score += (sums[role] as number) / Math.sqrt(counts[role] as number);
  return SCORE_UNIT * score;
}
