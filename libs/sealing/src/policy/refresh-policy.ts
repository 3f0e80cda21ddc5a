import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COSIGNATURE_V1, ED25519, type Policy } from '@proofdesk/ledger';
import { readIfThere } from '../disk/disk.js';
import { type Sql } from '../log/sql.js';
import { readVerifierKey, writePolicy } from './policy-file.js';

export interface PolicySources {
  /** The sealer's folder: it holds `keys/`, `witnesses` and the policy. */
  readonly folder: string;
  /** The origin that entries carry before the first log is opened. */
  readonly firstOrigin: string;
  readonly receiptKeyFile: string | undefined;
  readonly witnessKeyFile: string | undefined;
}

/** Puts the policy together from the verifier keys that lie about, and writes it if it changed. */
export async function refreshPolicy(sql: Sql, sources: PolicySources): Promise<Policy> {
  const { folder, firstOrigin, receiptKeyFile, witnessKeyFile } = sources;
  const keys = join(folder, 'keys');
  const files = readdirSync(keys)
    .filter((file) => /^log-\d+\.vkey$/.test(file))
    .sort((a, b) => numberIn(a) - numberIn(b));
  const logs: string[] = [];
  for (const file of files) {
    const vkey = await readVerifierKey(join(keys, file), ED25519);
    if (vkey !== undefined) logs.push(vkey);
  }
  const { rows } = await sql.query<{ origin: string }>('SELECT origin FROM ledger.log ORDER BY id');
  const open = rows.at(-1)?.origin;
  const origins = new Set([firstOrigin, ...rows.map(({ origin }) => origin)]);
  const receipt = receiptKeyFile && (await readVerifierKey(receiptKeyFile, ED25519));
  return writePolicy(folder, {
    logs,
    formerOrigins: [...origins].filter((origin) => origin !== open),
    receipts: receipt ? [receipt] : [],
    witnessBeside: witnessKeyFile && (await readVerifierKey(witnessKeyFile, COSIGNATURE_V1)),
    ownLines: readIfThere(join(folder, 'witnesses')) ?? '',
  });
}

const numberIn = (file: string): number => Number(/\d+/.exec(file)?.[0]);
