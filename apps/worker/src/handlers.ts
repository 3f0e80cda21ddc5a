import { type JobHandlers } from '@proofdesk/job-queue';
import { announceDecision, extractAssertions, failExtraction, type Desk, type Outcome } from '@proofdesk/workflow';

/** One handler per topic; a refusal that a later attempt may not meet is thrown, so that the queue tries again. */
export const handlersOf = (desk: Desk): JobHandlers => ({
  async 'extract-assertions'({ revisionId }, { jobKey, isLastAttempt }) {
    try {
      demand(await extractAssertions(desk, { revisionId, jobKey }));
    } catch (error) {
      if (isLastAttempt) demand(await failExtraction(desk, { revisionId, reason: (error as Error).message }));
      throw error;
    }
  },
  async 'announce-decision'({ stream, seq }, { jobKey }) {
    demand(await announceDecision(desk, { stream, seq, jobKey }));
  },
});

function demand(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
}
