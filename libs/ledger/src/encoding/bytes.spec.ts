import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromBase64, fromHex, fromUtf8, toBase64, toHex, utf8 } from './bytes.js';

describe('bytes as text', () => {
  it('go to base64 and hexadecimal as Node writes them, and come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
        expect(Array.from(fromBase64(toBase64(bytes)) ?? [-1])).toEqual(Array.from(bytes));
        expect(Array.from(fromHex(toHex(bytes)) ?? [-1])).toEqual(Array.from(bytes));
      }),
    );
  });

  it('are read from base64 only where it is the one way to write them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABwxyz019+/=-_ \n'), maxLength: 12 }), (text) => {
        const known = Buffer.from(text, 'base64');
        expect(fromBase64(text) !== undefined).toBe(known.toString('base64') === text);
      }),
      { numRuns: 2_000 },
    );
    for (const bad of ['AB==x', 'AB=', '====', 'A===', 'AAA', 'AB=C', 'é===']) expect(fromBase64(bad)).toBeUndefined();
  });

  it('are read from lower-case hexadecimal and valid UTF-8 only', () => {
    for (const bad of ['A0', 'a', 'zz', '0x12']) expect(fromHex(bad)).toBeUndefined();
    expect(fromUtf8(Uint8Array.of(0xc3))).toBeUndefined();
    expect(fromUtf8(utf8('\ufeffé'))).toBe('\ufeffé');
  });
});
