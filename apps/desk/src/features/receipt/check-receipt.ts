import {
  openReceipt,
  receiptState,
  type EventType,
  type Policy,
  type Receipt,
  type ReceiptState,
  type VerifierCrypto,
} from '@proofdesk/ledger';
import { type LedgerEntry } from '@proofdesk/contract';

/** What became of a promise. `unsigned`: no receipt key of the policy signed it. `late`: kept, but after its time. */
export type ReceiptVerdict = ReceiptState | 'late' | 'unsigned';

export interface CheckedReceipt {
  readonly verdict: ReceiptVerdict;
  readonly type: EventType | string | null;
}

/** The promise in a note, whoever signed it; undefined for anything else. */
export function readReceipt(note: string): Receipt | undefined {
  const [first, origin = '', place = '', leaf = '', at = '', mmd = ''] = note.split('\n');
  const [stream = '', seq = ''] = place.split(' ');
  return first === 'proofdesk.receipt/1' && stream !== ''
    ? { origin, stream, seq: Number(seq), leaf, at, mmd: Number(mmd) }
    : undefined;
}

const seconds = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

/**
 * Holds a receipt against the history as it is served now. The leaf is computed here from the entry's bytes.
 * @param leafOf SHA-256 leaf hash of an entry's bytes, in hexadecimal
 * @param policy null where there is none: the signature then stays unchecked
 */
export async function checkReceipt(
  note: string,
  history: readonly LedgerEntry[],
  policy: Policy | null,
  crypto: VerifierCrypto,
  leafOf: (body: string) => Promise<string>,
  now: Date = new Date(),
): Promise<CheckedReceipt> {
  const receipt = readReceipt(note);
  if (receipt === undefined) return { verdict: 'unsigned', type: null };
  const entry = history.find(({ seq }) => seq === receipt.seq);
  const type = entry?.type ?? null;
  if (policy !== null && !(await openReceipt(note, policy, crypto)).ok) return { verdict: 'unsigned', type };
  const found =
    entry === undefined ? undefined : { leaf: await leafOf(entry.body), sealed: entry.proof.checkpoint !== null };
  const state = receiptState(receipt, found, now.toISOString());
  const sealedAt = entry?.proof.checkpoint?.at;
  const isLate = state === 'kept' && sealedAt !== undefined && seconds(receipt.at, sealedAt) > receipt.mmd;
  return { verdict: isLate ? 'late' : state, type };
}

/** Verdicts that somebody must look into. */
export const isBroken = (verdict: ReceiptVerdict): boolean =>
  verdict !== 'kept' && verdict !== 'pending' && verdict !== 'late';
