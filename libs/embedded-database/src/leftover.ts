import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a cluster's `postmaster.pid` says of an earlier server. */
export type Leftover = 'none' | 'running';

/**
 * Looks whether a server from an earlier run still holds the folder. A killed server whose body nobody has collected (a
 * zombie: containers often have no init process) still answers to signal 0, so PostgreSQL would take it for alive and
 * refuse to start: its file is removed.
 */
export function findLeftover(data: string): Leftover {
  const file = join(data, 'postmaster.pid');
  const pid = firstNumber(file);
  if (pid === null || !answers(pid)) return 'none';
  if (!isZombie(pid)) return 'running';
  rmSync(file, { force: true });
  return 'none';
}

function firstNumber(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isZombie(pid: number): boolean {
  try {
    // The state is the first field after the name, which stands in parentheses and may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^\) [ZX]/.test(stat.slice(stat.lastIndexOf(')')));
  } catch {
    return false;
  }
}
