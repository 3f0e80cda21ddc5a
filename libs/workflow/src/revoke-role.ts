import { type Person } from '@proofdesk/contract';
import { ledgerActor, permit } from './act.js';
import { type Actor, type Role } from './actor.js';
import { decide } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { done, refuse, type Outcome } from './refusal.js';

/** Takes a role away; it ends with the next request. The last admin stays. Refusals: role.not_granted, person.last_admin. */
export async function revokeRole(
  desk: Desk,
  actor: Actor,
  command: { readonly personId: string; readonly role: Role },
): Promise<Outcome<Person>> {
  const allowed = permit(actor, 'role.revoke');
  if (!allowed.ok) return allowed;
  const { personId, role } = command;
  return decide(desk, async (unit) => {
    if ((await unit.people.find(personId)) === null) return notFound('person');
    if (role === 'admin' && (await unit.people.otherAdmins(personId)) === 0)
      return refuse('person.last_admin', 'This is the last admin. Make somebody else admin first.');
    if (!(await unit.people.revokeRole(personId, role)))
      return refuse('role.not_granted', `The person is not ${role}.`);
    await unit.ledger.append({
      stream: personId,
      type: 'role.revoked',
      actor: ledgerActor(actor, 'admin'),
      subject: { person: personId },
      data: { role },
    });
    const person = await unit.people.find(personId);
    return person === null ? notFound('person') : done(person);
  });
}
