import { type Welcome } from '@proofdesk/contract';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function readWelcome(_desk: Desk): Promise<Outcome<Welcome>> {
  throw new Error('not written yet');
}
