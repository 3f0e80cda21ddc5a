import { type AssertionSummary, type ReviewTaskQuery } from '@proofdesk/contract';
import { permit, viewerOf } from './act.js';
import { type Actor } from './actor.js';
import { type Page } from './command.js';
import { read } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** Risk first, then check-worthiness, then age; what was returned to this person stands before everything. */
export async function listReviewTasks(
  desk: Desk,
  actor: Actor,
  command: ReviewTaskQuery,
): Promise<Outcome<Page<AssertionSummary>>> {
  const allowed = permit(actor, 'task.list');
  if (!allowed.ok) return allowed;
  return read(desk, async (unit) => done(await unit.view.tasks.list(viewerOf(actor), command)));
}
