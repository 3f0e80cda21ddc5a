import { type ReviewTask, type TakeNext } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

/** Refusal task.none_available when nothing fits (the api answers 204). */
export async function takeNextTask(_desk: Desk, _actor: Actor, _command: TakeNext): Promise<Outcome<ReviewTask>> {
  throw new Error('not written yet');
}
