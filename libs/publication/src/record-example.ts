import { type PublishedRecord } from './record.js';

/** A sound published record about an invented harbour, for specs. */
export const recordOf = (more: Partial<PublishedRecord> = {}): PublishedRecord => ({
  url: 'https://desk.example/verdicts/harbour-1',
  newsroom: { name: 'The Desk', url: 'https://desk.example' },
  claimReviewed: 'The harbour was closed for two days.',
  publishedAt: '2026-03-02T10:00:00.000Z',
  rating: { label: 'Mostly false', value: 2 },
  ratingRange: { worst: 1, best: 5 },
  rationale: 'The log shows four hours.\n\nNothing else was found.',
  approvals: 1,
  assertion: {
    exact: '“Two days,” Ada Ferrel said.',
    sourcing: 'quoted',
    sourceName: 'Ada Ferrel',
    sourceType: 'person',
  },
  article: { title: 'Harbour', url: null, byline: null, publishedOn: null, origin: 'draft' },
  evidence: [
    {
      title: 'Harbour log',
      url: 'https://port.example/log',
      quote: '08:00 closed, 12:00 open',
      note: '',
      origin: 'Port authority',
      stance: 'refutes',
      isPrimary: true,
      sha256: 'a'.repeat(64),
      withdrawnAt: null,
    },
  ],
  retraction: null,
  ...more,
});
