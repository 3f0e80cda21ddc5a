import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canReach, type ServerUser } from './server-user.js';

/** Where root keeps what the server's user must reach when the home folder is closed to it. */
const reachableRoot = '/var/lib/proofdesk';

/** `data` is the cluster's folder, `programs` where a reachable copy of the programs may be put. */
export interface Places {
  data: string;
  programs: string;
}

/**
 * Chooses the folders once and remembers the choice in `<home>/database-folder`, so that a later start finds the same
 * data even when the home folder's mode has changed in between.
 */
export function choosePlaces(home: string, user: ServerUser): Places {
  mkdirSync(home, { recursive: true });
  const note = join(home, 'database-folder');
  const remembered = existsSync(note) ? readFileSync(note, 'utf8').trim() : null;
  const data = remembered ?? (canReach(user, home) ? join(home, 'postgres') : join(reachableRoot, keyOf(home)));
  mkdirSync(dirname(data), { recursive: true, mode: 0o755 });
  if (!existsSync(data)) mkdirSync(data, { mode: 0o700 });
  chmodSync(data, 0o700);
  if (user) chownSync(data, user.uid, user.gid);
  if (remembered === null) writeFileSync(note, `${data}\n`);
  return { data, programs: reachableRoot };
}

/** Random as well, so that a new installation at the path of a deleted one does not find a stranger's data. */
const keyOf = (home: string) =>
  `${createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12)}-${randomBytes(3).toString('hex')}`;
