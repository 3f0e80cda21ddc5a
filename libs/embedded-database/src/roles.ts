import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { loginRoles, roleName, type Passwords } from './secrets.js';

/**
 * Makes the database roles and the database, or brings their passwords up to date. The owner cannot sign in; migrations
 * run as a member of it; the app owns nothing.
 * @param superuserUrl connection string of a role that may create roles and databases
 */
export async function createRoles(
  superuserUrl: string,
  database: string,
  passwords: Partial<Passwords>,
): Promise<void> {
  const client = new Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await ensureRole(client, 'proofdesk_owner', 'NOLOGIN');
    for (const role of loginRoles) {
      const password = passwords[role];
      if (role === 'superuser' || password === undefined) continue;
      await ensureRole(client, roleName(role), `LOGIN PASSWORD ${escapeLiteral(password)}`);
    }
    await client.query('GRANT proofdesk_owner TO proofdesk_migrator');
    await ensureDatabase(client, database);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, name: string, options: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${escapeIdentifier(name)} ${options}`);
}

async function ensureDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  await client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER proofdesk_owner`);
}
