import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ruleOnEvidence, type StandingEvidence } from './evidence-rule.js';
import { evidencePieceBytes, evidenceSetBytes } from './evidence-set.js';
import { countIndependent, originKey, siteOf } from './independence.js';

const piece = (origin: string, url: string | null = null, isPrimary = false): StandingEvidence => ({
  origin,
  url,
  isPrimary,
});
const pieces = fc.array(
  fc.record({
    origin: fc.constantFrom('Registry', 'registry', 'The Gazette', 'Mercury', 'A. Witness'),
    url: fc.constantFrom(
      null,
      'https://a.example/1',
      'https://www.a.example/2',
      'https://b.example/',
      'https://c.co.uk/',
    ),
    isPrimary: fc.boolean(),
  }),
  { maxLength: 6 },
);

describe('independence', () => {
  it.each([
    ['https://www.news.example/a?b', 'news.example'],
    ['https://a.b.bbc.co.uk', 'bbc.co.uk'],
    ['http://192.0.2.7:8080/x', '192.0.2.7'],
    ['http://[2001:db8::1]/', '[2001:db8::1]'],
    ['not a url', null],
  ])('knows the site of %s', (url, site) => expect(siteOf(url)).toBe(site));

  it('spells an origin in one way', () => {
    expect(originKey('The  Régistry!')).toBe('registry');
  });

  it('counts pieces that hang together through a third once', () => {
    const list = [
      piece('Registry', 'https://a.example'),
      piece('Gazette', 'https://b.example'),
      piece('registry', 'https://b.example'),
    ];
    expect(countIndependent(list.slice(0, 2), null)).toBe(2);
    expect(countIndependent(list, null)).toBe(1);
  });

  it('never counts more than there are, does not depend on the order, and never falls by a site taken out twice', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(null, 'a.example'), (list, site) => {
        const count = countIndependent(list, site);
        expect(count).toBeLessThanOrEqual(list.length);
        expect(countIndependent([...list].reverse(), site)).toBe(count);
        expect(countIndependent([...list, ...list], site)).toBe(count);
      }),
    );
  });
});

describe('the evidence rule', () => {
  it.each([
    ['normal', [], false],
    ['normal', [piece('a')], true],
    ['sensitive', [piece('a'), piece('b')], true],
    ['sensitive', [piece('a', null, true)], false],
    ['serious', [piece('a')], false],
    ['serious', [piece('a', null, true)], true],
    ['serious', [piece('a'), piece('b')], true],
    ['serious', [piece('a', 'https://x.example'), piece('b', 'https://www.x.example')], false],
  ] as const)('for %s with %j says %s', (risk, list, met) => {
    const ruling = ruleOnEvidence(risk, list, null);
    expect(ruling.met).toBe(met);
    expect(ruling.needed.length > 0).toBe(!met);
  });

  it("does not let the article's own site back it up", () => {
    const own = 'https://paper.example/story';
    expect(ruleOnEvidence('serious', [piece('a', 'https://paper.example/doc', true)], own).met).toBe(false);
    expect(ruleOnEvidence('serious', [piece('a', 'https://other.example/doc', true)], own).met).toBe(true);
    expect(ruleOnEvidence('sensitive', [piece('a'), piece('b', own)], own)).toMatchObject({ fault: 'not_independent' });
  });

  it('never asks more of a milder risk', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const [normal, sensitive, serious] = (['normal', 'sensitive', 'serious'] as const).map(
          (risk) => ruleOnEvidence(risk, list, null).met,
        );
        if (sensitive) expect([normal, serious]).toEqual([true, true]);
        if (serious) expect(normal).toBe(true);
      }),
    );
  });
});

describe('the bytes of evidence', () => {
  const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const member = fc.record({ id: fc.uuid(), sha256: fc.stringMatching(/^[0-9a-f]{64}$/) });

  it('do not depend on the order, and differ as soon as one piece does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(member, { selector: ({ id }) => id, minLength: 1 }), (members) => {
        const whole = sha(evidenceSetBytes(members));
        expect(sha(evidenceSetBytes([...members].reverse()))).toBe(whole);
        expect(sha(evidenceSetBytes(members.slice(1)))).not.toBe(whole);
      }),
    );
  });

  it('cover every field of a piece', () => {
    const whole = {
      salt: 'ab'.repeat(32),
      url: 'https://a.example',
      title: 't',
      quote: 'q',
      note: 'n',
      stance: 'supports',
      origin: 'o',
      isPrimary: false,
    };
    const changed = [
      { salt: 'cd'.repeat(32) },
      { salt: null },
      { url: null },
      { title: 'x' },
      { quote: '' },
      { note: 'm' },
      { stance: 'refutes' },
      { origin: 'p' },
      { isPrimary: true },
    ];
    const hashes = [{}, ...changed].map((change) => sha(evidencePieceBytes({ ...whole, ...change })));
    expect(new Set(hashes).size).toBe(changed.length + 1);
  });
});
