import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { claimReviewFaults } from './claim-review-faults.js';
import { claimReviewGate, claimReviewOf } from './claim-review.js';
import { jsonForScript } from './json-script.js';
import { recordOf } from './record-example.js';
import { type PublishedRecord, type RecordedAssertion } from './record.js';

const assertion = (more: Partial<RecordedAssertion>) => recordOf({ assertion: { ...recordOf().assertion, ...more } });
const printed = {
  origin: 'published',
  url: 'https://other.example/a',
  title: 'T',
  byline: null,
  publishedOn: '2026-03-01',
} as const;

describe('claimReviewOf', () => {
  it('names the person who said it, with the rating in words and numbers', () => {
    expect(claimReviewOf(recordOf())).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://desk.example/verdicts/harbour-1',
      claimReviewed: 'The harbour was closed for two days.',
      datePublished: '2026-03-02T10:00:00.000Z',
      author: { '@type': 'Organization', name: 'The Desk', url: 'https://desk.example' },
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'Mostly false',
        ratingValue: 2,
        bestRating: 5,
        worstRating: 1,
      },
      itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Ada Ferrel' } },
    });
  });

  it('names where somebody else printed it, and when', () => {
    expect(claimReviewOf(recordOf({ article: printed }))?.itemReviewed).toEqual({
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'Ada Ferrel' },
      datePublished: '2026-03-01',
      appearance: { '@type': 'CreativeWork', name: 'T', url: 'https://other.example/a' },
    });
  });

  it('takes an institution for an organisation and a record for a work', () => {
    const ministry = assertion({ sourcing: 'reported', sourceName: 'The ministry', sourceType: 'organization' });
    expect(claimReviewOf(ministry)?.itemReviewed.author).toEqual({ '@type': 'Organization', name: 'The ministry' });
    const audit = assertion({ sourcing: 'documented', sourceName: 'The 2023 audit', sourceType: 'document' });
    expect(claimReviewOf(audit)?.itemReviewed).toEqual({
      '@type': 'Claim',
      appearance: { '@type': 'CreativeWork', name: 'The 2023 audit' },
    });
  });

  it('leaves numbers out where the rating stands outside the order', () => {
    const rating = { label: 'Cannot tell', value: 0 };
    expect(claimReviewOf(recordOf({ rating }))?.reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Cannot tell',
    });
  });
});

