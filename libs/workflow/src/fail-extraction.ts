import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

export async function failExtraction(
  _desk: Desk,
  _command: { readonly revisionId: string; readonly reason: string },
): Promise<Outcome<null>> {
  throw new Error('not written yet');
}
