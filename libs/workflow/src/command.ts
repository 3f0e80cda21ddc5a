import { type dismissalReasonSchema } from '@proofdesk/contract';
import { type z } from 'zod';

export type DismissalReason = z.infer<typeof dismissalReasonSchema>;

/** Names the assertion whose review task is meant. */
export interface OnAssertion {
  readonly assertionId: string;
}

/** The ETag the caller saw (`"<seq>-<first 16 of the leaf>"`, with its quotes); absent -> request.if_match_missing, old -> request.stale. */
export interface Matching {
  readonly ifMatch?: string;
}

/** The fence of the lease, as the lease gave it. */
export interface Held {
  readonly leaseToken: string;
}

/** A page by key: `after` is the opaque `next` of the page before. */
export interface PageRequest {
  readonly after?: string;
  readonly limit: number;
}

/** One page and the cursor of the next, `null` on the last. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}
