import { type Evidence, type PublicationSummary, type Verdict } from '@proofdesk/contract';
import { type PublicationDetail } from '@proofdesk/persistence';
import { read } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** Everything the public page and the ClaimReview of one published verdict need. */
export interface PublishedVerdict extends Omit<PublicationDetail, 'summary' | 'verdictVersion' | 'risk'> {
  readonly summary: PublicationSummary;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
}

/** Public. Refusal: not_found. */
export async function readPublication(
  desk: Desk,
  command: { readonly slug: string },
): Promise<Outcome<PublishedVerdict>> {
  return read(desk, async (unit) => {
    const found = await unit.view.publications.find(command.slug);
    if (found === null) return notFound('publication');
    const { summary, verdictVersion, risk, ...rest } = found;
    const verdict = (await unit.verdicts.list(summary.assertionId, risk)).find(
      ({ version }) => version === verdictVersion,
    );
    if (verdict === undefined) return notFound('publication');
    const evidence = await unit.evidence.list(summary.assertionId);
    return done({
      ...rest,
      summary: { ...summary, url: `${desk.publicUrl}/verdicts/${summary.slug}` },
      verdict,
      evidence,
    });
  });
}
