import { type Desk } from './desk.js';
import { done, refuse, type Outcome } from './refusal.js';

/** After the last attempt: the outbox row shows that the work failed and why, and is not driven again by itself. */
export async function giveUpWork(
  desk: Desk,
  command: { readonly topic: string; readonly jobKey: string; readonly reason: string },
): Promise<Outcome<null>> {
  const id = workOf(command.jobKey);
  if (id === null) return refuse('not_found', 'The job key names no work.');
  await desk.db.transaction((unit) => unit.outbox.markFailed(command.topic, id, command.reason));
  return done(null);
}

/** The outbox row behind a job key (`<topic>-<uuid>-g<generation>`), or null for a key that no queue gave. */
export const workOf = (jobKey: string): string | null => /([0-9a-f-]{36})-g\d+$/.exec(jobKey)?.[1] ?? null;
