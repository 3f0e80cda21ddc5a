/** Where one version of a verdict stands. */
export const VERDICT_STATES = ['proposed', 'returned', 'approved', 'published', 'retracted', 'stale'] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];

/** Live: something may still be done with it or readers can see it. */
export const isLive = (state: VerdictState): boolean =>
  state === 'proposed' || state === 'approved' || state === 'published';
