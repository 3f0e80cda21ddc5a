import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules as read } from '../testing/sourcings.js';

describe('the author after a source', () => {
  it.each([
    'Tom Rourke denied the theft and moved to a farm near Brae.',
    'The Harbour Board confirmed it had sold the stones but would not name the buyer.',
    'Tom Rourke urged the masons to stay, but he had left the yard himself by noon.',
    'Her claim that the wall was sound has found no friends in the yard.',
    'Rourke pleaded guilty to two counts of theft and was released on bail.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)).toEqual(['reported', 'unattributed']);
  });

  it.each([
    'Tom Rourke denied the theft and accused the board of lying.',
    'The Harbour Board said it had sold the stones and would not buy them back.',
  ])('%s stays whole', (paragraph) => {
    expect(new Set(read(paragraph))).toEqual(new Set(['reported']));
  });

  it.each([
    'People who opposed the wall had fair reasons.',
    'The yard recalled 300 lamps in June.',
    'Rourke wrote that book and sold it from a barrow.',
    'She lit the lamp, said good night to the mason and went home.',
  ])('%s tells nothing', (paragraph) => {
    expect(read(paragraph)).toEqual(['unattributed']);
  });
});
