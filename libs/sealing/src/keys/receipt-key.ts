import { ED25519, type Receipt, signReceipt } from '@proofdesk/ledger';
import { openSigningKey } from './signing-key.js';

/** Seconds within which an entry is promised to be in the signed tree. */
export const MAXIMUM_MERGE_DELAY = 60;

/** Signs promises of inclusion. */
export interface ReceiptSigner {
  readonly vkey: string;
  /** The signed note for an entry that is committed: a promise for one that might yet be rolled back would be broken. */
  sign(entry: Omit<Receipt, 'mmd'>): string;
}

/**
 * The receipt key of the api, made on first use in a folder of the api's own as `receipt.key` (mode 0400), with `receipt.vkey`
 * beside it for the policy. It is not the log's key: who steals it can promise, not sign a tree.
 * @throws SealFault where the key cannot be used
 */
export function openReceiptKey(folder: string, name = 'proofdesk.local/receipts'): ReceiptSigner {
  const { key, sign, vkey } = openSigningKey(folder, 'receipt', name, ED25519);
  return { vkey, sign: (entry) => signReceipt({ ...entry, mmd: MAXIMUM_MERGE_DELAY }, key, sign) };
}
