import { type PublicationSummary } from '@proofdesk/contract';
import { type PageRequest, type Page } from './command.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

/** Public: nobody needs to be signed in. */
export async function listPublications(_desk: Desk, _command: PageRequest): Promise<Outcome<Page<PublicationSummary>>> {
  throw new Error('not written yet');
}
