import { type Person } from '@proofdesk/contract';
import { ledgerActor, permit } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** Opens a disabled account again; its owner signs in anew. */
export async function enableAccount(
  desk: Desk,
  actor: Actor,
  command: { readonly accountId: string },
): Promise<Outcome<Person>> {
  const allowed = permit(actor, 'account.enable');
  if (!allowed.ok) return allowed;
  return decide(desk, async (unit) => {
    const account = await unit.people.findAccount(command.accountId);
    if (account === null) return notFound('account');
    const { id, personId } = account;
    if (account.isDisabled) {
      await unit.people.setDisabled(id, false);
      await unit.ledger.append({
        stream: personId,
        type: 'account.enabled',
        actor: ledgerActor(actor, 'admin'),
        subject: { person: personId, account: id },
      });
    }
    const person = await unit.people.find(personId);
    return person === null ? notFound('account') : done(person);
  });
}
