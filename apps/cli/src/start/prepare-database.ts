import { freePort, startEmbeddedDatabase, type EmbeddedDatabase } from '@proofdesk/embedded-database';
import { migrateJobQueue } from '@proofdesk/job-queue';
import { migrate } from '@proofdesk/persistence';
import { type CliConfig } from '../config.js';
import { seedDemo } from '../seed/seed-demo.js';
import { step } from './progress.js';

export interface DatabaseUrls {
  app: string;
  sealer: string | undefined;
}

/** Starts the embedded server; `null` where `DATABASE_URL` names a server of the operator's own. */
export async function openDatabaseServer(config: CliConfig): Promise<EmbeddedDatabase | null> {
  if (config.databaseUrl !== undefined) return null;
  return step('Starting PostgreSQL', async () =>
    startEmbeddedDatabase({
      home: config.home,
      port: await freePort(),
      log: (line) => process.stdout.write(`\n    ${line}\n`),
    }),
  );
}

/** Migrates, and fills an empty embedded desk with the demo. A server of the operator's own never gets demo accounts. */
export async function prepareDatabase(
  config: CliConfig,
  database: EmbeddedDatabase | null,
  demo: boolean,
): Promise<DatabaseUrls> {
  const migratorUrl = database?.url('migrator') ?? config.migratorUrl;
  if (migratorUrl) await step('Bringing the tables up to date', () => migrateAll(migratorUrl));
  if (database && demo) await step('Filling in the demo', () => seedDemo(database.url('app')));
  const app = database?.url('app') ?? config.databaseUrl;
  if (app === undefined) throw new Error('there is no database');
  return { app, sealer: database?.url('sealer') ?? config.sealerUrl };
}

/** Our tables and BullMQ's. */
export async function migrateAll(migratorUrl: string): Promise<void> {
  await migrate(migratorUrl);
  await migrateJobQueue(migratorUrl);
}
