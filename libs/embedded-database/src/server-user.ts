import { execFileSync, spawnSync } from 'node:child_process';

/** The operating-system user the server runs as; `null` means: as ourselves. */
export type ServerUser = { uid: number; gid: number } | null;

const idOf = (flag: '-u' | '-g') =>
  Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));

function postgresIds(): { uid: number; gid: number } | null {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root, so root lends it the account `postgres`, made on first use. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const known = postgresIds();
  if (known) return known;
  spawnSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
  spawnSync(
    'useradd',
    ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    {
      stdio: 'ignore',
    },
  );
  const made = postgresIds();
  if (!made)
    throw new Error(
      'PostgreSQL cannot run as root, and the account "postgres" could not be made: run as an ordinary user.',
    );
  return made;
}

/** Whether that user may enter the folder: a parent with mode 0700 (a root home, `mktemp -d`) shuts it out. */
export function canReach(user: ServerUser, folder: string): boolean {
  if (user === null) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}
