import { type ClaimReview, claimReviewGate, claimReviewOf } from './claim-review.js';
import { type PublishedRecord, type RecordedAssertion, type RecordedEvidence } from './record.js';

/** All that the public page of one verdict shows, as words; the page only lays it out. */
export interface PublicPage {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly claim: string;
  readonly rating: string;
  /** Where the rating stands on its scale, 1 the worst; `null` for a rating outside the order. */
  readonly scale: { readonly step: number; readonly of: number } | null;
  readonly saidBy: string;
  readonly quote: string;
  readonly article: string;
  readonly articleUrl: string | null;
  readonly rationale: readonly string[];
  readonly evidence: readonly PublicEvidence[];
  readonly howDecided: string;
  readonly publishedAt: string;
  readonly retraction: { readonly at: string; readonly publicNote: string } | null;
  readonly claimReview: ClaimReview | null;
  /** Why there is no ClaimReview, for the small print; empty where there is one. */
  readonly withoutClaimReview: readonly string[];
}

export interface PublicEvidence {
  readonly title: string;
  readonly url: string | null;
  readonly quote: string;
  readonly note: string;
  readonly stance: string;
  readonly origin: string;
  readonly sha256: string;
}

/** Names of checkers and editors are not published: readers are told how many people decided, and how. */
export function publicPageOf(record: PublishedRecord): PublicPage {
  return {
    url: record.url,
    title: `${record.rating.label}: ${shorten(record.claimReviewed, 80)}`,
    description: shorten(record.rationale.replace(/\s+/gu, ' ').trim(), 160),
    claim: record.claimReviewed,
    rating: record.rating.label,
    scale: scaleOf(record),
    saidBy: saidBy(record.assertion),
    quote: record.assertion.exact,
    article: record.article.title,
    articleUrl: record.article.origin === 'published' ? record.article.url : null,
    rationale: record.rationale
      .split(/\n\s*\n/u)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    evidence: record.evidence.filter((piece) => piece.withdrawnAt === null).map(publicEvidence),
    howDecided: howDecided(record.approvals),
    publishedAt: record.publishedAt,
    retraction: record.retraction,
    claimReview: claimReviewOf(record),
    withoutClaimReview: claimReviewGate(record),
  };
}

function scaleOf({ rating, ratingRange: { worst, best } }: PublishedRecord): PublicPage['scale'] {
  const isOrdered = best > worst && rating.value >= worst && rating.value <= best;
  return isOrdered ? { step: rating.value - worst + 1, of: best - worst + 1 } : null;
}

/** Whose word the claim is, in a sentence. */
export function saidBy({ sourcing, sourceName }: Pick<RecordedAssertion, 'sourcing' | 'sourceName'>): string {
  const name = sourceName ?? 'a source named in the text';
  switch (sourcing) {
    case 'quoted':
      return `Said by ${name}, in the words quoted.`;
    case 'reported':
      return `Put forward by ${name}, in the article’s words.`;
    case 'documented':
      return `Taken from ${sourceName ?? 'a record named in the text'}.`;
    case 'anonymous':
      return 'Laid to sources that the article does not name.';
    case 'self':
      return 'Stated by the article’s author from own reporting.';
    case 'unattributed':
      return 'Stated by the article in its own voice, with no source.';
  }
}

const howDecided = (approvals: number): string =>
  approvals === 1
    ? 'Proposed by one checker and approved by an editor who did not propose it.'
    : `Proposed by one checker and approved by ${approvals} editors, none of whom proposed it.`;

const stanceWords = { supports: 'Supports the claim', refutes: 'Speaks against the claim', context: 'Gives context' };

const publicEvidence = (piece: RecordedEvidence): PublicEvidence => ({
  title: piece.title,
  url: piece.url,
  quote: piece.quote,
  note: piece.note,
  stance: piece.isPrimary ? `${stanceWords[piece.stance]} (primary record)` : stanceWords[piece.stance],
  origin: piece.origin,
  sha256: piece.sha256,
});

/** At most `limit` code points, cut at a word where there is one. */
function shorten(text: string, limit: number): string {
  const points = Array.from(text);
  if (points.length <= limit) return text;
  const cut = points.slice(0, limit - 1).join('');
  const word = cut.lastIndexOf(' ');
  return `${(word > limit / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
