import {
  type Finding,
  leafHash,
  openReceipt,
  type Policy,
  type Receipt,
  receiptState,
  type ReceiptState,
  type SyncCrypto,
  toHex,
} from '@proofdesk/ledger';
import { type ClientBase } from 'pg';

const words: Readonly<Record<Exclude<ReceiptState, 'kept' | 'pending'>, string>> = {
  entry_missing: 'the entry that was promised is not there',
  entry_changed: 'another entry stands where one was promised',
  not_sealed_in_time: 'the entry was not sealed within the time promised',
};

export interface ReceiptsSeen {
  readonly kept: number;
  readonly pending: number;
  readonly findings: readonly Finding[];
}

/**
 * Holds receipts that people kept against the ledger. They cover what no checkpoint covers: the seconds before an entry
 * is sealed, and a ledger that was wiped or rewritten with all its keys.
 * @param sealedSize number of leaves under the newest checkpoint that holds
 */
export async function checkReceipts(
  client: ClientBase,
  notes: readonly string[],
  at: { readonly log: number; readonly sealedSize: number; readonly now: string },
  policy: Policy,
  crypto: SyncCrypto,
): Promise<ReceiptsSeen> {
  let [kept, pending] = [0, 0];
  const findings: Finding[] = [];
  for (let i = 0; i < notes.length; i += AT_A_TIME) {
    const opened = await openAll(notes.slice(i, i + AT_A_TIME), i, policy, crypto, findings);
    for (const [receipt, found] of await findEntries(client, opened, at, crypto)) {
      const state = receiptState(receipt, found, at.now);
      const { stream, seq } = receipt;
      if (state === 'kept') kept++;
      else if (state === 'pending') pending++;
      else findings.push({ code: 'RECEIPT_BROKEN', stream, seq, message: words[state] });
    }
  }
  return { kept, pending, findings };
}

const AT_A_TIME = 500;

async function openAll(
  notes: readonly string[],
  from: number,
  policy: Policy,
  crypto: SyncCrypto,
  findings: Finding[],
): Promise<Receipt[]> {
  const opened: Receipt[] = [];
  for (const [i, note] of notes.entries()) {
    const receipt = await openReceipt(note, policy, crypto);
    if (receipt.ok) opened.push(receipt.value);
    else {
      const message = `receipt ${from + i + 1} proves nothing: ${receipt.refusal.message}`;
      findings.push({ code: 'RECEIPT_BROKEN', message });
    }
  }
  return opened;
}

type Found = Parameters<typeof receiptState>[1];

/** What stands at the places of the receipts, hashed again. */
async function findEntries(
  client: ClientBase,
  receipts: readonly Receipt[],
  at: { readonly log: number; readonly sealedSize: number },
  crypto: SyncCrypto,
): Promise<[Receipt, Found][]> {
  const { rows } = await client.query<{ n: string; body: Buffer; sealed: boolean }>(
    `SELECT p.n, e.body, coalesce(l.index < $4, false) AS sealed
       FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS p (stream, seq, n)
       JOIN ledger.entry e ON e.stream = p.stream AND e.seq = p.seq
       LEFT JOIN ledger.leaf l ON l.log = $3 AND l.stream = e.stream AND l.seq = e.seq`,
    [receipts.map(({ stream }) => stream), receipts.map(({ seq }) => seq), at.log, at.sealedSize],
  );
  const found = new Map(rows.map(({ n, ...row }) => [Number(n) - 1, row]));
  return receipts.map((receipt, i) => {
    const row = found.get(i);
    return [receipt, row && { leaf: toHex(leafHash(row.body, crypto.sha256)), sealed: row.sealed }];
  });
}
