import { hasNamedSource, originFault, outsideAppearance } from './origin.js';
import { type PublishedRecord, type RecordedAssertion } from './record.js';

interface Party {
  readonly '@type': 'Person' | 'Organization';
  readonly name: string;
  readonly url?: string;
}

/** One published verdict in schema.org's words. */
export interface ClaimReview {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'ClaimReview';
  readonly url: string;
  readonly claimReviewed: string;
  readonly datePublished: string;
  readonly author: Party;
  readonly reviewRating: {
    readonly '@type': 'Rating';
    readonly alternateName: string;
    readonly ratingValue?: number;
    readonly bestRating?: number;
    readonly worstRating?: number;
  };
  readonly itemReviewed: {
    readonly '@type': 'Claim';
    readonly author?: Party;
    readonly datePublished?: string;
    readonly appearance?: { readonly '@type': 'CreativeWork'; readonly name?: string; readonly url?: string };
  };
}

/** Why this record is not exported as ClaimReview, in plain words; empty when it may be. */
export function claimReviewGate(record: PublishedRecord): string[] {
  const reasons: string[] = [];
  if (record.retraction !== null) reasons.push('The verdict was retracted.');
  const fault = originFault(record);
  if (fault !== null) reasons.push(fault);
  if (record.rating.label.trim() === '') reasons.push('The rating has no words that readers could be shown.');
  if (record.claimReviewed.trim() === '') reasons.push('It does not say which claim was checked.');
  return reasons;
}

/**
 * The ClaimReview of one published verdict, or `null` where the gate is closed. Property rules: Google's fact-check
 * page (copy of 1 September 2026). A person whose kind the engine could not tell is taken for a person when quoted,
 * for an organisation when paraphrased.
 */
export function claimReviewOf(record: PublishedRecord): ClaimReview | null {
  if (claimReviewGate(record).length > 0) return null;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: record.url,
    claimReviewed: record.claimReviewed,
    datePublished: record.publishedAt,
    author: { '@type': 'Organization', name: record.newsroom.name, url: record.newsroom.url },
    reviewRating: ratingOf(record),
    itemReviewed: claimOf(record),
  };
}

/** Numbers only where they say something: a rating outside the order (“cannot tell”) has words alone. */
function ratingOf({ rating, ratingRange: { worst, best } }: PublishedRecord): ClaimReview['reviewRating'] {
  const words = { '@type': 'Rating', alternateName: rating.label } as const;
  const isOrdered = worst >= 1 && best > worst && rating.value >= worst && rating.value <= best;
  return isOrdered ? { ...words, ratingValue: rating.value, bestRating: best, worstRating: worst } : words;
}

function claimOf(record: PublishedRecord): ClaimReview['itemReviewed'] {
  const { assertion, article } = record;
  const url = outsideAppearance(record);
  const author = hasNamedSource(assertion) ? partyOf(assertion) : null;
  const document = hasNamedSource(assertion) && author === null ? assertion.sourceName : null;
  return {
    '@type': 'Claim',
    ...(author && { author }),
    ...(url && article.publishedOn && { datePublished: article.publishedOn }),
    ...(url
      ? { appearance: { '@type': 'CreativeWork', name: article.title, url } as const }
      : document && { appearance: { '@type': 'CreativeWork', name: document } as const }),
  };
}

/** A document says nothing itself: it is where the claim appears, not who made it. */
function partyOf({ sourcing, sourceName, sourceType }: RecordedAssertion): Party | null {
  if (sourceName === null || sourceType === 'document' || sourcing === 'documented') return null;
  const isPerson = sourceType === 'person' || (sourceType !== 'organization' && sourcing === 'quoted');
  return { '@type': isPerson ? 'Person' : 'Organization', name: sourceName };
}
