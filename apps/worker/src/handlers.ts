import { type JobContext, type JobHandlers } from '@proofdesk/job-queue';
import {
  announceDecision,
  extractAssertions,
  failExtraction,
  giveUpWork,
  type Desk,
  type Outcome,
} from '@proofdesk/workflow';
import { wordsOf, type JsonLog } from './json-log.js';

/** One handler for each kind of job. A job that cannot be done is tried again; after the last attempt people can see why. */
export const handlersFor = (desk: Desk, log: JsonLog): JobHandlers => ({
  'extract-assertions': async ({ revisionId }, context) => {
    await attempt(log, 'extract-assertions', context, {
      work: () => extractAssertions(desk, { revisionId, jobKey: context.jobKey }),
      giveUp: (reason) => failExtraction(desk, { revisionId, reason }),
    });
  },
  'announce-decision': async ({ stream, seq }, context) => {
    await attempt(log, 'announce-decision', context, {
      work: () => announceDecision(desk, { stream, seq, jobKey: context.jobKey }),
      giveUp: (reason) => giveUpWork(desk, { topic: 'announce-decision', jobKey: context.jobKey, reason }),
    });
  },
});

interface Steps {
  readonly work: () => Promise<Outcome<unknown>>;
  readonly giveUp: (reason: string) => Promise<unknown>;
}

/** A refusal that passes is an error here, so that the queue tries again; what is gone is done. */
async function attempt(log: JsonLog, topic: string, context: JobContext, { work, giveUp }: Steps): Promise<void> {
  const { jobKey, attempt: number, isLastAttempt } = context;
  try {
    const outcome = await work();
    if (outcome.ok) return log.line('info', 'job.done', { topic, jobKey, attempt: number });
    if (outcome.refusal.code !== 'not_found') throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail}`);
    log.line('warn', 'job.without_object', { topic, jobKey });
  } catch (error) {
    log.line('error', 'job.failed', { topic, jobKey, attempt: number, isLastAttempt, error: wordsOf(error) });
    if (isLastAttempt) await giveUp(wordsOf(error));
    throw error;
  }
}
