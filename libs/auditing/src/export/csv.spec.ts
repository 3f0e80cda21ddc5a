import { describe, expect, it } from '@jest/globals';
import { csvRow } from './csv.js';

describe('a record of CSV', () => {
  it('quotes what would break it, and doubles quotes', () => {
    expect(csvRow(['a', 'b,c', 'd"e', 'f\ng', ''])).toBe('a,"b,c","d""e","f\ng",\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'])(
    'takes the sting out of %j',
    (formula) => {
      expect(csvRow([formula]).replace(/^"/, '')).toMatch(/^'/);
    },
  );
});
