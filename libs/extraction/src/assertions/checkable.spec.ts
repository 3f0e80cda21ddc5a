import { describe, expect, it } from '@jest/globals';
import { normalizeText } from '@proofdesk/text';
import { isCheckable, worthOf } from './checkable.js';
import { readText } from '../reading.js';

const tokensOf = (sentence: string) => readText(normalizeText(sentence)).drafts.flatMap(({ tokens }) => tokens);

describe('check-worthiness', () => {
  const tokens = tokensOf('The mayor took 4,000 crowns from the builder.');

  it('of a likely accusation is above that of a doubtful one, and above that of none', () => {
    const [likely, doubtful, none] = [0.9, 0.35, null].map((accuses) => worthOf(tokens, 'statement', accuses, false));
    expect(likely?.reasons).toContain('accuses somebody of wrongdoing');
    expect(doubtful?.reasons).toContain('may accuse somebody of wrongdoing');
    expect(none?.reasons.join()).not.toContain('accuse');
    expect(likely?.score).toBeGreaterThan(doubtful?.score ?? 1);
    expect(doubtful?.score).toBeGreaterThan(none?.score ?? 1);
  });

  it('says what speaks for checking: figures, names, and that there is nobody to ask', () => {
    expect(worthOf(tokens, 'statement', null, false).reasons).toEqual([
      'states a figure or date',
      'gives no source that could be asked',
    ]);
  });

  it('stays within 0 and 1 for the least and the most', () => {
    expect(worthOf(tokensOf('Oh well.'), 'opinion', null, true).score).toBeGreaterThan(0);
    expect(
      worthOf(tokensOf('In 2019 the council of Marl paid more because Ann Orr lied.'), 'statement', 1, false).score,
    ).toBeLessThan(1);
  });

  it('is asked of opinions only where they accuse', () => {
    expect(isCheckable('opinion', false)).toBe(false);
    expect(isCheckable('opinion', true)).toBe(true);
    expect(isCheckable('caption', false)).toBe(true);
  });
});
