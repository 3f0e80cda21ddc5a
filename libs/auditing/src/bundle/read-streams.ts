import { type LedgerEntry } from '@proofdesk/ledger';
import { type ClientBase } from 'pg';

/** An entry as it stands, with its place in the tree; null where it has none yet. */
export interface PlacedEntry {
  readonly stream: string;
  readonly seq: number;
  readonly body: string;
  readonly entry: LedgerEntry;
  readonly index: number | null;
}

/** All entries of some streams, by stream, in order. */
export async function readStreams(
  client: ClientBase,
  log: number,
  streams: readonly string[],
): Promise<Map<string, PlacedEntry[]>> {
  const { rows } = await client.query<{ stream: string; seq: number; body: Buffer; index: string | null }>(
    `SELECT e.stream, e.seq, e.body, l.index FROM ledger.entry e
       LEFT JOIN ledger.leaf l ON l.log = $1 AND l.stream = e.stream AND l.seq = e.seq
      WHERE e.stream = ANY ($2::uuid[]) ORDER BY e.stream, e.seq`,
    [log, streams],
  );
  const read = new Map<string, PlacedEntry[]>();
  for (const { stream, seq, body: bytes, index } of rows) {
    const body = bytes.toString('utf8');
    const placed = {
      stream,
      seq,
      body,
      entry: JSON.parse(body) as LedgerEntry,
      index: index === null ? null : Number(index),
    };
    const entries = read.get(stream);
    if (entries === undefined) read.set(stream, [placed]);
    else entries.push(placed);
  }
  return read;
}
