import { ledgerActor } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** Ends the session; a second time does nothing. */
export async function signOut(desk: Desk, actor: Actor): Promise<Outcome<null>> {
  if (actor.kind !== 'person') return done(null);
  return decide(desk, async (unit) => {
    if (await unit.sessions.end(actor.sessionId))
      await unit.ledger.append({
        stream: actor.accountId,
        type: 'session.closed',
        actor: ledgerActor(actor, actor.roles[0] ?? 'reporter'),
        subject: { account: actor.accountId, person: actor.personId },
      });
    return done(null);
  });
}
