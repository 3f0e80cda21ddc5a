export { ChainCheck } from './check/chain-check.js';
export type { ChainRow } from './check/chain-check.js';
export { checkCheckpoint } from './check/checkpoint-check.js';
export type { CheckedCheckpoint, CheckpointRow } from './check/checkpoint-check.js';
export { readEntryLinks } from './check/entry-links.js';
export type { EntryLinks } from './check/entry-links.js';
export type { Finding, FindingCode } from './check/finding.js';
export { TreeCheck } from './check/tree-check.js';
export type { LeafRow, TreeHead } from './check/tree-check.js';
export { bytesEqual, fromBase64, fromHex, toBase64, toHex } from './encoding/bytes.js';
export { canonicalBytes, canonicalFault, parseCanonical } from './encoding/canonical-json.js';
export type { JsonObject, JsonValue } from './encoding/canonical-json.js';
export { nodeCrypto, webCrypto } from './encoding/crypto.js';
export type { HmacSha256, Sha256, SyncCrypto, VerifierCrypto } from './encoding/crypto.js';
export { checkpointText, parseCheckpointText, signCheckpoint } from './note/checkpoint.js';
export type { Checkpoint } from './note/checkpoint.js';
export { COSIGNATURE_V1, ED25519, formatVerifierKey, noteKey, parseVerifierKey } from './note/note-key.js';
export type { NoteKey, SignatureType } from './note/note-key.js';
export { openCheckpoint } from './note/open-checkpoint.js';
export type { CheckpointCode, Cosigner, OpenedCheckpoint } from './note/open-checkpoint.js';
export { isQuorum, parsePolicy } from './note/policy.js';
export type { ParsedPolicy, Policy, QuorumRule } from './note/policy.js';
export { openReceipt, receiptState, signReceipt } from './note/receipt.js';
export type { OpenedReceipt, Receipt, ReceiptState } from './note/receipt.js';
export { checkSignature, cosignatureLine, parseNote, signNote } from './note/signed-note.js';
export type { NoteSignature, SignatureCheck, SignedNote, SignEd25519 } from './note/signed-note.js';
export { decideCosigning, formatWitnessRequest, parseWitnessRequest } from './note/witness.js';
export type { WitnessDecision, WitnessRefusal, WitnessRequest } from './note/witness.js';
export { encodeBundle, MAX_BUNDLE_BYTES } from './proof/bundle.js';
export type { BundledEntry, BundledStream, Disclosure, ProofBundle } from './proof/bundle.js';
export { decisionRules } from './proof/decision-rules.js';
export type { Fault, Findings, VerdictState } from './proof/findings.js';
export { allRules } from './proof/replay.js';
export type { ProvenEntry, ProvenHistory, ReplayFault, ReplayRules } from './proof/replay.js';
export { verifyBundle } from './proof/verify-bundle.js';
export { commitTo, COMMITMENT_KEY_BYTES, opensCommitment } from './record/commitment.js';
export type { Commitment } from './record/commitment.js';
export { decodeEntry, encodeEntry, leafHash, MAX_ENTRY_BYTES } from './record/entry-bytes.js';
export type { DecodedEntry } from './record/entry-bytes.js';
export { entryFault } from './record/entry-shape.js';
export { entryAfter, NO_ENTRY } from './record/entry.js';
export type {
  Actor,
  EntryData,
  EntryDraft,
  EntryRef,
  EvidenceRef,
  LedgerEntry,
  StreamHead,
  Subject,
} from './record/entry.js';
export { EVENT_TYPES } from './record/event-type.js';
export type { EventType } from './record/event-type.js';
export { formatStreamETag, matchesHead, parseStreamETag } from './record/stream-etag.js';
export type { StreamTag } from './record/stream-etag.js';
export { CompactRange } from './tree/compact-range.js';
export type { OnSubtree } from './tree/compact-range.js';
export { emptyRoot, HASH_BYTES, nodeHash } from './tree/node-hash.js';
export {
  consistencyProof,
  consistencyRanges,
  inclusionProof,
  inclusionRanges,
  rangeHash,
  subtreesOf,
} from './tree/subtrees.js';
export type { LeafRange, Subtree, SubtreeHashes } from './tree/subtrees.js';
export {
  hashesFromTiles,
  rootFromTiles,
  TILE_HEIGHT,
  TILE_WIDTH,
  tileKey,
  tilePath,
  tilesFor,
  tilesOfTree,
} from './tree/tiles.js';
export type { Tile, TileId } from './tree/tiles.js';
export { verifyConsistency, verifyInclusion } from './tree/verify-proof.js';
