import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openJobQueue } from '@proofdesk/job-queue';
import { pendingMigrations } from '@proofdesk/persistence';
import { readConfig, type CliConfig } from './config.js';
import { runningDesk, withDatabaseUrl } from './running-database.js';
import { requireFreePort } from './start/port.js';

/** What was looked at, and what was seen; throws with the way to mend it. */
type Examination = [what: string, look: () => Promise<string> | string];

/** Prints one line per examination; the exit status is 1 when one of them finds a fault. */
export async function examine(): Promise<void> {
  const config = readConfig();
  for (const [what, look] of examinations(config)) {
    try {
      process.stdout.write(`✓ ${what}: ${await look()}\n`);
    } catch (error) {
      process.stdout.write(`✗ ${what}: ${(error as Error).message}\n`);
      process.exitCode = 1;
    }
  }
}

function examinations(config: CliConfig): Examination[] {
  const running = runningDesk(config.home);
  const list: Examination[] = [
    ['Node', () => process.version],
    ['Build', requireBuild],
    ['Disk', () => roomIn(config.home)],
    ['Desk', () => deskState(config, running)],
  ];
  if (running || config.databaseUrl) {
    list.push(['Database', () => databaseState(config)], ['Job queue', () => queueState(config)]);
  }
  return list;
}

function requireBuild(): string {
  const missing = ['api/dist/main.js', 'worker/dist/main.js', 'desk/dist/index.html'].filter(
    (file) => !existsSync(fileURLToPath(new URL(`../../${file}`, import.meta.url))),
  );
  if (missing.length) throw new Error(`not built: ${missing.join(', ')}. Run: npm run build`);
  return 'api, worker and desk are built';
}

function roomIn(home: string): string {
  mkdirSync(home, { recursive: true });
  const { bavail, bsize } = statfsSync(home);
  const mebibytes = Math.floor((bavail * bsize) / 1024 / 1024);
  if (mebibytes < 200) throw new Error(`only ${mebibytes} MiB are free at ${home}; 200 are needed`);
  return `${mebibytes} MiB free at ${home}`;
}

async function deskState(config: CliConfig, running: ReturnType<typeof runningDesk>): Promise<string> {
  const address = running?.address ?? `http://localhost:${config.port}`;
  const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (answer?.ok) return `running at ${address}`;
  if (running) throw new Error(`running at ${address}, but not ready`);
  await requireFreePort(config.port);
  return `not running; port ${config.port} is free`;
}

async function databaseState(config: CliConfig): Promise<string> {
  const pending = await pendingMigrations(await withDatabaseUrl('migrator', config));
  if (pending.length) throw new Error(`${pending.length} migrations are missing. Run: proofdesk migrate`);
  return 'reachable, tables up to date';
}

async function queueState(config: CliConfig): Promise<string> {
  const jobQueue = await openJobQueue({
    databaseUrl: await withDatabaseUrl('app', config),
    redisUrl: config.redisUrl,
    production: true,
  });
  try {
    const { waiting, failed } = await jobQueue.counts('extract-assertions');
    return `on ${jobQueue.backend}; ${waiting} extractions waiting, ${failed} failed`;
  } finally {
    await jobQueue.close();
  }
}
