/** How long a lease lasts without a heartbeat, in seconds of database time. */
export const LEASE_SECONDS = 300;

/** The hold on a review task as the database has it. `token` grows with every lease and is the fence of every write. */
export interface LeaseState {
  readonly holderPersonId: string | null;
  readonly token: string;
}

export type LeaseFault = 'not_held' | 'held_by_other' | 'token_is_old';

/**
 * Whether this person may still write under this token. An ended lease that nobody has taken since still counts: the
 * token fences, and no work is thrown away (reference: Kleppmann's fencing tokens).
 */
export function checkHold(lease: LeaseState, personId: string, token: string): LeaseFault | null {
  if (lease.holderPersonId === null) return 'not_held';
  if (lease.holderPersonId !== personId) return 'held_by_other';
  return lease.token === token ? null : 'token_is_old';
}
