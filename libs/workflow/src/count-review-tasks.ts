import { type ReviewTaskCounts, type ReviewTaskQuery } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function countReviewTasks(
  _desk: Desk,
  _actor: Actor,
  _command: Omit<ReviewTaskQuery, 'after' | 'limit'>,
): Promise<Outcome<ReviewTaskCounts>> {
  throw new Error('not written yet');
}
