import * as node from 'node:crypto';
import {
  commitTo,
  COMMITMENT_KEY_BYTES,
  emptyRoot,
  encodeEntry,
  leafHash,
  NO_ENTRY,
  toHex,
  type Checkpoint,
} from '@proofdesk/ledger';
import { crypto, sha256 } from '../crypto.js';
import { type Guard, type GuardHead } from '../guard/guard.js';
import { firstRow, inTransaction, type Sql } from './sql.js';
import { insertLeaves, readCheckpoint, readOpenLog, readTreeSize } from './tables.js';

/** What was signed last under the old name, and what of it is left. */
export interface ContinuedLog {
  readonly origin: string;
  readonly continues: { readonly log: number } & Checkpoint;
  /** Leaves that were signed and are gone; 0 where none is, or where they were rewritten. */
  readonly missing: number;
}

export interface ContinueOptions {
  /** Why, in the operator's words: kept in the erasable vault, committed to in the entry. */
  readonly reason: string;
  /** Version of the software. */
  readonly software: string;
  /** The name of a log that was never opened in this database and is unknown to the guard. */
  readonly origin: string;
}

/**
 * Opens a new log under the next name, after a restore: its first leaf is a `log.continued` entry that says what was signed
 * before and how much of it is gone. Never is a smaller tree signed under an old name. The sealer must not run meanwhile, and api
 * and worker must be started anew, since the database takes only entries of the new name afterwards.
 * @throws Error where the database refuses
 */
export async function continueLog(sql: Sql, guard: Guard, options: ContinueOptions): Promise<ContinuedLog> {
  const row = await readOpenLog(sql);
  const head = guard.head;
  // A continuation that was begun and not finished is finished, under the name the guard has noted.
  const begun = head?.continues !== undefined && head.size === 0 && (row === undefined || row.log < head.log);
  const continues = begun ? (head.continues ?? head) : await newest(sql, head, row?.log, options.origin);
  const next: GuardHead = begun
    ? head
    : {
        log: Math.max(head?.log ?? 0, row?.log ?? 0) + 1,
        origin: nextOrigin(continues.origin),
        size: 0,
        root: emptyRoot(sha256),
        continues,
      };
  const left = await readTreeSize(sql, continues.log);
  const missing = Math.max(0, continues.size - left);
  // The guard first: an entry in the database alone must not be able to make the sealer forget what it signed.
  guard.advance(next);
  await inTransaction(sql, 'BEGIN', () => appendContinued(sql, next, { continues, missing }, options));
  return { origin: next.origin, continues, missing };
}

/** The larger of what the guard and the database say was signed last. */
async function newest(
  sql: Sql,
  head: GuardHead | undefined,
  log: number | undefined,
  origin: string,
): Promise<{ log: number } & Checkpoint> {
  const row = log === undefined ? undefined : await readOpenLog(sql);
  const last = row && (await readCheckpoint(sql, row.log));
  if (head !== undefined && (row === undefined || row.log < head.log || (last?.size ?? 0) <= head.size)) {
    const { log: number, origin: name, size, root } = head;
    return { log: number, origin: name, size, root };
  }
  return {
    log: row?.log ?? 0,
    origin: row?.origin ?? origin,
    size: last?.size ?? 0,
    root: last?.root ?? emptyRoot(sha256),
  };
}

/** `desk.example/1` -> `desk.example/2`; a name without a number gets one. */
export function nextOrigin(origin: string): string {
  const [, base = origin, digits] = /^(.+)\/(\d{1,6})$/.exec(origin) ?? [];
  return digits === undefined ? `${origin}/2` : `${base}/${Number(digits) + 1}`;
}

async function appendContinued(
  sql: Sql,
  { log, origin }: GuardHead,
  { continues, missing }: Pick<ContinuedLog, 'continues' | 'missing'>,
  { reason, software }: ContinueOptions,
): Promise<void> {
  const clock = await firstRow<{ at: string }>(sql, 'SELECT ledger.instant_text(clock_timestamp()) AS at');
  const stream = node.randomUUID();
  const said = commitTo(reason.normalize('NFC'), node.randomBytes(COMMITMENT_KEY_BYTES), crypto.hmacSha256);
  const body = encodeEntry({
    v: 1,
    origin,
    id: node.randomUUID(),
    stream,
    seq: 1,
    prev: NO_ENTRY,
    type: 'log.continued',
    at: clock?.at ?? '',
    actor: { kind: 'system', id: 'sealer' },
    data: { origin: continues.origin, size: continues.size, root: toHex(continues.root), missing },
    commits: { reason: said.commitHex },
    sw: software,
  });
  await sql.query('SELECT ledger.continue_log($1, $2, $3, $4, $5, $6, $7)', [
    log,
    origin,
    stream,
    Buffer.from(body),
    Buffer.from(said.commit),
    Buffer.from(said.key),
    Buffer.from(said.value),
  ]);
  await insertLeaves(sql, log, 0, [{ stream, seq: 1, leaf: leafHash(body, sha256) }]);
}
