import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deriveTitle } from './derive-title.js';
import { MAX_ARTICLE_BYTES, receiveText } from './receive-text.js';

const codeOf = (input: string | Uint8Array): string => {
  const received = receiveText(input);
  return received.ok ? 'ok' : received.refusal.code;
};

describe('receiving a text', () => {
  it('gives the same identity to the same words however they come', () => {
    const [a, b] = [receiveText('\ufeffLe café\r\nferme.'), receiveText(Buffer.from('Le cafe\u0301\nferme.', 'utf8'))];
    expect(a).toEqual(b);
    expect(a).toMatchObject({
      ok: true,
      value: { characters: 14, sha256: createHash('sha256').update('Le café\nferme.').digest('hex') },
    });
  });

  it('counts code points', () => expect(receiveText('a😀b')).toMatchObject({ value: { characters: 3 } }));

  it.each([
    ['empty', ''],
    ['empty', ' \n\t— … \n'],
    ['too_large', 'a'.repeat(MAX_ARTICLE_BYTES + 1)],
    ['not_utf8', Buffer.from([0x61, 0xc3, 0x28])],
    ['not_utf8', 'half a pair: \ud83d'],
    ['binary', Buffer.from('%PDF-1.7 and so on')],
    ['binary', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x20])],
    ['binary', 'a\0b'],
    ['binary', '\u0001\u0002\u0003'.repeat(20)],
  ])('refuses as %s: %j', (code, input) => expect(codeOf(input)).toBe(code));

  it('names the byte that is wrong', () => {
    expect(receiveText(Buffer.from([0x61, 0xc3, 0x28]))).toEqual({
      ok: false,
      refusal: { code: 'not_utf8', offset: 1 },
    });
  });

  it('never throws, and gives the same answer for a string and its bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        // The signatures of files are looked for in bytes only.
        const [asText, asBytes] = [receiveText(text), receiveText(Buffer.from(text, 'utf8'))];
        if (asText.ok && asBytes.ok) expect(asBytes).toEqual(asText);
        else expect(asText.ok).toBe(asBytes.ok);
      }),
    );
  });

  it('survives any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void receiveText(bytes)));
  });
});

describe('a title made from a text', () => {
  it.each([
    ['\n\n  The harbour  closes \nMore.', 'The harbour closes'],
    ['— * —\nSecond line', 'Second line'],
    ['***', 'Untitled'],
  ])('of %j is %s', (text, title) => expect(deriveTitle(text)).toBe(title));

  it('is never longer than 200 code points', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 150, maxLength: 900, unit: 'grapheme' }), (text) =>
        expect([...deriveTitle(text)].length).toBeLessThanOrEqual(200),
      ),
    );
    expect(deriveTitle(`${'word '.repeat(100)}`)).toMatch(/word…$/);
  });
});
