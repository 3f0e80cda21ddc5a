import { type Person } from '@proofdesk/contract';
import { ledgerActor, permit, personOf } from './act.js';
import { type Actor, type Role } from './actor.js';
import { decide } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { done, refuse, type Outcome } from './refusal.js';

/** Grants a role; it counts from the next request on. Nobody grants one to themselves. Refusals: role.already_granted. */
export async function grantRole(
  desk: Desk,
  actor: Actor,
  command: { readonly personId: string; readonly role: Role },
): Promise<Outcome<Person>> {
  const allowed = permit(actor, 'role.grant');
  if (!allowed.ok) return allowed;
  const { personId, role } = command;
  if (personId === personOf(actor))
    return refuse('permission.denied', 'Nobody grants roles to themselves: another admin must do it.');
  return decide(desk, async (unit) => {
    if ((await unit.people.find(personId)) === null) return notFound('person');
    if (!(await unit.people.grantRole(personId, role, personOf(actor))))
      return refuse('role.already_granted', `The person is ${role} already.`);
    await unit.ledger.append({
      stream: personId,
      type: 'role.granted',
      actor: ledgerActor(actor, 'admin'),
      subject: { person: personId },
      data: { role },
    });
    const person = await unit.people.find(personId);
    return person === null ? notFound('person') : done(person);
  });
}
