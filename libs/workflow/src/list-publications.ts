import { type PublicationSummary } from '@proofdesk/contract';
import { type Page, type PageRequest } from './command.js';
import { read } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** Public: nobody needs to be signed in. Newest first. */
export async function listPublications(desk: Desk, command: PageRequest): Promise<Outcome<Page<PublicationSummary>>> {
  return read(desk, async (unit) => {
    const { items, next } = await unit.view.publications.list(command.after, command.limit);
    return done({ items: items.map((item) => ({ ...item, url: `${desk.publicUrl}/verdicts/${item.slug}` })), next });
  });
}
