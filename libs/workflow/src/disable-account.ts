import { type Person } from '@proofdesk/contract';
import { ledgerActor, permit } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { done, refuse, type Outcome } from './refusal.js';

/** Closes an account and ends its sessions at once. The last way in for an admin stays. Refusal: person.last_admin. */
export async function disableAccount(
  desk: Desk,
  actor: Actor,
  command: { readonly accountId: string },
): Promise<Outcome<Person>> {
  const allowed = permit(actor, 'account.disable');
  if (!allowed.ok) return allowed;
  return decide(desk, async (unit) => {
    const account = await unit.people.findAccount(command.accountId);
    if (account === null) return notFound('account');
    const { id, personId } = account;
    const isLastWayIn =
      (await unit.people.holds(personId, 'admin')) &&
      (await unit.people.otherAdmins(personId)) === 0 &&
      (await unit.people.otherOpenAccounts(personId, id)) === 0;
    if (isLastWayIn) return refuse('person.last_admin', 'This is the last admin’s only account.');
    if (!account.isDisabled) {
      await unit.people.setDisabled(id, true);
      const ended = await unit.sessions.endAllOf(id);
      await unit.ledger.append({
        stream: personId,
        type: 'account.disabled',
        actor: ledgerActor(actor, 'admin'),
        subject: { person: personId, account: id },
        data: { sessionsEnded: ended },
      });
    }
    const person = await unit.people.find(personId);
    return person === null ? notFound('account') : done(person);
  });
}
