import { describe, expect, it } from '@jest/globals';
import { normalizeText } from '@proofdesk/text';
import { readText } from '../reading.js';
import { wordScoreOf } from './word-scores.js';

const score = (words: string): number => wordScoreOf(readText(normalizeText(words)).drafts[0]?.tokens ?? []);

describe('what words mean for an accusation', () => {
  it('tells words of wrong from words of everyday life', () => {
    expect(score('The clerk defrauded and blackmailed the widow.')).toBeGreaterThan(
      score('The clerk painted and watered the garden.'),
    );
  });

  it('reads only what a word says, not how often the text is asked', () => {
    const first = score('They embezzled the fund.');
    expect(score('They embezzled the fund.')).toBe(first);
  });

  it('says nothing of names, of small words, of words it has no vector for', () => {
    expect(score('She was at it with them.')).toBe(0);
    expect(wordScoreOf([])).toBe(0);
  });
});
