import { pendingMigrations } from '@proofdesk/persistence';
import { readConfig, type WorkerConfig } from './config.js';
import { createWorker } from './create-worker.js';
import { JsonLog, wordsOf } from './json-log.js';

const config = readConfig();
if (config.ok) await run(config.value);
else {
  process.stderr.write(`The worker cannot start:\n${config.faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exitCode = 2;
}

async function run(settings: WorkerConfig): Promise<void> {
  const log = new JsonLog(settings.logLevel);
  try {
    const pending = await pendingMigrations(settings.databaseUrl);
    if (pending.length > 0)
      throw new Error(`the database lacks ${pending.length} migrations: run "proofdesk migrate" first`);
    const app = await createWorker(settings, log);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        // Pools and queues are closed by then; what is left open must not keep the process.
        void app.close().finally(() => process.exit(0));
      });
  } catch (error) {
    log.line('error', 'worker.cannot_start', { error: wordsOf(error) });
    process.exit(1);
  }
}
