import { createHash } from 'node:crypto';
import { type StandingPiece, type TaskFacts, type VerdictFacts } from '@proofdesk/persistence';
import { evidenceSetBytes } from '@proofdesk/provenance';
import { whyStale } from '@proofdesk/verdicts';

/** Lower-case hex SHA-256 of bytes, or of a string's UTF-8. */
export const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The hash by which a verdict is bound to its evidence. */
export const hashOfEvidence = (standing: readonly StandingPiece[]): string => sha256Hex(evidenceSetBytes(standing));

/** Why a verdict no longer stands on the words and the evidence as they are now; empty when it does. */
export function whyVerdictIsStale(
  verdict: VerdictFacts,
  task: Pick<TaskFacts, 'revisionId' | 'exactSha256'>,
  standing: readonly StandingPiece[],
): string[] {
  return whyStale(verdict, {
    revisionId: task.revisionId,
    exactSha256: task.exactSha256,
    evidenceSha256: hashOfEvidence(standing),
    // A newsroom that takes another scale into use does not unsettle verdicts given under the old one.
    scaleId: verdict.scaleId,
    scaleVersion: verdict.scaleVersion,
  });
}
