import { type EntryProof } from '@proofdesk/contract';

/**
 * Joins the place of each entry `e` in the open log, the first checkpoint over it, and the first cosignature of one. A place
 * with another hash is not this entry's: it was changed after it was sealed, and nothing is proven of what it says now.
 * Each is one step in an index.
 */
export const proofJoins = `
    LEFT JOIN ledger.leaf place ON place.log = (SELECT max(id) FROM ledger.log) AND place.stream = e.stream AND place.seq = e.seq
      AND place.leaf = e.leaf
    LEFT JOIN LATERAL (SELECT c.size, c.signed_at FROM ledger.checkpoint c
       WHERE c.log = place.log AND c.size > place.index ORDER BY c.size LIMIT 1) signed ON true
    LEFT JOIN LATERAL (SELECT w.witness, w.at FROM ledger.cosignature w
       WHERE w.log = place.log AND w.size > place.index ORDER BY w.size, w.witness LIMIT 1) seen ON true`;

export const proofColumns = `place.index::text AS "leafIndex", signed.size::text AS "signedSize",
         ledger.instant_text(signed.signed_at) AS "signedAt", seen.witness, ledger.instant_text(seen.at) AS "witnessedAt"`;

export interface ProofSqlRow {
  leafIndex: string | null;
  signedSize: string | null;
  signedAt: string | null;
  witness: string | null;
  witnessedAt: string | null;
}

/** A place without a signature over it is no proof yet. */
export function toProof({ leafIndex, signedSize, signedAt, witness, witnessedAt }: ProofSqlRow): EntryProof {
  const checkpoint = signedSize === null || signedAt === null ? null : { size: Number(signedSize), at: signedAt };
  const isWitnessed = checkpoint !== null && witness !== null && witnessedAt !== null;
  return {
    state: isWitnessed ? 'witnessed' : checkpoint === null ? 'pending' : 'integrated',
    index: leafIndex === null ? null : Number(leafIndex),
    checkpoint,
    witness: isWitnessed ? { name: witness, at: witnessedAt } : null,
  };
}
