import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { pinLogs, readPolicy, Witness } from '@proofdesk/sealing';
import { readConfig } from '../config.js';
import { readText } from './read-text.js';

interface WitnessOptions {
  readonly folder?: string;
  readonly policy?: string;
  readonly name?: string;
  readonly note?: boolean;
}

/**
 * Cosigns a checkpoint, or without one prints this witness's verifier key, making it on first use.
 * @throws Error in words where the checkpoint is not cosigned; with the status of c2sp.org/tlog-witness
 */
export async function cosignFile(file: string | undefined, options: WitnessOptions): Promise<void> {
  const folder = options.folder === undefined ? join(readConfig().home, 'witness') : resolve(options.folder);
  const { logs } = await pinLogs(folder, options.policy === undefined ? [] : (await readPolicy(options.policy)).logs);
  if (file !== undefined && logs.length === 0)
    throw new Error(
      'this witness knows no log yet: name the newsroom’s policy with --policy FILE, and compare its key by another way than the one it came by',
    );
  const witness = Witness.open(folder, options.name ?? `${hostname()}/witness`);
  if (file === undefined) {
    process.stdout.write(`${witness.vkey}\n`);
    return;
  }
  const cosigned = await witness.cosign(await readText(file), { logs });
  if (!cosigned.ok)
    throw new Error(
      `not cosigned (${cosigned.status}): ${cosigned.message}${cosigned.status === 409 ? `\nAsk for: proofdesk checkpoint --since ${cosigned.seen}` : ''}`,
    );
  process.stdout.write(options.note === true ? cosigned.note : cosigned.line);
}
