import { type ReviewTask, type TakeNext } from '@proofdesk/contract';
import { permit } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { presentTask } from './present-task.js';
import { done, refuse, type Outcome } from './refusal.js';
import { startLease } from './start-lease.js';

/** Leases the first queued task under the filters that the person may work on. Refusal: task.none_available (the api answers 204). */
export async function takeNextTask(desk: Desk, actor: Actor, command: TakeNext): Promise<Outcome<ReviewTask>> {
  const allowed = permit(actor, 'task.take_next');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return refuse('permission.denied', 'Only a person works on review tasks.');
  return decide(desk, async (unit) => {
    // Rows that others hold this moment are skipped, so nobody waits and nobody gets the same task.
    const id = await unit.tasks.lockNext(actor.personId, command);
    const task = id === null ? null : await unit.tasks.read(id);
    if (task === null) return refuse('task.none_available', 'Nothing waits that you may check under these filters.');
    await startLease(unit, actor, task);
    const fresh = await presentTask(desk, unit, actor, task.assertionId);
    return fresh === null ? refuse('not_found', 'There is no such review task.') : done(fresh);
  });
}
