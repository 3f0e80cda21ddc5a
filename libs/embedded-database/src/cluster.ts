import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Binaries } from './binaries.js';
import { findLeftover } from './leftover.js';
import { type ServerUser } from './server-user.js';
import { StartFault } from './start-fault.js';

const mebibyte = 1024 * 1024;
const neededMebibytes = 200;

/** One PostgreSQL cluster on disk and the programs that run it. */
export interface Cluster {
  data: string;
  binaries: Binaries;
  user: ServerUser;
}

/** PostgreSQL's own text settings do not follow the caller's language: messages are read by us. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const as = (user: ServerUser) => (user ? { uid: user.uid, gid: user.gid } : {});

/** @throws StartFault `disk-full` when too little room is left for a cluster and its log. */
export function requireRoom(data: string): void {
  const { bavail, bsize } = statfsSync(data);
  const free = Math.floor((bavail * bsize) / mebibyte);
  if (free < neededMebibytes) {
    throw new StartFault(
      'disk-full',
      `Only ${free} MiB are free where ${data} lies; Proofdesk needs ${neededMebibytes}. Make room, or set PROOFDESK_HOME to another disk.`,
    );
  }
}

/** Makes the cluster if the folder is empty. @throws StartFault where the folder is another version's or not a cluster. */
export function initialise({ data, binaries, user }: Cluster, password: string): void {
  const major = binaries.version.split('.')[0];
  const versionFile = join(data, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim();
    if (found === major) return;
    throw new StartFault(
      'wrong-version',
      `${data} belongs to PostgreSQL ${found}, this Proofdesk brings PostgreSQL ${major}. Nothing was touched: dump it with the old version, or set PROOFDESK_HOME to a new folder.`,
    );
  }
  if (readdirSync(data).length > 0) {
    throw new StartFault(
      'foreign-folder',
      `${data} is not empty and not a PostgreSQL folder. Nothing was touched: set PROOFDESK_HOME to another folder, or move it away.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-'));
  const passwordFile = join(folder, 'password');
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
    const flags = [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth=scram-sha-256',
      '--username=postgres',
    ];
    run({ data, binaries, user }, 'initdb', [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...flags]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server that outlived its supervisor (kill -9) holds the folder: it is stopped properly before a new one starts. */
export function stopLeftover(cluster: Cluster): boolean {
  if (findLeftover(cluster.data) === 'none') return false;
  // Process ids are used again: pg_ctl asks whether it is this cluster's server.
  if (pgCtl(cluster, 'status') !== 0) return false;
  const stop = (mode: 'fast' | 'immediate') => pgCtl(cluster, 'stop', '-m', mode, '-w', '-t', '30') === 0;
  if (!stop('fast') && !stop('immediate') && findLeftover(cluster.data) === 'running') {
    throw new StartFault(
      'failed',
      `A PostgreSQL server from an earlier run holds ${cluster.data} and does not stop. End it by hand: the first line of postmaster.pid there is its process.`,
    );
  }
  return true;
}

const pgCtl = ({ data, binaries, user }: Cluster, ...flags: string[]) =>
  spawnSync(join(binaries.folder, 'bin', 'pg_ctl'), [...flags, '-D', data], {
    ...as(user),
    env: environment,
    cwd: '/',
    stdio: 'ignore',
    timeout: 60_000,
  }).status;

function run({ data, binaries, user }: Cluster, program: string, flags: string[]): void {
  const { status, stderr, stdout } = spawnSync(join(binaries.folder, 'bin', program), flags, {
    ...as(user),
    env: environment,
    cwd: '/',
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status === 0) return;
  const said = `${stderr ?? ''}${stdout ?? ''}`.trim();
  if (/No space left/i.test(said))
    throw new StartFault(
      'disk-full',
      `The disk that holds ${data} is full. Make room, or set PROOFDESK_HOME to another disk.`,
    );
  throw new StartFault('failed', `PostgreSQL's ${program} failed:\n${said}`);
}

/** Starts the server on a loopback port and waits until it takes connections. */
export function launch(
  { data, binaries, user }: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const child = spawn(join(binaries.folder, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...as(user),
    env: environment,
    cwd: '/',
    // Its own group: Ctrl-C must reach it through us, after api and worker have let go of it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      if (said.length < 20_000) said += chunk.toString('utf8');
      if (said.includes('database system is ready to accept connections')) resolve(child);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(
        new StartFault(
          /No space left/i.test(said) ? 'disk-full' : 'failed',
          `PostgreSQL stopped at once (exit status ${code}):\n${said.trim()}`,
        ),
      ),
    );
  });
}
