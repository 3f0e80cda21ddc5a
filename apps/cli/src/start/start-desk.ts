import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { type EmbeddedDatabase } from '@proofdesk/embedded-database';
import { type CliConfig } from '../config.js';
import { keepAlive, type KeptChild } from './child.js';
import { describeDesk } from './describe-desk.js';
import { lockHome } from './home-lock.js';
import { requireFreePort } from './port.js';
import { programs } from './programs.js';
import { step } from './progress.js';
import { openDatabaseServer, prepareDatabase } from './prepare-database.js';
import { waitUntilReady } from './wait-until-ready.js';

const readyMs = 60_000;

/**
 * Starts everything in order, prints address and demo accounts, and ends when asked to (Ctrl-C, SIGTERM) or when a part
 * cannot be kept alive: api and worker first, the database last.
 * @throws Error in words where a part cannot start
 */
export async function startDesk(config: CliConfig, options: { demo: boolean }): Promise<void> {
  process.stdout.write('Proofdesk is starting.\n');
  await requireFreePort(config.port);
  const unlock = lockHome(config.home);
  const stopped = onStopRequested();
  const children: KeptChild[] = [];
  let database: EmbeddedDatabase | null = null;
  try {
    database = await openDatabaseServer(config);
    const urls = await prepareDatabase(config, database, options.demo);
    const log = await openLog(config.home);
    const failure = launchChildren(config, urls, options.demo && database !== null, log, children, stopped.request);
    const address = `http://localhost:${config.port}`;
    await step('Starting api and worker', () => waitUntilReady(address, readyMs, failure));
    writeFileSync(
      join(config.home, 'running.json'),
      `${JSON.stringify({ pid: process.pid, address, databasePort: database?.port ?? null })}\n`,
    );
    process.stdout.write(describeDesk(address, options.demo && database !== null, config.home));
    void database?.ended.then((code) => stopped.request(`the database server ended (exit status ${code})`));
    const reason = await stopped.promise;
    process.stdout.write(
      reason ? `\nProofdesk stops: ${reason}. See ${join(config.home, 'proofdesk.log')}\n` : '\nStopping.\n',
    );
    if (reason) process.exitCode = 1;
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await database?.stop();
    unlock();
  }
  process.stdout.write('Stopped; the data stays.\n');
}

function launchChildren(
  config: CliConfig,
  urls: { app: string; sealer: string | undefined },
  demo: boolean,
  log: (line: string) => void,
  children: KeptChild[],
  stop: (reason: string) => void,
): () => string | null {
  let failed: string | null = null;
  const onGivenUp = (name: string) => {
    failed = `${name} keeps ending; its last words are in ${join(config.home, 'proofdesk.log')}`;
    stop(failed);
  };
  for (const program of programs(config, urls, demo)) children.push(keepAlive({ ...program, log, onGivenUp }));
  return () => failed;
}

async function openLog(home: string): Promise<(line: string) => void> {
  mkdirSync(home, { recursive: true });
  const stream = createWriteStream(join(home, 'proofdesk.log'), { flags: 'a', mode: 0o600 });
  await once(stream, 'open');
  return (line) => void stream.write(`${line}\n`);
}

/** Resolves once: with nothing on Ctrl-C or SIGTERM, with a reason where a part has failed. */
function onStopRequested(): { promise: Promise<string | null>; request: (reason: string) => void } {
  let settle: (reason: string | null) => void = () => {};
  const promise = new Promise<string | null>((resolve) => (settle = resolve));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => settle(null));
  return { promise, request: settle };
}
