import { concatBytes } from '../encoding/bytes.js';
import { canonicalBytes, type JsonValue, parseCanonical } from '../encoding/canonical-json.js';
import { type Sha256 } from '../encoding/crypto.js';
import { entryFault } from './entry-shape.js';
import { type LedgerEntry } from './entry.js';

export const MAX_ENTRY_BYTES = 16_384;

/**
 * The bytes of an entry: what is stored, hashed and never changed.
 * @throws TypeError for something that is no entry (wrong shape, free text, over 16384 bytes): a bug of the caller.
 */
export function encodeEntry(entry: LedgerEntry): Uint8Array {
  const fault = entryFault(entry);
  if (fault !== undefined) throw new TypeError(`Not a ledger entry: ${fault}`);
  const bytes = canonicalBytes(entry as unknown as JsonValue);
  if (bytes.length > MAX_ENTRY_BYTES)
    throw new TypeError(`Not a ledger entry: ${bytes.length} bytes, more than ${MAX_ENTRY_BYTES}`);
  return bytes;
}

export type DecodedEntry =
  | { readonly ok: true; readonly value: LedgerEntry }
  | { readonly ok: false; readonly refusal: { readonly code: 'BAD_ENTRY'; readonly message: string } };

/** Reads an entry's bytes, strictly: right shape, and written again it gives the same bytes. */
export function decodeEntry(bytes: Uint8Array): DecodedEntry {
  const parsed = parseCanonical(bytes, MAX_ENTRY_BYTES);
  const message = parsed.ok ? entryFault(parsed.value) : parsed.message;
  if (!parsed.ok || message !== undefined) return { ok: false, refusal: { code: 'BAD_ENTRY', message: message ?? '' } };
  return { ok: true, value: parsed.value as unknown as LedgerEntry };
}

// 0x00 and room for an entry after it: hashing happens at once, so one buffer serves all and nothing is allocated.
const preimage = new Uint8Array(1 + MAX_ENTRY_BYTES);

/** RFC 6962 §2.1 leaf hash: SHA-256(0x00 ‖ bytes). PostgreSQL computes the same in a generated column. */
export function leafHash(bytes: Uint8Array, sha256: Sha256): Uint8Array {
  if (bytes.length > MAX_ENTRY_BYTES) return sha256(concatBytes(Uint8Array.of(0), bytes));
  preimage.set(bytes, 1);
  return sha256(preimage.subarray(0, 1 + bytes.length));
}
