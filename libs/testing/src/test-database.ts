import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

type LoginRole = 'superuser' | 'migrator' | 'app' | 'sealer' | 'auditor';

interface TestServers {
  urls: Record<LoginRole, string>;
  redisUrl: string;
}

/** The servers that the Jest global setup started. @throws Error outside the Jest project `db` */
export function testServers(): TestServers {
  const text = process.env.PROOFDESK_TEST;
  if (text === undefined) throw new Error('no test servers: name the file *.db.spec.ts and run npm run test:db');
  return JSON.parse(text) as TestServers;
}

/** A migrated database of one's own. */
export interface TestDatabase {
  name: string;
  /** Connection string for that role. */
  url(role: LoginRole): string;
  drop(): Promise<void>;
}

/** Clones the migrated template; takes tens of milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { urls } = testServers();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE proofdesk_template OWNER proofdesk_owner`);
  return {
    name,
    url: (role) => withDatabase(urls[role], name),
    drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(testServers().urls.superuser, 'postgres') });
  await client.connect();
  try {
    // Two specs that clone at once block each other for a moment; a template in use is refused.
    for (let tries = 0; ; tries += 1) {
      try {
        await client.query(sql);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== '55006' || tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  } finally {
    await client.end();
  }
}
