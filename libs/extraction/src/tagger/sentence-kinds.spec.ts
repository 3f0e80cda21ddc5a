import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../reading.js';
import { isQuiet, sentenceKind } from './sentence-kinds.js';

/** The kind of the first sentence of a text; `hinted`: whether the rules have found something in it. */
function kindOf(text: string, hinted: boolean): number {
  const [sentence] = readSentences(text, true).sentences;
  if (!sentence) throw new Error('no sentence');
  return sentenceKind(sentence, new Uint8Array(sentence.tokens.length).fill(hinted ? 1 : 0), 0);
}

describe('the kind of a sentence', () => {
  it.each([
    ['is quiet where nothing reports', 'The bridge is old and narrow.', false, true],
    ['is not where a verb of saying stands', 'The keeper said the gates were sound.', false, false],
    ['is not where a noun may be a cue', 'A report on the gates is due.', false, false],
    ['is not where the rules have found something', 'The lock gates were painted green.', true, false],
    ['is where speech opens and the rules know who', '“We painted the gates in March,” said Ida Brandt.', true, true],
    ['is not where they do not', '“We painted the gates in March,” she said.', false, false],
    ['is not where speech comes later', 'Ida Brandt said: “We painted the gates in March.”', true, false],
  ])('%s', (_what, text, hinted, quiet) => {
    expect(isQuiet(kindOf(text, hinted))).toBe(quiet);
  });
});
