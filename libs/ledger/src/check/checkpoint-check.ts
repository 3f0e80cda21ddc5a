import { bytesEqual } from '../encoding/bytes.js';
import { type VerifierCrypto } from '../encoding/crypto.js';
import { type Cosigner, openCheckpoint } from '../note/open-checkpoint.js';
import { type Policy } from '../note/policy.js';
import { type Finding } from './finding.js';
import { type TreeHead } from './tree-check.js';

/** A row of ledger.checkpoint with the lines of its cosignatures. */
export interface CheckpointRow {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly cosignatures: readonly string[];
}

export type CheckedCheckpoint =
  | { readonly ok: true; readonly head: TreeHead; readonly cosigners: readonly Cosigner[] }
  | { readonly ok: false; readonly finding: Finding };

/** Whether a stored checkpoint is signed by the log of the policy, its cosignatures are right, and its columns say the same. */
export async function checkCheckpoint(
  row: CheckpointRow,
  policy: Policy,
  crypto: VerifierCrypto,
): Promise<CheckedCheckpoint> {
  const wrong = (message: string): CheckedCheckpoint => ({
    ok: false,
    finding: { code: 'CHECKPOINT_WRONG', lastIndex: row.size - 1, message: `checkpoint of ${row.size}: ${message}` },
  });
  const note = row.note + row.cosignatures.map((line) => (line.endsWith('\n') ? line : `${line}\n`)).join('');
  const opened = await openCheckpoint(note, policy, crypto, { needQuorum: false });
  if (!opened.ok) return wrong(opened.message);
  const { checkpoint, cosigners } = opened;
  if (checkpoint.size !== row.size || !bytesEqual(checkpoint.root, row.root))
    return wrong('the signed note says another size or root than its row');
  return { ok: true, head: { size: checkpoint.size, root: checkpoint.root }, cosigners };
}
