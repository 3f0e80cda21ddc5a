import { type ReviewTask } from '@proofdesk/contract';
import { maySee } from '@proofdesk/permissions';
import { personOf } from './act.js';
import { type Actor } from './actor.js';
import { type OnAssertion } from './command.js';
import { read } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { presentTask } from './present-task.js';
import { done, type Outcome } from './refusal.js';
import { type Unit } from '@proofdesk/persistence';

/** One review task. The lease token and the draft are shown to the holder alone. */
export async function readReviewTask(desk: Desk, actor: Actor, command: OnAssertion): Promise<Outcome<ReviewTask>> {
  return read(desk, async (unit) => {
    if (!(await mayReadTask(unit, actor, command.assertionId))) return notFound('review task');
    const task = await presentTask(desk, unit, actor, command.assertionId);
    return task === null ? notFound('review task') : done(task);
  });
}

/** Whether the task is there and this actor may know so. */
export async function mayReadTask(unit: Unit, actor: Actor, assertionId: string): Promise<boolean> {
  const task = await unit.tasks.read(assertionId);
  if (task === null) return false;
  const isAuthor = task.authorPersonId !== null && task.authorPersonId === personOf(actor);
  return actor.kind === 'system' || maySee('task', { roles: actor.roles, isAuthor });
}
