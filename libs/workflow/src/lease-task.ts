import { type ReviewTask } from '@proofdesk/contract';
import { UNHELD, type TaskFacts, type Unit } from '@proofdesk/persistence';
import { permit } from './act.js';
import { type Actor, type PersonActor } from './actor.js';
import { type OnAssertion } from './command.js';
import { decide } from './decide.js';
import { factsOf, notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { presentTask } from './present-task.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, refuse, type Outcome } from './refusal.js';
import { startLease } from './start-lease.js';

/** Takes one waiting task. Who holds it already just gets it again; a hold that has run out is ended first. */
export async function leaseTask(desk: Desk, actor: Actor, command: OnAssertion): Promise<Outcome<ReviewTask>> {
  const ever = permit(actor, 'task.lease');
  if (!ever.ok) return ever;
  if (actor.kind !== 'person') return refuse('permission.denied', 'Only a person works on review tasks.');
  return decide(desk, async (unit) => {
    const locked = await unit.tasks.lock(command.assertionId);
    if (locked === null) return notFound('review task');
    const leased = await leaseLocked(unit, actor, locked);
    if (!leased.ok) return leased;
    const fresh = await presentTask(desk, unit, actor, command.assertionId);
    return fresh === null ? notFound('review task') : done(fresh);
  });
}

async function leaseLocked(unit: Unit, actor: PersonActor, locked: TaskFacts): Promise<Outcome<null>> {
  const isHeld = locked.state === 'in_check' && !locked.hasLeaseEnded;
  if (isHeld && locked.holderPersonId === actor.personId) return done(null);
  if (isHeld) return refuse('task.leased_by_other', 'Somebody else holds this task now.');
  const task = locked.state === 'in_check' ? await endLease(unit, locked) : locked;
  const allowed = permit(actor, 'task.lease', factsOf(actor, task, await unit.verdicts.latest(task.assertionId)));
  if (!allowed.ok) return allowed;
  await startLease(unit, actor, task);
  return done(null);
}

/** Ends a lease that has run out: the draft stays, the task goes back into the queue. */
export async function endLease(unit: Unit, task: TaskFacts): Promise<TaskFacts> {
  const state = await moveTask(unit, task, { verb: 'expire', by: 'system' }, UNHELD);
  await recordOnTask(
    unit,
    task,
    { kind: 'system', name: 'worker' },
    {
      type: 'task.lease_expired',
      role: 'checker',
      leaseToken: task.leaseToken,
      before: { state: task.state, holder: task.holderPersonId },
      after: { state },
    },
  );
  return { ...task, state, holderPersonId: null, hasLeaseEnded: false };
}
