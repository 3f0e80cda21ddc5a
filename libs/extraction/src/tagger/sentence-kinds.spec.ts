import { describe, expect, it } from '@jest/globals';
import { codeHints } from './hints.js';
import { readHintedSentences } from './hinted-sentences.js';
import { isOpen, isSettled, sentenceKind } from './sentence-kinds.js';

/** The first sentence of a text with what the rules found in it, in codes. */
function firstOf(text: string) {
  const [first] = readHintedSentences(text);
  if (!first) throw new Error('no sentence');
  return { sentence: first.sentence, roles: codeHints(first.sentence, first.hints).role };
}

describe('a sentence that the rules have settled', () => {
  it.each([
    ['begins with speech', '“We painted the gates in March,” said Ida Brandt.', true],
    ['has no word left over', 'Ida Brandt said the gates were sound.', true],
    ['is not one with speech further on', 'Ida Brandt said: “We painted the gates in March.”', false],
    [
      'is not one with words left over',
      'After the flood and the long dry summer, Ida Brandt said the gates were painted.',
      false,
    ],
    ['is not one where more may report', 'The mayor said the old gates were painted last week.', false],
    ['tells of a record', 'A survey in March found twelve cracks.', true],
  ])('%s', (_what, text, settled) => {
    const { sentence, roles } = firstOf(text);
    const kind = sentenceKind(sentence, true);
    expect(isSettled(kind) || !isOpen(sentence, roles, kind)).toBe(settled);
  });
});
