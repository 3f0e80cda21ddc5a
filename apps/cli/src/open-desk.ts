import { checkArticle } from '@proofdesk/extraction';
import { Database } from '@proofdesk/persistence';
import { type Desk } from '@proofdesk/workflow';

/** The desk as the command line uses it: the engine runs in this process, nothing is published from here. */
export async function openDesk(databaseUrl: string): Promise<Desk> {
  return {
    db: await Database.open({ url: databaseUrl, poolSize: 4 }),
    engine: { check: (text) => Promise.resolve(checkArticle(text)) },
    newsroom: 'Proofdesk',
    publicUrl: '',
    demoAccounts: [],
  };
}
