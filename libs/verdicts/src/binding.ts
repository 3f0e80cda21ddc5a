/** What a verdict was given about. When any part changes, the verdict no longer stands. */
export interface Binding {
  readonly revisionId: string;
  /** SHA-256 of the UTF-8 bytes of the assertion's exact words. */
  readonly exactSha256: string;
  /** SHA-256 of the evidence set. */
  readonly evidenceSha256: string;
  readonly scaleId: string;
  readonly scaleVersion: number;
}

/** What has changed since, in words; empty when the verdict still stands. */
export function whyStale(bound: Binding, now: Binding): string[] {
  const reasons: string[] = [];
  if (bound.revisionId !== now.revisionId) reasons.push('the article has a new revision');
  if (bound.exactSha256 !== now.exactSha256) reasons.push('the words of the assertion have changed');
  if (bound.evidenceSha256 !== now.evidenceSha256) reasons.push('the evidence has changed');
  if (bound.scaleId !== now.scaleId || bound.scaleVersion !== now.scaleVersion)
    reasons.push('the rating scale has changed');
  return reasons;
}
