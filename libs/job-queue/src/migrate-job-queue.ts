import { LATEST_SCHEMA_VERSION, runMigrations } from 'bullmq';
import { Client, escapeLiteral } from 'pg';
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
    await client.query(grants(appRole));
    return LATEST_SCHEMA_VERSION;
  } finally {
    await client.end();
  }
}

/** What BullMQ's migrations made is granted to the app role; the sequences that the app role made itself (one per queue, hence CREATE) are its own. */
const grants = (appRole: string) => `
  DO $$
  DECLARE role text := ${escapeLiteral(appRole)}; made text;
  BEGIN
    EXECUTE format('GRANT USAGE, CREATE ON SCHEMA ${queueSchema} TO %I', role);
    FOR made IN SELECT oid::regclass::text FROM pg_class
      WHERE relnamespace = '${queueSchema}'::regnamespace AND relkind IN ('r', 'p', 'v') AND pg_has_role(relowner, 'USAGE') LOOP
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', made, role);
    END LOOP;
    FOR made IN SELECT oid::regclass::text FROM pg_class
      WHERE relnamespace = '${queueSchema}'::regnamespace AND relkind = 'S' AND pg_has_role(relowner, 'USAGE') LOOP
      EXECUTE format('GRANT USAGE, SELECT, UPDATE ON SEQUENCE %s TO %I', made, role);
    END LOOP;
    FOR made IN SELECT oid::regprocedure::text FROM pg_proc
      WHERE pronamespace = '${queueSchema}'::regnamespace AND pg_has_role(proowner, 'USAGE') LOOP
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', made, role);
    END LOOP;
  END $$`;
