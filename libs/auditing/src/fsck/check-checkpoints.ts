import { checkCheckpoint, type Finding, type Policy, type SyncCrypto, type TreeHead } from '@proofdesk/ledger';
import { type ClientBase } from 'pg';

interface NoteRow {
  readonly size: string;
  readonly root: Buffer;
  readonly note: string;
  readonly cosignatures: readonly string[];
}

export interface CheckpointsSeen {
  /** Those whose signatures are right, in order of size. */
  readonly heads: readonly TreeHead[];
  readonly count: number;
  /** Size of the largest that witnesses cosigned, and how many did. */
  readonly cosigned: { readonly size: number; readonly witnesses: readonly string[] } | null;
  readonly findings: readonly Finding[];
}

const AT_A_TIME = 1_000;

/** Every stored checkpoint of one log: signed by a key of the policy, its cosignatures right, its columns what it says. */
export async function checkCheckpoints(
  client: ClientBase,
  log: number,
  policy: Policy,
  crypto: SyncCrypto,
): Promise<CheckpointsSeen> {
  const heads: TreeHead[] = [];
  const findings: Finding[] = [];
  let count = 0;
  let cosigned: CheckpointsSeen['cosigned'] = null;
  for (let after = '-1'; ;) {
    const { rows } = await client.query<NoteRow>(
      `SELECT c.size, c.root, c.note, array(SELECT w.line FROM ledger.cosignature w
                WHERE w.log = c.log AND w.size = c.size ORDER BY w.at, w.witness) AS cosignatures
         FROM ledger.checkpoint c WHERE c.log = $1 AND c.size > $2 ORDER BY c.size LIMIT ${AT_A_TIME}`,
      [log, after],
    );
    for (const row of rows) {
      count++;
      const checked = await checkCheckpoint({ ...row, size: Number(row.size) }, policy, crypto);
      if (!checked.ok) findings.push(checked.finding);
      else {
        heads.push(checked.head);
        const witnesses = checked.cosigners.map(({ name }) => name);
        if (witnesses.length > 0) cosigned = { size: checked.head.size, witnesses };
      }
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_A_TIME) break;
    after = last.size;
  }
  return { heads, count, cosigned, findings };
}
