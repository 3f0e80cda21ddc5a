/** What the publish gate looks at. Rating, rationale and the evidence rule were settled when the verdict was proposed. */
export interface GateFacts {
  readonly verdict: {
    readonly state: 'proposed' | 'returned' | 'approved' | 'published' | 'retracted' | 'stale';
    readonly approvalsGiven: number;
    readonly approvalsNeeded: number;
    /** Still about the words that stand in the article now. */
    readonly wordsUnchanged: boolean;
    /** Still resting on the evidence it was approved on. */
    readonly evidenceUnchanged: boolean;
  } | null;
  /** Pieces that count, the withdrawn left out; `archived` once the capture has its content hash. */
  readonly evidence: readonly { readonly title: string; readonly archived: boolean }[];
}

/** What closes the publish gate, one sentence each; empty when it is open. */
export function publishGate({ verdict, evidence }: GateFacts): string[] {
  if (verdict === null) return ['There is no verdict yet.'];
  const reasons: string[] = [];
  const missing = verdict.approvalsNeeded - verdict.approvalsGiven;
  if (verdict.state === 'retracted') reasons.push('The verdict was retracted.');
  if (verdict.state === 'published') reasons.push('The verdict is published already.');
  if (verdict.state === 'returned') reasons.push('The verdict was returned to its checker.');
  if (missing > 0) {
    reasons.push(missing === 1 ? 'One more editor must approve it.' : `${missing} more editors must approve it.`);
  }
  if (!verdict.wordsUnchanged) reasons.push('The words in the article have changed since the verdict was given.');
  if (!verdict.evidenceUnchanged) reasons.push('The evidence has changed since the verdict was given.');
  if (verdict.state === 'stale' && verdict.wordsUnchanged && verdict.evidenceUnchanged) {
    reasons.push('The verdict is out of date.');
  }
  for (const piece of evidence.filter((each) => !each.archived)) {
    reasons.push(`“${piece.title}” is not archived yet.`);
  }
  return reasons;
}
