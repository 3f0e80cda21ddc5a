import { type ClientBase, type Connection, type Submittable } from 'pg';

/** Before the first row: 11 bytes of signature, 4 of flags, 4 with the length of what else follows. */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');

/** The fields of one row, read in their order. What it hands out is overwritten by the next row: copy what must stay. */
export class RowCursor {
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;

  /** Points at a row; false where there is none (the header alone, or the trailer). */
  point(message: Buffer): boolean {
    this.#bytes = message;
    this.#at = 0;
    if (message.length >= 19 && message.subarray(0, 11).equals(SIGNATURE)) this.#at = 19 + message.readInt32BE(15);
    if (this.#at + 2 > message.length) return false;
    const fields = message.readInt16BE(this.#at);
    this.#at += 2;
    return fields >= 0;
  }

  /** A bytea, a uuid, or the UTF-8 of a text. */
  bytes(): Buffer | null {
    const length = this.#length();
    if (length < 0) return null;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  text(): string | null {
    return this.bytes()?.toString('utf8') ?? null;
  }

  int4(): number | null {
    const length = this.#length();
    if (length < 0) return null;
    this.#at += 4;
    return this.#bytes.readInt32BE(this.#at - 4);
  }

  /** A bigint, as far as a number holds it exactly. */
  int8(): number | null {
    const length = this.#length();
    if (length < 0) return null;
    this.#at += 8;
    return this.#bytes.readInt32BE(this.#at - 8) * 4_294_967_296 + this.#bytes.readUInt32BE(this.#at - 4);
  }

  /** Copies a bytea to the start of a buffer, as far as it has room; gives its length, or −1 for null. */
  copy(target: Buffer): number {
    const length = this.#length();
    if (length < 0) return -1;
    this.#bytes.copy(target, 0, this.#at, this.#at + length);
    this.#at += length;
    return length;
  }

  /** Whether the next field is these bytes; reads it only then. */
  is(expected: Buffer): boolean {
    const start = this.#at + 4;
    const end = start + expected.length;
    const isSame =
      this.#bytes.readInt32BE(this.#at) === expected.length &&
      this.#bytes.compare(expected, 0, expected.length, start, end) === 0;
    if (isSame) this.#at = end;
    return isSame;
  }

  #length(): number {
    this.#at += 4;
    return this.#bytes.readInt32BE(this.#at - 4);
  }

  uuid(): string | null {
    const bytes = this.bytes();
    return bytes === null ? null : uuidOf(bytes);
  }
}

export function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

type Hold = Promise<void> | undefined;

/**
 * Reads the rows of a query in PostgreSQL's binary form, one at a time and at the speed of whoever reads: what does not
 * fit into the socket's buffers waits in the server. (The driver's own rows are text: a bytea comes as hexadecimal and
 * is decoded again, at several times the cost.) Parameters cannot be bound in COPY; put none but numbers and checked
 * uuids into the text.
 * @param onRow called for every row; a promise that it answers with holds the socket back until it is kept. Rows that
 *   were on the way already still come, so no more than one buffer's worth
 */
export async function copyRows(client: ClientBase, sql: string, onRow: (row: RowCursor) => Hold): Promise<void> {
  const query = new CopyQuery(`COPY (${sql}) TO STDOUT (FORMAT binary)`, onRow);
  client.query(query);
  await query.done;
}

class CopyQuery implements Submittable {
  readonly done: Promise<void>;
  readonly #row = new RowCursor();
  #settle: (error?: Error) => void = () => undefined;
  #failure: Error | undefined;
  /** What must be kept before the query counts as done. */
  readonly #holds = new Set<Promise<void>>();

  constructor(
    private readonly text: string,
    private readonly onRow: (row: RowCursor) => Hold,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.#settle = (error) => (error === undefined ? resolve() : reject(error));
    });
  }

  submit(connection: Connection): void {
    (connection as Connection & { query(text: string): void }).query(this.text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }, connection: Connection): void {
    if (this.#failure !== undefined || !this.#row.point(chunk)) return;
    try {
      const hold = this.onRow(this.#row);
      if (hold !== undefined) this.#keep(hold, connection);
    } catch (error) {
      this.#fail(error);
    }
  }

  #keep(hold: Promise<void>, { stream }: Connection): void {
    stream.pause();
    const held = hold
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#holds.delete(held);
        if (this.#holds.size === 0) stream.resume();
      });
    this.#holds.add(held);
  }

  #fail(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
  }

  handleError(error: Error): void {
    this.#settle(this.#failure ?? error);
  }

  handleReadyForQuery(): void {
    void Promise.all(this.#holds).then(() => this.#settle(this.#failure));
  }

  // The driver tells of these as well; they say nothing that is needed.
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleCopyInResponse(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}
