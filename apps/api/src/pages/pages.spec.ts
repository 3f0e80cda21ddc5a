import { describe, expect, it } from '@jest/globals';
import { claimReviewFaults, publicPageOf, type PublishedRecord } from '@proofdesk/publication';
import { parseHTML } from 'linkedom';
import { markup } from './markup.js';
import { style } from './style.js';
import { verdictPage } from './verdict-page.js';

const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'&';
const record: PublishedRecord = {
  url: 'https://desk.example/verdicts/x',
  newsroom: { name: hostile, url: 'https://desk.example' },
  claimReviewed: hostile,
  publishedAt: '2031-03-13T23:59:59.000Z',
  rating: { label: hostile, value: 2 },
  ratingRange: { worst: 1, best: 5 },
  rationale: `${hostile}\n\n${hostile}`,
  approvals: 2,
  assertion: { exact: hostile, sourcing: 'quoted', sourceName: hostile, sourceType: 'person' },
  article: {
    title: hostile,
    url: 'https://other.example/"onclick="x',
    byline: null,
    publishedOn: '2031-03-01',
    origin: 'published',
  },
  evidence: [
    {
      title: hostile,
      url: 'https://port.example/log',
      quote: hostile,
      note: hostile,
      origin: hostile,
      stance: 'refutes',
      isPrimary: true,
      sha256: 'a'.repeat(64),
      withdrawnAt: null,
    },
  ],
  retraction: null,
};
const page = (changes: Partial<PublishedRecord> = {}) =>
  verdictPage(publicPageOf({ ...record, ...changes }), hostile).text;
const jsonLd = (text: string) => /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1];

describe('the public page', () => {
  it('shows hostile words as words', () => {
    const { document } = parseHTML(page());
    expect(document.querySelectorAll('script')).toHaveLength(1);
    expect(document.querySelectorAll('img, iframe, object, embed, form')).toHaveLength(0);
    const names = [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
    expect(names.filter((name) => name.startsWith('on'))).toEqual([]);
    expect(document.querySelector('h1')?.textContent).toBe(hostile);
    expect(document.querySelector('blockquote mark')?.textContent).toBe(hostile);
    expect(document.querySelector('section[aria-labelledby=words] a')?.getAttribute('href')).toBe(record.article.url);
  });

  it('has the style sheet that its policy names, to the byte', () => {
    expect(/<style>(.*)<\/style>/s.exec(page())?.[1]).toBe(style);
  });

  it('carries sound ClaimReview where the claim has an origin outside, and none where not', () => {
    const json = JSON.parse(
      jsonLd(page({ rating: { label: 'False', value: 1 }, newsroom: { name: 'D', url: 'https://desk.example' } })) ??
        '',
    ) as unknown;
    expect(claimReviewFaults(json)).toEqual([]);
    const ownVoice = page({
      assertion: { exact: 'x', sourcing: 'unattributed', sourceName: null, sourceType: null },
      article: { ...record.article, origin: 'draft', url: null },
    });
    expect(jsonLd(ownVoice)).toBeUndefined();
    expect(ownVoice).not.toContain('<script');
    expect(ownVoice).toContain('carries no ClaimReview record');
  });

  it('has one title, one main heading, a language and landmarks', () => {
    const text = page();
    expect(text.match(/<h1/g)).toHaveLength(1);
    for (const part of ['<html lang="en">', '<main id="main">', '<header', '<footer', 'href="#main"'])
      expect(text).toContain(part);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of text.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id);
  });

  it('says that and why a verdict was retracted', () => {
    const text = page({ retraction: { at: '2031-04-01T00:00:00Z', publicNote: 'The log was misread.' } });
    expect(text).toMatch(/Retracted on .*1 April 2031.*The log was misread\./s);
    expect(jsonLd(text)).toBeUndefined();
  });
});

describe('markup', () => {
  it('escapes values, not markup of its own', () => {
    const made = markup`<p title="${'"'}">${['<', markup`<b>${1}</b>`]}${null}${false}</p>`;
    expect(made.text).toBe('<p title="&quot;">&lt;<b>1</b></p>');
  });
});
