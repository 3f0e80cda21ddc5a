import { describe, expect, it } from '@jest/globals';
import { NARROW_CLASSES, WIDE_CLASSES } from '../models/word-classes.generated.js';
import { SCORED_WORDS } from '../models/word-scores.generated.js';
import { narrowClassOf, wideClassOf } from './word-classes.js';

describe('classes of words', () => {
  it('hold a class for every word with a vector', () => {
    const words = SCORED_WORDS.split(' ').length;
    expect(Buffer.from(WIDE_CLASSES, 'base64')).toHaveLength(words);
    expect(Buffer.from(NARROW_CLASSES, 'base64')).toHaveLength(words);
  });

  it('bring words of like meaning together', () => {
    expect(narrowClassOf('admitted')).toBe(narrowClassOf('acknowledged'));
    expect(wideClassOf('tomatoes')).toBe(wideClassOf('potatoes'));
    expect(wideClassOf('tomatoes')).not.toBe(wideClassOf('acknowledged'));
  });

  it('know nothing of words without a vector', () => {
    expect([wideClassOf('zzyzx'), narrowClassOf('zzyzx')]).toEqual([0, 0]);
  });
});
