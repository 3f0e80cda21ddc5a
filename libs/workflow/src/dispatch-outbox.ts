import { type TakeOutbox } from '@proofdesk/job-queue';
import { type Desk } from './desk.js';

/**
 * Hands undispatched outbox rows to the queue: locked, delivered and marked in one transaction, so that a crash in
 * between delivers twice and never loses; the job id swallows the second.
 */
export const dispatchOutbox =
  (desk: Pick<Desk, 'db'>): TakeOutbox =>
  (limit, deliver) =>
    desk.db.transaction(async (unit) => {
      const jobs = await unit.outbox.takeUndispatched(limit);
      if (jobs.length === 0) return 0;
      await deliver(jobs as Parameters<typeof deliver>[0]);
      await unit.outbox.markDispatched(jobs);
      return jobs.length;
    });
