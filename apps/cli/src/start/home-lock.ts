import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One installation runs once: a second start in the same folder would stop the first one's database.
 * The file holds the process id; a file whose process has gone (kill -9) is taken over.
 * @returns a function that gives the folder back
 * @throws Error that names the running process
 */
export function lockHome(home: string): () => void {
  mkdirSync(home, { recursive: true });
  const file = join(home, 'proofdesk.pid');
  const holder = readHolder(file);
  if (holder !== null) {
    throw new Error(
      `Proofdesk is already running here (process ${holder}, folder ${home}). Stop it first, or set PROOFDESK_HOME to another folder.`,
    );
  }
  rmSync(file, { force: true });
  const handle = openSync(file, 'wx');
  writeSync(handle, `${process.pid}\n`);
  closeSync(handle);
  return () => rmSync(file, { force: true });
}

function readHolder(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isProofdesk(pid) ? pid : null;
  } catch {
    return null;
  }
}

function isProofdesk(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    // Process ids are used again: where the system tells, ask what the process is.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('proofdesk');
  } catch {
    return true;
  }
}
