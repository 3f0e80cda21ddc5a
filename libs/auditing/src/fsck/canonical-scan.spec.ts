import { describe, expect, it } from '@jest/globals';
import { canonicalBytes, type JsonValue, parseCanonical } from '@proofdesk/ledger';
import fc from 'fast-check';
import { isPlainCanonical } from './canonical-scan.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const strict = (bytes: Uint8Array): boolean => parseCanonical(bytes, 65_536).ok;

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z_A-Z0-9 ]{0,4}$/), tie('value'), { maxKeys: 5 }),
  ),
}));

describe('the quick scan for canonical form', () => {
  it('says yes to the plain canonical form of any value', () => {
    fc.assert(
      fc.property(value, (json) => {
        const bytes = canonicalBytes(json);
        const isPlain = !/[\\]|"_|[0-9]{16}/.test(new TextDecoder().decode(bytes));
        if (isPlain) expect(isPlainCanonical(bytes)).toBe('yes');
      }),
      { numRuns: 2_000 },
    );
  });

  it('never says yes where the strict reader refuses: bytes flipped, dropped, doubled, put in', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        value,
        fc.nat(),
        fc.constantFrom('flip', 'drop', 'double', 'put'),
        fc.nat(255),
        (json, n, how, byte) => {
          const bytes = canonicalBytes(json);
          const at = n % bytes.length;
          const [before, here, after] = [bytes.slice(0, at), bytes.slice(at, at + 1), bytes.slice(at + 1)];
          const middle = {
            flip: [(here[0] ?? 0) ^ (byte || 1)],
            drop: [],
            double: [...here, ...here],
            put: [byte, ...here],
          }[how];
          const spoilt = Uint8Array.from([...before, ...middle, ...after]);
          const isRight = strict(spoilt);
          if (!isRight) refused++;
          if (isPlainCanonical(spoilt) === 'yes') expect(isRight).toBe(true);
        },
      ),
      { numRuns: 5_000 },
    );
    expect(refused).toBeGreaterThan(1_000);
  });

  it.each([
    '',
    ' {}',
    '{} ',
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a":1,}',
    '{"a":01}',
    '{"a":-0}',
    '{"a":1.0}',
    '{"a":1e3}',
    '[1,]',
    '{"__proto__":1}',
    '"a',
    '{"a"}',
    '{"a":}',
    'nul',
    'truee',
    '-',
    '["\\u0041"]',
    '"é"',
    '{"a":9999999999999999}',
    '\uFEFF{}',
    `${'['.repeat(17)}${']'.repeat(17)}`,
  ])('leaves %j to the strict reader', (text) => expect(isPlainCanonical(utf8(text))).toBe('unsure'));

  it.each(['{}', '[]', '{"a":{"b":[1,-2,0,true,false,null,""]},"aa":1,"b":"x"}', '0', '"a!#"'])('knows %s', (text) => {
    expect(isPlainCanonical(utf8(text))).toBe('yes');
    expect(strict(utf8(text))).toBe(true);
  });
});