describe('claimReviewGate', () => {
  it.each(['self', 'unattributed', 'anonymous'] as const)(
    'never exports a %s claim of the newsroom’s own draft',
    (sourcing) => {
      const record = assertion({ sourcing, sourceName: null, sourceType: sourcing === 'self' ? 'self' : 'group' });
      expect(claimReviewGate(record)).toHaveLength(1);
      expect(claimReviewOf(record)).toBeNull();
    },
  );

  it('exports an own-voice claim that another outlet printed, but not one printed on the newsroom’s own site', () => {
    const ownVoice = { exact: 'x', sourcing: 'unattributed', sourceName: null, sourceType: null } as const;
    expect(claimReviewGate(recordOf({ assertion: ownVoice, article: printed }))).toEqual([]);
    const ownSite = { ...printed, url: 'https://www.desk.example/2026/a' };
    expect(claimReviewGate(recordOf({ assertion: ownVoice, article: ownSite }))).toEqual([
      'The claim was printed on the newsroom’s own site and names nobody else as its source.',
    ]);
    expect(claimReviewGate(recordOf({ assertion: ownVoice, article: { ...printed, url: null } }))).toHaveLength(1);
  });

  it('withdraws the export with the verdict', () => {
    const retraction = { at: '2026-03-03T10:00:00.000Z', publicNote: 'We were wrong.' };
    expect(claimReviewOf(recordOf({ retraction }))).toBeNull();
  });

  const anyRecord: fc.Arbitrary<PublishedRecord> = fc
    .record({
      claimReviewed: fc.string({ unit: 'grapheme' }),
      label: fc.string({ unit: 'grapheme' }),
      value: fc.integer({ min: -3, max: 9 }),
      worst: fc.integer({ min: -1, max: 3 }),
      best: fc.integer({ min: 0, max: 7 }),
      sourcing: fc.constantFrom('quoted', 'reported', 'documented', 'anonymous', 'self', 'unattributed'),
      sourceName: fc.option(fc.string()),
      sourceType: fc.option(fc.constantFrom('person', 'organization', 'document', 'group', 'self', 'unknown')),
      origin: fc.constantFrom('draft', 'published'),
      url: fc.option(fc.webUrl()),
      publishedOn: fc.constantFrom(null, '2026-02-28'),
    })
    .map(({ label, value, worst, best, claimReviewed, sourcing, sourceName, sourceType, origin, url, publishedOn }) =>
      recordOf({
        claimReviewed,
        rating: { label, value },
        ratingRange: { worst, best },
        assertion: { exact: 'x', sourcing, sourceName, sourceType },
        article: { title: 'T', byline: null, origin, url, publishedOn },
      }),
    );

  it('exports nothing faulty, and nothing in the own voice of a draft, whatever the record', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const review = claimReviewOf(record);
        const ownVoice = ['self', 'unattributed', 'anonymous'].includes(record.assertion.sourcing);
        if (ownVoice && record.article.origin === 'draft') expect(review).toBeNull();
        if (review === null) expect(claimReviewGate(record)).not.toEqual([]);
        else if (!record.claimReviewed.toLowerCase().startsWith(`${record.rating.label.toLowerCase()}:`))
          expect(claimReviewFaults(JSON.parse(JSON.stringify(review)))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('claimReviewFaults', () => {
  const sound = () =>
    JSON.parse(JSON.stringify(claimReviewOf(recordOf({ article: printed })))) as Record<string, never>;
  const broken: [string, (json: Record<string, Record<string, unknown>>) => unknown, RegExp][] = [
    ['no rating words', (json) => delete json['reviewRating']!['alternateName'], /alternateName is missing/],
    ['a value off the scale', (json) => (json['reviewRating']!['ratingValue'] = 6), /outside the scale/],
    ['an upside-down scale', (json) => (json['reviewRating']!['bestRating'] = 1), /above worstRating/],
    ['half a scale', (json) => delete json['reviewRating']!['bestRating'], /together/],
    ['no claim', (json) => delete json['claimReviewed'], /claimReviewed is missing/],
    ['a relative address', (json) => Object.assign(json, { url: '/verdicts/x' }), /absolute/],
    ['a fragment', (json) => Object.assign(json, { url: 'https://desk.example/v#x' }), /fragment/],
    ['no origin', (json) => Object.assign(json, { itemReviewed: { '@type': 'Claim' } }), /names no origin/],
    [
      'the reviewer as claimant',
      (json) => (json['itemReviewed']!['author'] = { '@type': 'Organization', name: 'The Desk' }),
      /distinct/,
    ],
    ['an own appearance', (json) => (json['itemReviewed']!['appearance'] = 'https://desk.example/story'), /own site/],
    [
      'a nameless claimant',
      (json) => (json['itemReviewed']!['author'] = { '@type': 'Person', url: 'https://a.example' }),
      /name is missing/,
    ],
    [
      'a misspelt property',
      (json) => (json['itemReviewed']!['apperance'] = 'https://a.example'),
      /not a known property/,
    ],
    ['a strange date', (json) => Object.assign(json, { datePublished: 'yesterday' }), /ISO 8601/],
    ['the wrong type', (json) => Object.assign(json, { '@type': 'Review' }), /@type must be ClaimReview/],
    [
      'a rating in the claim',
      (json) => Object.assign(json, { claimReviewed: 'Mostly false: it was closed' }),
      /gives the rating away/,
    ],
  ];

  it('finds nothing in a sound one', () => expect(claimReviewFaults(sound())).toEqual([]));
  it.each(broken)('finds %s', (_, breakIt, fault) => {
    const json = sound();
    breakIt(json);
    expect(claimReviewFaults(json).join('\n')).toMatch(fault);
  });
  it.each([null, 3, [], 'x'])('refuses what is no object: %p', (json) =>
    expect(claimReviewFaults(json)).toHaveLength(1),
  );
});

describe('jsonForScript', () => {
  it('says the same and cannot leave its element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, words) => {
        const text = jsonForScript({ value, words, end: '</script><!--\u2028' });
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ value, words, end: '</script><!--\u2028' })));
      }),
    );
  });
});
