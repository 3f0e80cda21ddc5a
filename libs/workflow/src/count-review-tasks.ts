import { type ReviewTaskCounts, type ReviewTaskQuery } from '@proofdesk/contract';
import { permit, viewerOf } from './act.js';
import { type Actor } from './actor.js';
import { read } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** How many review tasks there are by state, sourcing and risk, under the same filters as the list. */
export async function countReviewTasks(
  desk: Desk,
  actor: Actor,
  command: Omit<ReviewTaskQuery, 'after' | 'limit'>,
): Promise<Outcome<ReviewTaskCounts>> {
  const allowed = permit(actor, 'task.list');
  if (!allowed.ok) return allowed;
  return read(desk, async (unit) => done(await unit.view.tasks.count(viewerOf(actor), command)));
}
