import { type Evidence, type PublicationSummary, type Verdict } from '@proofdesk/contract';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

/** Everything the public page and the ClaimReview of one published verdict need. */
export interface PublishedVerdict {
  readonly summary: PublicationSummary;
  readonly assertion: {
    readonly id: string;
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
    readonly start: number;
    readonly end: number;
    readonly sourceType: string | null;
    readonly allegation: boolean;
  };
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly url: string | null;
    readonly byline: string | null;
    readonly publishedOn: string | null;
    readonly origin: 'draft' | 'published';
    readonly sha256: string;
  };
  readonly verdict: Verdict;
  readonly ratingRange: { readonly worst: number; readonly best: number };
  readonly evidence: readonly Evidence[];
  readonly retraction: { readonly at: string; readonly publicNote: string } | null;
}
/** Public. Refusal: not_found. */
export async function readPublication(
  _desk: Desk,
  _command: { readonly slug: string },
): Promise<Outcome<PublishedVerdict>> {
  throw new Error('not written yet');
}
