import { REDRIVE_SECONDS } from '@proofdesk/persistence';
import { type Desk } from './desk.js';
import { expireLeases } from './expire-leases.js';
import { wakeBlockedTasks } from './wake-blocked-tasks.js';

/** What one round of the reconciler did. */
export interface Reconciled {
  readonly redriven: number;
  readonly expired: number;
  readonly woken: number;
  readonly forgotten: number;
}

/** Days for which answers by idempotency key are kept, and hours for which done outbox rows are. */
const ANSWER_DAYS = 14;
const DONE_HOURS = 24;

/**
 * Puts right what time or a lost queue left behind: work that was handed over and never came back is driven again under
 * a new job id (so a Redis that lost everything costs a minute), ended leases and due waits return to the queue.
 */
export async function reconcile(desk: Desk, redriveAfterSeconds = REDRIVE_SECONDS): Promise<Reconciled> {
  const redriven = await desk.db.transaction((unit) => unit.outbox.redriveLost(redriveAfterSeconds));
  const expired = await expireLeases(desk);
  const woken = await wakeBlockedTasks(desk);
  const forgotten = await desk.db.transaction(
    async (unit) => (await unit.idempotency.forgetOlderThan(ANSWER_DAYS)) + (await unit.outbox.dropDone(DONE_HOURS)),
  );
  return { redriven, expired, woken, forgotten };
}
