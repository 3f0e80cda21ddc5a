// A throw-away server with our tables and BullMQ's, for one bench.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '@proofdesk/embedded-database';
import { migrateJobQueue } from '@proofdesk/job-queue';
import { migrate } from '@proofdesk/persistence';

/** Durable settings (fsync on): a figure without them would flatter everybody. */
export async function withDatabase(work) {
  const home = mkdtempSync(join(tmpdir(), 'proofdesk-bench-'));
  const database = await startEmbeddedDatabase({ home });
  try {
    await migrate(database.url('migrator'));
    await migrateJobQueue(database.url('migrator'));
    return await work(database);
  } finally {
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
