import { type AssertionSummary, type ReviewTaskQuery } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Page } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function listReviewTasks(
  _desk: Desk,
  _actor: Actor,
  _command: ReviewTaskQuery,
): Promise<Outcome<Page<AssertionSummary>>> {
  throw new Error('not written yet');
}
