import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function announceDecision(
  _desk: Desk,
  _command: { readonly stream: string; readonly seq: number; readonly jobKey: string },
): Promise<Outcome<{ readonly notified: number }>> {
  throw new Error('not written yet');
}
