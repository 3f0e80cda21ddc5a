import { type Notification } from '@proofdesk/contract';
import { permit } from './act.js';
import { type Actor } from './actor.js';
import { type Page, type PageRequest } from './command.js';
import { read } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** What the desk told this person, newest first. */
export async function listNotifications(
  desk: Desk,
  actor: Actor,
  command: PageRequest,
): Promise<Outcome<Page<Notification>>> {
  const allowed = permit(actor, 'notification.read');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return done({ items: [], next: null });
  return read(desk, async (unit) => done(await unit.notifications.list(actor.personId, command.after, command.limit)));
}
