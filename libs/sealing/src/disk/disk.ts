import * as fs from 'node:fs';
import { join } from 'node:path';

/** What is asked of the file system, so that a test can make each of it fail. */
export type Disk = Pick<
  typeof fs,
  | 'closeSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'openSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'writeSync'
>;

export const disk: Disk = fs;

let drafts = 0;

/** Writes a new file that nobody reads yet, and waits until its bytes are on the disk. Gives its path. */
export function writeDraft(folder: string, name: string, text: string, mode: number, on: Disk): string {
  const path = join(folder, `.${name}.${process.pid}.${drafts++}`);
  const handle = on.openSync(path, 'wx', mode);
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length;) at += on.writeSync(handle, bytes, at);
    on.fsyncSync(handle);
  } catch (error) {
    forget(path, on);
    throw error;
  } finally {
    on.closeSync(handle);
  }
  return path;
}

/** Waits until the names in a folder are on the disk, not only the bytes of its files. */
export function syncFolder(folder: string, on: Disk): void {
  // Windows opens no folders as files; there the file system keeps names and bytes in step by itself.
  if (process.platform === 'win32') return;
  const handle = on.openSync(folder, 'r');
  try {
    on.fsyncSync(handle);
  } finally {
    on.closeSync(handle);
  }
}

/** Puts a file in place of another in one step: after a crash there is the old or the new one, whole. */
export function replaceFile(folder: string, name: string, text: string, mode: number, on: Disk = disk): void {
  const draft = writeDraft(folder, name, text, mode, on);
  try {
    on.renameSync(draft, join(folder, name));
  } catch (error) {
    forget(draft, on);
    throw error;
  }
  syncFolder(folder, on);
}

/** Makes a file that must not be there yet. @returns false where it is */
export function createFile(folder: string, name: string, text: string, mode: number, on: Disk = disk): boolean {
  const draft = writeDraft(folder, name, text, mode, on);
  try {
    on.linkSync(draft, join(folder, name));
    syncFolder(folder, on);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    forget(draft, on);
  }
}

export function readIfThere(path: string, on: Disk = disk): string | undefined {
  try {
    return on.readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function forget(path: string, on: Disk): void {
  try {
    on.unlinkSync(path);
  } catch {
    // A draft that stays is only untidy.
  }
}
