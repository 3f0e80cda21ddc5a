export { bytesEqual, fromBase64, fromHex, toBase64, toHex } from './encoding/bytes.js';
export { canonicalBytes, canonicalFault, parseCanonical } from './encoding/canonical-json.js';
export type { JsonObject, JsonValue } from './encoding/canonical-json.js';
export { commitTo, COMMITMENT_KEY_BYTES, opensCommitment } from './record/commitment.js';
export type { Commitment } from './record/commitment.js';
export { nodeCrypto, webCrypto } from './encoding/crypto.js';
export type { HmacSha256, Sha256, SyncCrypto, VerifierCrypto } from './encoding/crypto.js';
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
