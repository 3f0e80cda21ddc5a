import { openCheckpoint, type Policy, type SyncCrypto } from '@proofdesk/ledger';
import { type ClientBase } from 'pg';

export interface ChosenCheckpoint {
  readonly size: number;
  /** Signed note with all cosignatures. */
  readonly note: string;
}

const NEWEST = 200;

/**
 * The checkpoint to prove by: the newest one over at least `size` leaves that the policy believes, quorum and all. Without
 * a policy, the newest that any witness cosigned, else the newest.
 */
export async function chooseCheckpoint(
  client: ClientBase,
  log: number,
  size: number,
  policy: Policy | undefined,
  crypto: SyncCrypto,
): Promise<ChosenCheckpoint | undefined> {
  const { rows } = await client.query<{ size: string; note: string; lines: string[] }>(
    `SELECT c.size, c.note, array(SELECT w.line FROM ledger.cosignature w
              WHERE w.log = c.log AND w.size = c.size ORDER BY w.at, w.witness) AS lines
       FROM ledger.checkpoint c WHERE c.log = $1 AND c.size >= $2 ORDER BY c.size DESC LIMIT ${NEWEST}`,
    [log, size],
  );
  const chosen: (ChosenCheckpoint & { isCosigned: boolean })[] = rows.map((row) => ({
    size: Number(row.size),
    note: row.note + row.lines.map((line) => (line.endsWith('\n') ? line : `${line}\n`)).join(''),
    isCosigned: row.lines.length > 0,
  }));
  if (policy === undefined) return chosen.find(({ isCosigned }) => isCosigned) ?? chosen[0];
  for (const each of chosen) if ((await openCheckpoint(each.note, policy, crypto)).ok) return each;
  return undefined;
}
