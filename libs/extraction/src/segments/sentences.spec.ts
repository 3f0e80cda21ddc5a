import { describe, expect, it } from '@jest/globals';
import { splitSentences } from './sentences.js';

const split = (text: string) => splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['Dr. Halloran left. She was late.', ['Dr. Halloran left.', 'She was late.']],
    ['He works for the U.S. Treasury in Marl.', ['He works for the U.S. Treasury in Marl.']],
    ['He lives in the U.S. She does not.', ['He lives in the U.S.', 'She does not.']],
    ['“Why not?” Halloran asked. Nobody knew.', ['“Why not?” Halloran asked.', 'Nobody knew.']],
    ['It fell 3.5 per cent at 5 p.m. on Monday.', ['It fell 3.5 per cent at 5 p.m. on Monday.']],
    ['1) The first 2) The second', ['1) The first', '2) The second']],
    ['15:05 The guild asks for more.', ['15:05', 'The guild asks for more.']],
    ['2:26 a.m. Readers ask why.', ['2:26 a.m.', 'Readers ask why.']],
    ['3.50 euros is too much.', ['3.50 euros is too much.']],
    ['It ended.The next began.', ['It ended.', 'The next began.']],
  ])('%s', (text, expected) => expect(split(text)).toEqual(expected));

  it('cuts what never stops', () => {
    const text = 'word '.repeat(5000);
    expect(split(text).every((one) => one.length <= 3000)).toBe(true);
    expect(split(text).join(' ')).toBe(text.trim());
  });
});
