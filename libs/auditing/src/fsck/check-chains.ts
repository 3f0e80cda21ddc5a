import {
  ChainCheck,
  type Finding,
  decodeEntry,
  type LedgerEntry,
  parseCanonical,
  type Sha256,
  toHex,
} from '@proofdesk/ledger';
import { type ClientBase } from 'pg';
import { copyRows, type RowCursor, uuidOf } from '../reading/copy-rows.js';
import { isPlainCanonical } from './canonical-scan.js';
import { ReplayedStream } from './replay-stream.js';

/** A body longer than this could never have been appended; it is cut here and found by its hash. */
const MAX_BODY = 65_536;
/** Streams compared with the tables at a time. */
const BATCH = 500;
/** Batches on their way at a time. */
const BATCHES = 4;

export interface ChainsOptions {
  /** The log whose leaves say what is sealed. */
  readonly log: number;
  readonly sha256: Sha256;
  /** Also the shape of each entry; and streams are handed on with their entries. */
  readonly deep: boolean;
  readonly onFindings: (found: readonly Finding[]) => void;
  /** Given whole streams, played from their entries, as they end; null where tables are not compared. */
  readonly onReplayed: ((streams: readonly ReplayedStream[]) => Promise<void>) | null;
  readonly onProgress: (entries: number) => void;
}

export interface ChainsSeen {
  readonly entries: number;
  readonly streams: number;
  readonly unsealed: number;
  /** Bytes of all bodies. */
  readonly bytes: number;
}

/**
 * Reads every entry once, stream by stream in order of seq: its bytes are canonical, hash to its leaf, follow the entry
 * before, and were sealed as they are. Memory does not grow with the ledger.
 */
export async function checkChains(client: ClientBase, options: ChainsOptions): Promise<ChainsSeen> {
  const pass = new ChainsPass(options);
  await copyRows(client, chainsSql(options.log), (row) => pass.row(row));
  await copyRows(client, emptyStreamsSql, (row) => pass.emptyStream(row));
  return pass.end();
}

// Joined so that both indexes give the order and nothing is sorted.
const chainsSql = (log: number): string => `
  SELECT e.stream, e.seq, e.leaf, l.leaf, l.index, e.body, s.seq, s.head
    FROM ledger.entry e
    LEFT JOIN ledger.leaf l ON l.log = ${log} AND l.stream = e.stream AND l.seq = e.seq
    LEFT JOIN ledger.stream s ON s.id = e.stream
   ORDER BY e.stream, e.seq`;

const emptyStreamsSql = `
  SELECT s.id, s.seq, s.head FROM ledger.stream s
   WHERE NOT EXISTS (SELECT 1 FROM ledger.entry e WHERE e.stream = s.id) ORDER BY s.id`;

/** A head that no entry can have. */
const NO_STREAM = 'none';

class ChainsPass {
  readonly #chain: ChainCheck;
  /** Bodies are kept from one row to the next, because the driver overwrites its buffer; two take turns. */
  readonly #bodies = [Buffer.alloc(MAX_BODY), Buffer.alloc(MAX_BODY)] as const;
  readonly #id = Buffer.alloc(16);
  #stream = '';
  #head = '';
  #headSeq = 0;
  #replayed: ReplayedStream | undefined;
  #batch: ReplayedStream[] = [];
  #compared = Promise.resolve();
  #waiting = 0;
  #streams = 0;
  #bytes = 0;

  constructor(private readonly options: ChainsOptions) {
    this.#chain = new ChainCheck(options.sha256, { deep: false });
  }

