// Once per run: a throw-away PostgreSQL with a migrated template database, and a Redis on a free port.
// Jest does not transform this file, so it imports the built libs: run "npm run build" (or tsc -b) first.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, loginRoles, startEmbeddedDatabase } from '@proofdesk/embedded-database';
import { migrateJobQueue } from '@proofdesk/job-queue';
import { migrate } from '@proofdesk/persistence';

export const templateDatabase = 'proofdesk_template';

export default async function setup() {
  const home = mkdtempSync(join(tmpdir(), 'proofdesk-test-'));
  const database = await startEmbeddedDatabase({ home, database: templateDatabase, throwaway: true });
  const redis = await startRedis(home);
  globalThis.__proofdesk = { home, database, redis };
  await migrate(database.url('migrator'));
  await migrateJobQueue(database.url('migrator'));
  const urls = Object.fromEntries(loginRoles.map((role) => [role, database.url(role)]));
  process.env.PROOFDESK_TEST = JSON.stringify({ urls, redisUrl: redis.url });
}

/** Append-only and without eviction, as production demands, so that the start-up checks are the real ones. */
async function startRedis(home) {
  const port = await freePort();
  const flags = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--dir',
    home,
    '--save',
    '',
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
  ];
  const child = spawn('redis-server', flags.map(String), { stdio: 'ignore' });
  const failed = once(child, 'error').then(() => {
    throw new Error('redis-server is not here. On Debian: sudo apt-get install redis-server');
  });
  await Promise.race([listening(port), failed]);
  return { url: `redis://127.0.0.1:${port}`, child };
}

async function listening(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
    ]);
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('redis-server did not start within 5 s');
}

export async function stop({ home, database, redis }) {
  redis.child.kill('SIGKILL');
  await database.stop();
  rmSync(home, { recursive: true, force: true });
}
