import { UNHELD, type TaskFacts, type Unit } from '@proofdesk/persistence';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';

/** Puts blocked tasks whose time has come back into the queue; answers how many. Their holders are told. */
export async function wakeBlockedTasks(desk: Desk): Promise<number> {
  return desk.db.transaction(async (unit) => {
    const ids = await unit.tasks.lockDueBlocked(50);
    for (const id of ids) {
      const task = await unit.tasks.read(id);
      if (task !== null) await wake(unit, task);
    }
    return ids.length;
  });
}

async function wake(unit: Unit, task: TaskFacts): Promise<void> {
  const state = await moveTask(unit, task, { verb: 'wake', by: 'system' }, UNHELD);
  await recordOnTask(
    unit,
    task,
    { kind: 'system', name: 'worker' },
    {
      type: 'task.unblocked',
      role: 'checker',
      before: { state: 'blocked', holder: task.holderPersonId },
      after: { state },
    },
  );
}
