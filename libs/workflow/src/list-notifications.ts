import { type Notification } from '@proofdesk/contract';
import { type Actor } from './actor.js';
import { type PageRequest, type Page } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function listNotifications(
  _desk: Desk,
  _actor: Actor,
  _command: PageRequest,
): Promise<Outcome<Page<Notification>>> {
  throw new Error('not written yet');
}
