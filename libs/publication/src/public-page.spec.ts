import { describe, expect, it } from '@jest/globals';
import { publicPageOf } from './public-page.js';
import { publishGate } from './publish-gate.js';
import { recordOf } from './record-example.js';
import { annotateAssertion } from './web-annotation.js';
import { type CodePointOffset } from '@proofdesk/text';

describe('publicPageOf', () => {
  it('says what was claimed, by whom, what was found and how it was decided', () => {
    const page = publicPageOf(recordOf({ approvals: 2 }));
    expect(page.title).toBe('Mostly false: The harbour was closed for two days.');
    expect(page.saidBy).toBe('Said by Ada Ferrel, in the words quoted.');
    expect(page.scale).toEqual({ step: 2, of: 5 });
    expect(page.rationale).toEqual(['The log shows four hours.', 'Nothing else was found.']);
    expect(page.evidence[0]?.stance).toBe('Speaks against the claim (primary record)');
    expect(page.howDecided).toMatch(/2 editors, none of whom proposed it/);
    expect(page.claimReview).not.toBeNull();
    expect(page.withoutClaimReview).toEqual([]);
  });

  it('hides withdrawn evidence and the address of a draft', () => {
    const record = recordOf();
    const withdrawn = { ...record.evidence[0]!, withdrawnAt: '2026-03-03T00:00:00Z' };
    const page = publicPageOf(
      recordOf({ evidence: [withdrawn], article: { ...record.article, url: 'https://desk.example/draft' } }),
    );
    expect(page.evidence).toEqual([]);
    expect(page.articleUrl).toBeNull();
  });

  it('says why an own-voice claim carries no ClaimReview', () => {
    const assertion = { exact: 'x', sourcing: 'unattributed', sourceName: null, sourceType: null } as const;
    const page = publicPageOf(recordOf({ assertion }));
    expect(page.claimReview).toBeNull();
    expect(page.withoutClaimReview.join()).toMatch(/own voice/);
  });

  it('cuts long text between words and inside no character', () => {
    const page = publicPageOf(recordOf({ rationale: '👩‍👩‍👧 family '.repeat(60), claimReviewed: '𝒳'.repeat(200) }));
    expect(Array.from(page.description).length).toBeLessThanOrEqual(160);
    expect(page.title).not.toMatch(/\p{Cs}/u);
  });
});

describe('publishGate', () => {
  const open = {
    verdict: {
      state: 'approved',
      approvalsGiven: 2,
      approvalsNeeded: 2,
      wordsUnchanged: true,
      evidenceUnchanged: true,
    },
    evidence: [{ title: 'Log', archived: true }],
  } as const;

  it('is open for an approved verdict on unchanged ground', () => expect(publishGate(open)).toEqual([]));
  it('says everything that closes it, at once', () => {
    const verdict = {
      ...open.verdict,
      state: 'stale',
      approvalsGiven: 0,
      wordsUnchanged: false,
      evidenceUnchanged: false,
    } as const;
    expect(publishGate({ verdict, evidence: [{ title: 'Log', archived: false }] })).toEqual([
      '2 more editors must approve it.',
      'The words in the article have changed since the verdict was given.',
      'The evidence has changed since the verdict was given.',
      '“Log” is not archived yet.',
    ]);
  });
  it.each(['published', 'retracted', 'returned', 'stale'] as const)('is closed for a verdict that is %s', (state) => {
    expect(publishGate({ ...open, verdict: { ...open.verdict, state } })).toHaveLength(1);
  });
  it('is closed without a verdict', () => expect(publishGate({ verdict: null, evidence: [] })).toHaveLength(1));
});

describe('annotateAssertion', () => {
  const assertion = {
    id: 'https://desk.example/assertions/1',
    revision: 'https://desk.example/revisions/1',
    created: '2026-03-02T10:00:00Z',
    quote: { type: 'TextQuoteSelector', exact: 'b', prefix: 'a', suffix: 'c' },
    position: { type: 'TextPositionSelector', start: 1 as CodePointOffset, end: 2 as CodePointOffset },
    sourcing: 'quoted',
    verdict: null,
  } as const;

  it('classifies an assertion and assesses a decided one', () => {
    expect(annotateAssertion(assertion)).toMatchObject({ motivation: 'classifying', body: [{ value: 'quoted' }] });
    const verdict = { label: 'True', url: 'https://desk.example/verdicts/a' };
    expect(annotateAssertion({ ...assertion, verdict })).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      motivation: 'assessing',
      body: [{ value: 'quoted' }, { value: 'True', purpose: 'assessing' }, verdict.url],
      target: { source: assertion.revision, selector: [assertion.quote, assertion.position] },
    });
  });
});
