import { type TaskFacts, type Unit } from '@proofdesk/persistence';
import { type PersonActor } from './actor.js';
import { destination } from './move-task.js';
import { recordOnTask } from './record-on-task.js';

/** Gives the lease of a task that is locked and free, and records it. */
export async function startLease(unit: Unit, actor: PersonActor, task: TaskFacts): Promise<void> {
  const state = destination(task.state, { verb: 'lease', by: 'checker' });
  const leaseToken = await unit.tasks.lease(task.assertionId, actor.personId);
  await recordOnTask(unit, task, actor, {
    type: 'task.leased',
    role: 'checker',
    leaseToken,
    before: { state: task.state },
    after: { state, holder: actor.personId },
  });
}
