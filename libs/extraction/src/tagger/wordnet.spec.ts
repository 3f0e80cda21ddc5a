import { describe, expect, it } from '@jest/globals';
import { NOUN_BITS, VERB_BITS, baseForm, wordnetMask } from './wordnet.js';
import { shapeOf } from './forms.js';

describe('WordNet classes', () => {
  it('know base forms of regular inflections', () => {
    expect(
      ['announces', 'announced', 'announcing', 'admitted', 'denied', 'spokesmen', 'committees'].map(baseForm),
    ).toEqual(['announce', 'announce', 'announce', 'admit', 'deny', 'spokesman', 'committee']);
    expect(baseForm('zzyzxed')).toBe('zzyzxed');
  });

  it('tell verbs of communication from nouns of persons', () => {
    expect(wordnetMask('announce') & VERB_BITS).not.toBe(0);
    expect(wordnetMask('spokesman') & NOUN_BITS).not.toBe(0);
    expect(wordnetMask('spokesman') & VERB_BITS).toBe(0);
    expect(wordnetMask('zzyzx')).toBe(0);
    expect(NOUN_BITS & VERB_BITS).toBe(0);
  });
});

describe('shapeOf', () => {
  it('keeps the order of kinds, not their number', () => {
    expect(['McKay', '2,000', 'NATO', 'A', 'the', '“'].map(shapeOf)).toEqual(['XxXx', 'd,d', 'XX', 'X', 'x', '“']);
  });
});
