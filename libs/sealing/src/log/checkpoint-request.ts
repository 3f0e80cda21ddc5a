import { formatWitnessRequest } from '@proofdesk/ledger';
import { type Sql } from './sql.js';
import { readConsistencyProof } from './stored-tiles.js';
import { readCheckpoint, readOpenLog } from './tables.js';

export type CheckpointRequest =
  | { readonly ok: true; readonly value: { readonly text: string; readonly size: number; readonly log: number } }
  | {
      readonly ok: false;
      readonly refusal: { readonly code: 'NOTHING_SIGNED' | 'SIZE_TOO_LARGE'; readonly message: string };
    };

/**
 * The newest checkpoint of the open log with the proof that it continues the tree of `since` leaves: the request of
 * c2sp.org/tlog-witness, for any witness, by whatever way.
 * @param since size of the last checkpoint that the witness saw; 0 for one that saw none
 */
export async function checkpointRequest(sql: Sql, since: number): Promise<CheckpointRequest> {
  const row = await readOpenLog(sql);
  const last = row && (await readCheckpoint(sql, row.log));
  if (row === undefined || last === undefined)
    return { ok: false, refusal: { code: 'NOTHING_SIGNED', message: 'the sealer has signed nothing yet' } };
  if (since > last.size)
    return {
      ok: false,
      refusal: {
        code: 'SIZE_TOO_LARGE',
        message: `the newest checkpoint of ${row.origin} has ${last.size} leaves, fewer than ${since}`,
      },
    };
  const proof = await readConsistencyProof(sql, row.log, since, last.size);
  const text = formatWitnessRequest({ oldSize: since, proof, note: last.note });
  return { ok: true, value: { text, size: last.size, log: row.log } };
}
