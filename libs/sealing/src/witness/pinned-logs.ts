import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatVerifierKey, parsePolicy, type NoteKey } from '@proofdesk/ledger';
import { crypto } from '../crypto.js';
import { readIfThere, replaceFile } from '../disk/disk.js';

const FILE = 'logs.txt';

/**
 * The keys a witness goes by: the first key that it was shown for an origin stays the key of that origin. A new origin is taken
 * over, since a log that is continued after a restore has one; it begins from nothing there.
 */
export async function pinLogs(folder: string, shown: readonly NoteKey[]): Promise<{ logs: NoteKey[] }> {
  mkdirSync(folder, { recursive: true });
  const text = readIfThere(join(folder, FILE));
  const parsed = text === undefined ? undefined : await parsePolicy(`${text}quorum none\n`, crypto);
  if (parsed?.ok === false) throw new Error(`${join(folder, FILE)}: ${parsed.refusal.message}`);
  const pinned = parsed?.ok === true ? [...parsed.value.logs] : [];
  const added = shown.filter((key) => !pinned.some(({ name }) => name === key.name));
  const logs = [...pinned, ...added];
  if (added.length > 0) replaceFile(folder, FILE, logs.map((key) => `log ${formatVerifierKey(key)}\n`).join(''), 0o600);
  return { logs };
}
