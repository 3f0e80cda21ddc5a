import { leafHash, toHex, type Sha256 } from '@proofdesk/ledger';

/**
 * Recomputes the leaf of a record in the browser. The ledger says what is hashed; WebCrypto, which only answers later,
 * hashes it.
 */
export async function leafOf(body: string): Promise<string> {
  let toHash = new Uint8Array();
  const remember: Sha256 = (bytes) => (toHash = new Uint8Array(bytes));
  leafHash(new TextEncoder().encode(body), remember);
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', toHash)));
}
