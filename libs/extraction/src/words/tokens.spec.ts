import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../reading.js';

describe('tokens', () => {
  it('keeps a word with letters of any Latin alphabet in one piece', () => {
    const { sentences } = readSentences('Ana Blašić-Moon and Łukasz Wąż lit the lamp.', true);
    const words = sentences[0]?.tokens.map(({ text }) => text);
    expect(words).toEqual(['Ana', 'Blašić-Moon', 'and', 'Łukasz', 'Wąż', 'lit', 'the', 'lamp', '.']);
  });
});
