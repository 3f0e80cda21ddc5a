import { LATEST_SCHEMA_VERSION, runMigrations } from 'bullmq';
import { Client, escapeIdentifier } from 'pg';
import { queueSchema } from './backend.js';

/**
 * Brings BullMQ's own tables (schema `bullmq`) up to date and lets the app role use them. Without this a worker on the
 * PostgreSQL back end would only log that the schema is missing.
 * @param migratorUrl connection string of a role that may create schemas
 * @param appRole database role that works the queue
 * @returns schema version of BullMQ
 */
export async function migrateJobQueue(migratorUrl: string, appRole = 'proofdesk_app'): Promise<number> {
  const client = new Client({ connectionString: migratorUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
    const role = escapeIdentifier(appRole);
    // CREATE: BullMQ makes one sequence per queue on first use.
    await client.query(`GRANT USAGE, CREATE ON SCHEMA ${queueSchema} TO ${role}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${role}`);
    await client.query(`GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${queueSchema} TO ${role}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${role}`);
    return LATEST_SCHEMA_VERSION;
  } finally {
    await client.end();
  }
}
