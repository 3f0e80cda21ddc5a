import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from './read-json.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readJson', () => {
  it('reads what JSON.parse reads, however it is spaced', () => {
    const json = fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 6 });
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2, '\t'), (value, space) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        const text = JSON.stringify(value, null, space);
        expect(readJson(bytes(text))).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  it('finds a key that stands twice in one object, at any depth and behind any space', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.nat(200), (key, depth, space) => {
        fc.pre(key !== '__proto__');
        const name = JSON.stringify(key);
        const object = `{${name}${' '.repeat(space)}:1,"other ${name.slice(1)}:{${name}:2},${name}${'\n'.repeat(space)}:3}`;
        const read = readJson(bytes('['.repeat(depth) + object + ']'.repeat(depth)));
        expect(read).toMatchObject({ ok: false, detail: expect.stringContaining('twice') });
      }),
    );
  });

  it('does not take a value or a key of another object for a repetition', () => {
    for (const text of ['{"a":"a","b":["a","a"]}', '[{"a":1},{"a":2}]', '{"a":{"a":{"a":1}}}', '{"a":"\\"a\\":1"}']) {
      expect(readJson(bytes(text)).ok).toBe(true);
    }
  });

  it('reads a long article without growing the stack', () => {
    expect(readJson(bytes(JSON.stringify({ text: 'ab\\"\n'.repeat(600_000) }))).ok).toBe(true);
  });
});
