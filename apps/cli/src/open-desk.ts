import { checkArticle } from '@proofdesk/extraction';
import { openDatabase } from '@proofdesk/persistence';
import { type Desk } from '@proofdesk/workflow';

/** The desk as the command line uses it: the engine runs in this process, nothing is published from here. */
export async function openDesk(databaseUrl: string): Promise<Desk> {
  return {
    db: await openDatabase(databaseUrl),
    engine: { check: (text) => Promise.resolve(checkArticle(text)) },
    newsroom: 'Proofdesk',
    publicUrl: '',
    demoAccounts: [],
  };
}
