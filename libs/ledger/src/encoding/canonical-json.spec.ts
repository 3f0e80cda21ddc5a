import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromUtf8, utf8 } from './bytes.js';
import { canonicalBytes, canonicalFault, type JsonValue, parseCanonical } from './canonical-json.js';

const text = (value: JsonValue): string | undefined => fromUtf8(canonicalBytes(value));

describe('canonical JSON', () => {
  it('sorts keys by UTF-16 code units and escapes as RFC 8785 §3.2 says', () => {
    const value = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33x': 1,
      '1': 'One',
      '\ud83d\ude00': 'Smiley',
      '\u0080': 'C1',
      '\u00f6': 'o',
    };
    expect(canonicalFault({ ﬡ: 1 })).toBeUndefined();
    const { '\ufb33x': _decomposes, ...rest } = value;
    expect(text(rest)).toBe('{"\\r":"CR","1":"One","\u0080":"C1","ö":"o","€":"Euro","😀":"Smiley"}');
    expect(text('€$\u000f\nA\'B"\\/')).toBe('"€$\\u000f\\nA\'B\\"\\\\/"');
  });

  it.each([
    ['a fraction', 0.5],
    ['2^53 + 1', 2 ** 53 + 2],
    ['minus zero', -0],
    ['NaN', Number.NaN],
    ['undefined', undefined],
    ['undefined inside', { a: undefined }],
    ['a hole', [1, , 2]],
    ['a Map', new Map()],
    ['a Date', new Date(0)],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['NUL', 'a\0b'],
    ['decomposed text', 'e\u0301'],
    ['a symbol as key', { [Symbol('s')]: 1 }],
    ['the key __proto__', JSON.parse('{"__proto__":1}')],
    ['a well of brackets', JSON.parse('['.repeat(18) + ']'.repeat(18))],
  ])('refuses %s', (_name, value) => {
    expect(canonicalFault(value)).toBeDefined();
    expect(() => canonicalBytes(value as JsonValue)).toThrow(TypeError);
  });

  it.each([
    ['a space', '{"a": 1}'],
    ['other key order', '{"b":1,"a":1}'],
    ['a duplicate key', '{"a":1,"a":1}'],
    ['a duplicate key hidden by an escape', '{"a":1,"\\u0061":2}'],
    ['another escape', '"\\u0041"'],
    ['an escaped slash', '"\\/"'],
    ['1.0', '1.0'],
    ['an exponent', '1e2'],
    ['-0', '-0'],
    ['2^53+1', '9007199254740993'],
    ['a byte order mark', '\ufeff{}'],
    ['trailing bytes', '{}\n'],
    ['nothing', ''],
    ['a deep well', '['.repeat(5000)],
  ])('does not read %s', (_name, json) => {
    expect(parseCanonical(utf8(json), 16_384)).toMatchObject({ ok: false });
  });

  it('does not read invalid UTF-8, nor more than asked for', () => {
    expect(parseCanonical(Uint8Array.of(0x22, 0xff, 0x22), 100)).toMatchObject({
      ok: false,
      message: 'not valid UTF-8',
    });
    expect(parseCanonical(utf8('"abcdef"'), 7)).toMatchObject({ ok: false });
  });

  it('reads back what it wrote, and the key order of the writer does not matter', () => {
    const json = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger().map((n) => n + 0),
        fc.string({ unit: 'grapheme' }).map((s) => s.normalize('NFC').replaceAll('\0', '')),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.string({ maxLength: 5 }).filter((k) => k !== '__proto__' && !k.includes('\0')),
          tie('value'),
          { maxKeys: 4, noNullPrototype: true },
        ),
      ),
    })).value;
    const reversed = (value: JsonValue): JsonValue =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([k, v]) => [k, reversed(v as JsonValue)]),
          )
        : Array.isArray(value)
          ? value.map(reversed)
          : value;
    fc.assert(
      fc.property(json, (value) => {
        const bytes = canonicalBytes(value);
        expect(parseCanonical(bytes, 1_000_000)).toEqual({ ok: true, value });
        expect(canonicalBytes(reversed(value))).toEqual(bytes);
      }),
      { numRuns: 300 },
    );
  });
});
