import { readFileSync } from 'node:fs';
import { Database } from '@proofdesk/persistence';
import { openReceiptKey } from '@proofdesk/sealing';
import { type Desk } from '@proofdesk/workflow';
import { z } from 'zod';
import { roleSchema } from '@proofdesk/contract';
import { type ApiConfig, readConfig } from './config.js';
import { createApi } from './create-api.js';
import { LedgerFiles } from './ledger-files.js';
import { JsonLog, describe } from './json-log.js';

const stopWithinMs = 8_000;
const personSchema = z.object({ name: z.string(), login: z.string(), roles: z.array(roleSchema) });

async function openDesk(config: ApiConfig): Promise<Desk> {
  return {
    db: await Database.open({ url: config.databaseUrl }),
    engine: { check: () => Promise.reject(new Error('the api takes articles; the worker extracts')) },
    newsroom: config.newsroom,
    publicUrl: config.publicUrl,
    demoAccounts: demoAccounts(config),
  };
}

function demoAccounts({ demo }: ApiConfig): Desk['demoAccounts'] {
  if (demo === null) return [];
  const people = z.array(personSchema).parse(JSON.parse(readFileSync(demo.peopleFile, 'utf8')));
  return people.map((person) => ({ ...person, password: demo.password }));
}

async function main(): Promise<void> {
  const config = readConfig();
  if (!config.ok) {
    process.stderr.write(`The api cannot start with these settings:\n  ${config.faults.join('\n  ')}\n`);
    process.exitCode = 78;
    return;
  }
  const log = new JsonLog(config.value.logLevel);
  const receipts = openReceiptKey(config.value.folder);
  const desk = await openDesk(config.value);
  const fingerprint = await desk.db.read((unit) => unit.view.ledgerHealth.fingerprint());
  const files = LedgerFiles.open(config.value, fingerprint);
  if (files.watch().notedFingerprint !== fingerprint) log.line('error', 'ledger.barriers_changed', { fingerprint });
  const app = await createApi({ desk, config: config.value, log, receipts, files });
  await app.listen(config.value.port, config.value.host);
  log.line('info', 'api.listening', { host: config.value.host, port: config.value.port });

  let isStopping = false;
  const stop = async (why: string) => {
    if (isStopping) return;
    isStopping = true;
    log.line('info', 'api.stopping', { why });
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await app.close();
    await desk.db.close();
    log.line('info', 'api.stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

process.on('unhandledRejection', (error) => {
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), level: 'error', event: 'api.died', error: describe(error) })}\n`,
  );
  process.exit(1);
});
await main();
