import { describe, expect, it } from '@jest/globals';
import { normalizeText } from '@proofdesk/text';
import { isIdle } from './idle-words.js';
import { readText } from '../reading.js';

/** Whether a word names no wrong where a sentence first has it. */
function idle(sentence: string, word: string): boolean {
  const tokens = readText(normalizeText(sentence)).drafts.flatMap((draft) => draft.tokens);
  return isIdle(
    tokens,
    tokens.findIndex(({ lower }) => lower === word),
  );
}

describe('a word that can name a wrong', () => {
  it.each([
    ['A cutter lies at anchor off the mole.', 'lies'],
    ['The hull was lying under the quay.', 'lying'],
    ['She works for the fraud office in Marl.', 'fraud'],
    ['The doctor bought a plot of land.', 'doctor'],
    ['The doctor bought a plot of land.', 'plot'],
    ['An anti-corruption law was passed.', 'anti-corruption'],
  ])('names none in: %s (%s)', (sentence, word) => expect(idle(sentence, word)).toBe(true));

  it.each([
    ['The mayor lies to the council.', 'lies'],
    ['The mayor’s lies cost the town millions.', 'lies'],
    ['The clerk tried to doctor the books.', 'doctor'],
    ['He was jailed for fraud in May.', 'fraud'],
  ])('names one in: %s (%s)', (sentence, word) => expect(idle(sentence, word)).toBe(false));
});
