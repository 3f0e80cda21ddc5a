import { describe, expect, it } from '@jest/globals';
import { WinkTagger } from './wink-tagger.js';

describe("wink-nlp's tagger", () => {
  // The model of wink-nlp 2 doubled a string with every load, and broke at the 19th.
  it('can be loaded any number of times', () => {
    for (let n = 0; n < 25; n += 1) new WinkTagger();
    expect(new WinkTagger().read('ferry').tags).toHaveLength(1);
  });
});
