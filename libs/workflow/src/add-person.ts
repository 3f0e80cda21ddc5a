import { randomUUID } from 'node:crypto';
import { type AddPerson, type Person } from '@proofdesk/contract';
import { type Unit } from '@proofdesk/persistence';
import { ledgerActor, permit, personOf } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { hashPassword, whyWeak } from './passwords.js';
import { done, refuse, type Outcome } from './refusal.js';

export type AddPersonCommand = AddPerson & {
  /** An account of the demo: its password is shown on the sign-in page. */
  readonly isDemo?: boolean;
};

/** Adds a person with an account, or with `personId` a further account of somebody who is here. Refusals: person.login_taken, person.weak_password. */
export async function addPerson(desk: Desk, actor: Actor, command: AddPersonCommand): Promise<Outcome<Person>> {
  const allowed = permit(actor, 'people.add');
  if (!allowed.ok) return allowed;
  const weak = whyWeak(command.password, command.login, command.name);
  if (weak !== null) return refuse('person.weak_password', weak);
  if (command.personId !== undefined && command.personId === personOf(actor) && command.roles.length > 0)
    return refuse('permission.denied', 'Nobody grants roles to themselves: another admin must do it.');
  const passwordHash = await hashPassword(command.password);
  return decide(desk, async (unit) => {
    const personId = command.personId ?? randomUUID();
    if (command.personId === undefined) await unit.people.addPerson(personId, command.name);
    else if ((await unit.people.find(personId)) === null) return refuse('not_found', 'There is no such person.');
    const added = await addAccount(unit, actor, personId, command, passwordHash);
    if (!added) return refuse('person.login_taken', `Somebody has the login “${command.login}” already.`);
    for (const role of new Set(command.roles)) {
      if (!(await unit.people.grantRole(personId, role, personOf(actor)))) continue;
      await unit.ledger.append({
        stream: personId,
        type: 'role.granted',
        actor: ledgerActor(actor, 'admin'),
        subject: { person: personId },
        data: { role },
      });
    }
    const person = await unit.people.find(personId);
    return person === null ? refuse('not_found', 'There is no such person.') : done(person);
  });
}

async function addAccount(
  unit: Unit,
  actor: Actor,
  personId: string,
  { login, name, isDemo = false }: AddPersonCommand,
  passwordHash: string,
): Promise<boolean> {
  const id = randomUUID();
  if (!(await unit.people.addAccount({ id, personId, login, passwordHash, isDemo }))) return false;
  await unit.ledger.append({
    stream: personId,
    type: 'account.created',
    actor: ledgerActor(actor, 'admin'),
    subject: { person: personId, account: id },
    said: { name, login },
  });
  return true;
}