  row(row: RowCursor): Promise<void> | undefined {
    const isNew = this.#streams === 0 || !row.is(this.#id);
    const hold = isNew ? this.#startStream(row.bytes() ?? this.#id) : undefined;
    const seq = row.int4() ?? 0;
    const leaf = row.bytes() ?? this.#id;
    const sealedAs = row.bytes();
    const index = row.int8();
    const body = this.#keep(row);
    if (isNew) {
      this.#headSeq = row.int4() ?? 0;
      const head = row.bytes();
      this.#head = head === null ? NO_STREAM : toHex(head);
    }
    const place = { stream: this.#stream, headSeq: this.#headSeq, head: this.#head };
    const found = this.#chain.add({ ...place, entry: { seq, body, leaf, index } });
    if (sealedAs !== null && !sealedAs.equals(leaf))
      found.push({
        code: 'LEAF_DIFFERS',
        stream: this.#stream,
        seq,
        ...(index !== null && { index }),
        message: `sealed as ${toHex(sealedAs)}, the row says ${toHex(leaf)}`,
      });
    this.#read(body, seq, found);
    if (found.length > 0) this.#report(found);
    if (this.#chain.entries % 65_536 === 0) this.options.onProgress(this.#chain.entries);
    return hold;
  }

  /** A stream that has no entries. */
  emptyStream(row: RowCursor): undefined {
    this.#streams++;
    const [stream, headSeq, head] = [row.uuid() ?? '', row.int4() ?? 0, toHex(row.bytes() ?? this.#id)];
    this.#report(this.#chain.add({ stream, headSeq, head, entry: null }));
    if (this.options.onReplayed !== null) this.#batch.push(new ReplayedStream(stream));
  }

  async end(): Promise<ChainsSeen> {
    this.#report(this.#chain.finish());
    if (this.#replayed !== undefined) this.#batch.push(this.#replayed);
    await this.#compared;
    await this.options.onReplayed?.(this.#batch);
    return { entries: this.#chain.entries, streams: this.#streams, unsealed: this.#chain.unsealed, bytes: this.#bytes };
  }

  #startStream(id: Buffer): Promise<void> | undefined {
    id.copy(this.#id);
    this.#stream = uuidOf(id);
    this.#streams++;
    if (this.options.onReplayed === null) return undefined;
    if (this.#replayed !== undefined) this.#batch.push(this.#replayed);
    this.#replayed = new ReplayedStream(this.#stream, this.options.deep);
    if (this.#batch.length < BATCH) return undefined;
    const full = this.#batch;
    this.#batch = [];
    return this.#compare(full);
  }

  /** The server compares while this process hashes, one batch after another, and never more than a few behind. */
  #compare(streams: readonly ReplayedStream[]): Promise<void> | undefined {
    this.#waiting++;
    this.#compared = this.#compared.then(async () => {
      await this.options.onReplayed?.(streams);
      this.#waiting--;
    });
    // Whoever waits for it is told; nobody waits yet.
    this.#compared.catch(() => undefined);
    return this.#waiting < BATCHES ? undefined : this.#compared;
  }

  #keep(row: RowCursor): Uint8Array {
    const buffer = this.#bodies[this.#chain.entries % 2 === 0 ? 0 : 1];
    const length = Math.max(0, row.copy(buffer));
    this.#bytes += length;
    return buffer.subarray(0, Math.min(length, MAX_BODY));
  }

  /** Whether the bytes are canonical; then what they say, for the replay. */
  #read(body: Uint8Array, seq: number, found: Finding[]): void {
    const fault = this.options.deep ? deepFault(body) : canonicalFault(body);
    if (fault !== undefined) found.push({ code: 'BODY_MALFORMED', stream: this.#stream, seq, message: fault });
    if (this.#replayed === undefined || fault !== undefined) return;
    this.#replayed.add(
      JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8')) as LedgerEntry,
    );
  }

  #report(found: readonly Finding[]): void {
    if (found.length > 0) this.options.onFindings(found);
  }
}

function canonicalFault(body: Uint8Array): string | undefined {
  if (isPlainCanonical(body) === 'yes') return undefined;
  const parsed = parseCanonical(body, MAX_BODY);
  return parsed.ok ? undefined : parsed.message;
}

function deepFault(body: Uint8Array): string | undefined {
  const decoded = decodeEntry(body);
  return decoded.ok ? undefined : decoded.refusal.message;
}
