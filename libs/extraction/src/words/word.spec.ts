import { describe, expect, it } from '@jest/globals';
import { WordKinds, wordFact, wordFlag, wordOf } from './word.js';

const begins = (letter: string) => wordFlag(({ lower }) => lower.startsWith(letter));
const sentence = (text: string) => text.split(' ').map((one) => ({ word: wordOf(one) }));

describe('what is known of words', () => {
  it('is worked out once for each form', () => {
    let asked = 0;
    const size = wordFact(({ text }) => {
      asked += 1;
      return text.length;
    });
    expect([size(wordOf('quay')), size(wordOf('quay')), size(wordOf('lantern'))]).toEqual([4, 4, 7]);
    expect(asked).toBe(2);
  });

  it('can be a flag, also one that is declared when the word has been met', () => {
    const lantern = wordOf('lantern');
    expect(begins('l')(lantern)).toBe(true);
    expect(begins('q')(lantern)).toBe(false);
  });

  it('can be asked of a whole sentence', () => {
    const [l, q, z] = [begins('l'), begins('q'), begins('z')];
    const kinds = new WordKinds(sentence('The lantern on the quay'));
    expect([kinds.has(l), kinds.has(q), kinds.has(z)]).toEqual([true, true, false]);
    expect(new WordKinds([]).has(l)).toBe(false);
  });
});
