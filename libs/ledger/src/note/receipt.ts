import { type VerifierCrypto } from '../encoding/crypto.js';
import { HEX_256, ORIGIN, UUID } from '../encoding/shape.js';
import { instant, MAX_SEQ } from '../record/entry-shape.js';
import { type NoteKey } from './note-key.js';
import { type Policy } from './policy.js';
import { checkSignature, parseNote, type SignEd25519, signNote } from './signed-note.js';

const FIRST_LINE = 'proofdesk.receipt/1';

/** A promise, given with the answer to a decision: this entry will be in the tree at most `mmd` seconds after `at`. */
export interface Receipt {
  readonly origin: string;
  readonly stream: string;
  readonly seq: number;
  /** Leaf hash in hexadecimal. */
  readonly leaf: string;
  /** The entry's time. */
  readonly at: string;
  /** Maximum merge delay in seconds. */
  readonly mmd: number;
}

/** Signs a receipt as a note. It covers what no checkpoint covers: the seconds before an entry is sealed. */
export function signReceipt(receipt: Receipt, key: NoteKey, sign: SignEd25519): string {
  const text = `${FIRST_LINE}\n${receipt.origin}\n${receipt.stream} ${receipt.seq}\n${receipt.leaf}\n${receipt.at}\n${receipt.mmd}\n`;
  if (parseReceiptText(text) === undefined) throw new TypeError('Not a receipt');
  return signNote(text, key, sign);
}

export type OpenedReceipt =
  | { readonly ok: true; readonly value: Receipt }
  | { readonly ok: false; readonly refusal: { readonly code: 'BAD_RECEIPT'; readonly message: string } };

/** Believes a receipt only if a receipt key of the policy signed it. */
export async function openReceipt(
  note: string,
  policy: Policy,
  crypto: Pick<VerifierCrypto, 'verifyEd25519'>,
): Promise<OpenedReceipt> {
  const refuse = (message: string): OpenedReceipt => ({ ok: false, refusal: { code: 'BAD_RECEIPT', message } });
  const signed = parseNote(note);
  const receipt = signed && parseReceiptText(signed.text);
  if (signed === undefined || receipt === undefined) return refuse('The receipt is malformed');
  const origins = new Set([...policy.logs.map((key) => key.name), ...policy.formerOrigins]);
  if (!origins.has(receipt.origin)) return refuse(`The policy knows no log ${receipt.origin}`);
  const states = await Promise.all(
    policy.receipts.map(async (key) => (await checkSignature(signed, key, crypto)).state),
  );
  if (states.includes('wrong')) return refuse('The signature of the receipt is wrong');
  return states.includes('right') ? { ok: true, value: receipt } : refuse('No receipt key of the policy signed it');
}

function parseReceiptText(text: string): Receipt | undefined {
  const [first, origin = '', place = '', leaf = '', at = '', mmd = '', last, ...more] = text.split('\n');
  const [, stream = '', digits = ''] = /^(\S+) ([1-9]\d{0,9})$/.exec(place) ?? [];
  const seq = Number(digits);
  const right =
    first === FIRST_LINE &&
    last === '' &&
    more.length === 0 &&
    ORIGIN.test(origin) &&
    UUID.test(stream) &&
    seq <= MAX_SEQ;
  if (!right || !HEX_256.test(leaf) || instant(at, '') !== undefined || !/^[1-9]\d{0,5}$/.test(mmd)) return undefined;
  return { origin, stream, seq, leaf, at, mmd: Number(mmd) };
}

/** What the ledger says about a promise: kept, not due yet, or broken, and how. */
export type ReceiptState = 'kept' | 'pending' | 'entry_missing' | 'entry_changed' | 'not_sealed_in_time';

/**
 * @param found the entry at the receipt's place, if any: its leaf hash, and whether it is in the signed tree
 * @param now the time as text in the form of `at`
 */
export function receiptState(
  receipt: Receipt,
  found: { readonly leaf: string; readonly sealed: boolean } | undefined,
  now: string,
): ReceiptState {
  if (found === undefined) return 'entry_missing';
  if (found.leaf !== receipt.leaf) return 'entry_changed';
  if (found.sealed) return 'kept';
  return milliseconds(now) - milliseconds(receipt.at) > receipt.mmd * 1000 ? 'not_sealed_in_time' : 'pending';
}

function milliseconds(at: string): number {
  return Date.parse(`${at.slice(0, 23)}Z`);
}
