import { permit } from './act.js';
import { type Actor } from './actor.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** Marks everything read that this person was told. */
export async function markNotificationsRead(desk: Desk, actor: Actor): Promise<Outcome<{ readonly marked: number }>> {
  const allowed = permit(actor, 'notification.read');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return done({ marked: 0 });
  return done({ marked: await desk.db.transaction((unit) => unit.notifications.markAllRead(actor.personId)) });
}
