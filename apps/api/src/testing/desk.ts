import { checkArticle } from '@proofdesk/extraction';
import { Database } from '@proofdesk/persistence';
import { type TestDatabase, createTestDatabase } from '@proofdesk/testing';
import { type Actor, type Desk, type Role, addPerson, extractAssertions } from '@proofdesk/workflow';
import { type ApiConfig } from '../config.js';
import { Client } from './client.js';
import { type Served, serve } from './serve.js';

export const password = 'correct horse battery staple';
const machine: Actor = { kind: 'system', name: 'spec' };

/** One of each role and a second checker and editor, by login. */
const cast: Record<string, Role[]> = {
  admin: ['admin'],
  checker: ['checker'],
  checker2: ['checker'],
  editor: ['editor'],
  editor2: ['editor'],
  auditor: ['auditor'],
  reporter: ['reporter'],
  service: ['service'],
  both: ['checker', 'editor'],
};

/** The api over a database of its own, with people in it. */
export interface ServedDesk extends Served {
  readonly desk: Desk;
  readonly database: TestDatabase;
  /** Person ids by login. */
  readonly people: Readonly<Record<string, string>>;
  /** Signs in; the same client again for the same login. */
  as(login: string): Promise<Client>;
  /** Does the worker's part on an article: its assertions are extracted in this process. */
  extract(ingested: { revisionId: string }): Promise<void>;
}

export async function serveDesk(
  changes: Partial<ApiConfig> = {},
  more: Parameters<typeof serve>[2] = {},
  given?: TestDatabase,
): Promise<ServedDesk> {
  const database = given ?? (await createTestDatabase());
  const db = await Database.open({ url: database.url('app') });
  const desk: Desk = {
    db,
    engine: { check: (text) => Promise.resolve(checkArticle(text)) },
    newsroom: 'The Desk',
    publicUrl: 'http://localhost:4400',
    demoAccounts: [],
  };
  const people: Record<string, string> = {};
  for (const [login, roles] of Object.entries(cast)) {
    const added = await addPerson(desk, machine, { name: `Person ${login}`, login, password, roles });
    if (!added.ok) throw new Error(`${login}: ${added.refusal.detail}`);
    people[login] = added.value.id;
  }
  const served = await serve(desk, { databaseUrl: database.url('app'), ...changes }, more);
  const clients = new Map<string, Client>();
  return {
    ...served,
    desk,
    database,
    people,
    as: async (login) => {
      const client = clients.get(login) ?? (await Client.signIn(served.address, login, password));
      clients.set(login, client);
      return client;
    },
    extract: async ({ revisionId }) => {
      const extracted = await extractAssertions(desk, { revisionId, jobKey: `extract-assertions-${revisionId}-g0` });
      if (!extracted.ok) throw new Error(extracted.refusal.detail);
    },
    close: async () => {
      await served.close();
      await db.close();
      await database.drop();
    },
  };
}
