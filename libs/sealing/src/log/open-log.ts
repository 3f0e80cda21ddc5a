import { bytesEqual, CompactRange, ED25519, hashesFromTiles, openCheckpoint, subtreesOf } from '@proofdesk/ledger';
import { crypto, sha256 } from '../crypto.js';
import { type Guard, type GuardHead } from '../guard/guard.js';
import { openSigningKey, readSigningKey, type SigningKey } from '../keys/signing-key.js';
import { SealFault } from '../seal-fault.js';
import { firstRow, type Sql } from './sql.js';
import { readTiles } from './stored-tiles.js';
import { readCheckpoint, readOpenLog, readTreeSize, type CheckpointRow, type LogRow } from './tables.js';

/** A log that may be continued: the database and the guard agree on it. */
export interface OpenLog extends LogRow {
  readonly key: SigningKey;
  /** The tree of the guard's head. */
  readonly tree: CompactRange;
  /** Leaves in the database; there may be more than the guard's head has. */
  readonly stored: number;
  /** Size of the newest checkpoint in the database. */
  readonly published: number;
}

export const keyFileOf = (log: number): string => `log-${log}`;

/**
 * Opens the log where it was left, also after a crash at any point: leaves without a signature, or a guard that moved before
 * its checkpoint was stored. The first start opens log 1 and makes its key.
 * @param keys folder of the signing keys
 * @throws SealFault where database, guard and key do not agree
 */
export async function openLog(sql: Sql, guard: Guard, keys: string, origin: string): Promise<OpenLog> {
  const head = guard.head;
  const row = (await readOpenLog(sql)) ?? (head === undefined ? await openFirst(sql, origin) : undefined);
  if (row === undefined || (head !== undefined && row.log < head.log)) throw rolledBack(head, 'no such log');
  const last = await readCheckpoint(sql, row.log);
  const published = last?.size ?? 0;
  if (head === undefined ? published > 0 || row.log > 1 : row.log > head.log || published > headSize(head, row))
    throw new SealFault(
      'GUARD_BEHIND',
      `the database holds a checkpoint of ${published} under ${row.origin} that the guard does not know. ${AFTER_RESTORE}`,
    );
  if (head !== undefined && head.origin !== row.origin)
    throw rolledBack(head, `log ${row.log} under the name ${row.origin}`);
  const key = keyOf(keys, row, head !== undefined && head.size > 0);
  if (last !== undefined) await checkSigned(last, row, key);
  const stored = await readTreeSize(sql, row.log);
  return { ...row, key, tree: await readTree(sql, row, head, stored), stored, published };
}

const AFTER_RESTORE =
  'If the database or this folder was put back on purpose, go on under a new name: proofdesk log continue --reason "…"';

const headSize = (head: GuardHead, { log }: LogRow): number => (head.log === log ? head.size : 0);

function rolledBack(head: GuardHead | undefined, what: string): SealFault {
  return new SealFault(
    'LOG_ROLLED_BACK',
    `a tree of ${head?.size ?? 0} was signed under ${head?.origin ?? '?'}; the database holds ${what}. ${AFTER_RESTORE}`,
  );
}

async function openFirst(sql: Sql, origin: string): Promise<LogRow | undefined> {
  await sql.query('INSERT INTO ledger.log (id, origin) VALUES (1, $1) ON CONFLICT DO NOTHING', [origin]);
  return firstRow<{ log: number; origin: string }>(sql, 'SELECT id AS log, origin FROM ledger.log WHERE id = 1');
}

function keyOf(keys: string, { log, origin }: LogRow, hasSigned: boolean): SigningKey {
  const key = hasSigned
    ? readSigningKey(keys, keyFileOf(log), ED25519)
    : openSigningKey(keys, keyFileOf(log), origin, ED25519);
  if (key === undefined || key.key.name !== origin)
    throw new SealFault('KEY_MISSING', `${keys} has no key of ${origin}, under which was signed. ${AFTER_RESTORE}`);
  return key;
}

async function checkSigned(row: CheckpointRow, { origin }: LogRow, { key }: SigningKey): Promise<void> {
  const policy = { logs: [key], witnesses: [], quorum: { kind: 'none' }, receipts: [], formerOrigins: [] } as const;
  const opened = await openCheckpoint(row.note, policy, crypto);
  const isRight = opened.ok && opened.checkpoint.size === row.size && bytesEqual(opened.checkpoint.root, row.root);
  if (!isRight)
    throw new SealFault(
      'CHECKPOINT_WRONG',
      `the checkpoint of ${row.size} under ${origin} is not what this key signed`,
    );
}

async function readTree(sql: Sql, row: LogRow, head: GuardHead | undefined, stored: number): Promise<CompactRange> {
  const size = head?.size ?? 0;
  if (stored < size) throw rolledBack(head, `${stored} leaves`);
  if (head === undefined || size === 0) return new CompactRange(sha256);
  const all = { start: 0, end: size };
  let tree: CompactRange;
  try {
    const hashes = hashesFromTiles(await readTiles(sql, row.log, [all]), sha256);
    tree = new CompactRange(sha256, size, subtreesOf(all).map(hashes));
  } catch (error) {
    if (error instanceof RangeError) throw rolledBack(head, 'an incomplete tree');
    throw error;
  }
  if (!bytesEqual(tree.root(), head.root)) throw rolledBack(head, `another tree of that size`);
  return tree;
}
