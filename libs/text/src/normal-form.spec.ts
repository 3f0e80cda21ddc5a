import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeUtf8, normalizeText } from './normal-form.js';

describe('normal form', () => {
  it('drops one leading mark, unifies line ends and composes', () => {
    expect(normalizeText('\uFEFFa\r\nb\rc\n\u0065\u0301\uFEFF')).toBe('a\nb\nc\n\u00e9\uFEFF');
  });

  it('changes nothing that is already normal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeText(text);
        if (once.startsWith('\uFEFF')) return;
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });
});

describe('decodeUtf8', () => {
  it.each([
    [[0x61, 0xff], 1],
    [[0x61, 0xc3], 1],
    [[0xed, 0xa0, 0x80], 0],
    [[0xc0, 0x80], 0],
    [[0x61, 0x62, 0xf4, 0x90, 0x80, 0x80], 2],
    [[0xe2, 0x82, 0x61], 0],
  ])('refuses %j at byte %d', (bytes, byteOffset) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ ok: false, refusal: { code: 'not-utf8', byteOffset } });
  });

  it('agrees with the encoder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeUtf8(new TextEncoder().encode(text))).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('names the first byte that a cut or damaged text breaks at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, pick) => {
        const bytes = new TextEncoder().encode(text);
        const at = pick % bytes.length;
        bytes[at] = 0xff;
        const decoded = decodeUtf8(bytes);
        if (decoded.ok) throw new Error('0xff is never UTF-8');
        const good = bytes.slice(0, decoded.refusal.byteOffset);
        expect(decodeUtf8(good).ok).toBe(true);
        expect(at - decoded.refusal.byteOffset).toBeLessThanOrEqual(3);
        expect(decoded.refusal.byteOffset).toBeLessThanOrEqual(at);
      }),
    );
  });
});
