import { bytesEqual, toHex, utf8 } from '../encoding/bytes.js';
import { type Sha256 } from '../encoding/crypto.js';
import { decodeEntry, leafHash } from '../record/entry-bytes.js';
import { NO_ENTRY } from '../record/entry.js';
import { locateLinks, noPlaces, numberAt, type Place } from './entry-links.js';
import { type Finding, type FindingCode } from './finding.js';

/** A row of ledger.entry, with where its stream is said to stand and its place in the tree. */
export interface ChainRow {
  readonly stream: string;
  /** seq and head of ledger.stream; head in hexadecimal. */
  readonly headSeq: number;
  readonly head: string;
  /** Null for a stream without entries. */
  readonly entry: ChainEntry | null;
}

export interface ChainEntry {
  readonly seq: number;
  readonly body: Uint8Array;
  readonly leaf: Uint8Array;
  /** Null while not sealed. */
  readonly index: number | null;
}

interface Position {
  readonly stream: string;
  readonly streamBytes: Uint8Array;
  readonly headSeq: number;
  readonly head: string;
  seq: number;
  /** Hash of the entry before, as computed here; undefined before the first. */
  leaf: Uint8Array | undefined;
  /** The bytes of its `at`. */
  at: Uint8Array;
  /** Its place in the tree; null once an entry is not sealed. */
  index: number | null;
}

type Report = (code: FindingCode, message: string) => void;

/**
 * Checks the chains of all streams in one pass over the rows, ordered by stream, then seq, in memory that does not grow.
 * Each body is hashed again; nothing the database computed is believed.
 */
export class ChainCheck {
  readonly #sha256: Sha256;
  readonly #deep: boolean;
  readonly #places = noPlaces();
  #position: Position | undefined;
  entries = 0;
  unsealed = 0;

  /** @param options deep: also read each body strictly as an entry, which takes several times longer */
  constructor(sha256: Sha256, options: { readonly deep: boolean } = { deep: false }) {
    this.#sha256 = sha256;
    this.#deep = options.deep;
  }

  /** What is wrong with this row, and with the end of the stream before it. After a fault the check goes on from what is there. */
  add(row: ChainRow): Finding[] {
    const findings = row.stream === this.#position?.stream ? [] : this.finish();
    const { stream, headSeq, head, entry } = row;
    this.#position ??= {
      stream,
      streamBytes: utf8(stream),
      headSeq,
      head,
      seq: 0,
      leaf: undefined,
      at: new Uint8Array(),
      index: -1,
    };
    if (entry !== null) this.#addEntry(this.#position, entry, findings);
    return findings;
  }

  /** To be called once after the last row. */
  finish(): Finding[] {
    const at = this.#position;
    this.#position = undefined;
    if (at === undefined || (at.headSeq === at.seq && at.head === (at.leaf === undefined ? NO_ENTRY : toHex(at.leaf))))
      return [];
    const message = `the stream is said to stand at ${at.headSeq}, its entries end at ${at.seq}`;
    return [{ code: 'HEAD_DIFFERS', stream: at.stream, seq: Math.min(at.seq, at.headSeq) + 1, message }];
  }

  #addEntry(position: Position, entry: ChainEntry, findings: Finding[]): void {
    const { seq, body, leaf, index } = entry;
    const report: Report = (code, message) =>
      void findings.push({ code, stream: position.stream, seq, ...(index === null ? {} : { index }), message });
    this.entries++;
    const hash = leafHash(body, this.#sha256);
    if (!bytesEqual(hash, leaf))
      report('LEAF_DIFFERS', `the body hashes to ${toHex(hash)}, the row says ${toHex(leaf)}`);
    this.#checkLinks(position, entry, report);
    if (seq !== position.seq + 1) report('SEQ_GAP', `it comes after entry ${position.seq}`);
    if (index === null) this.unsealed++;
    else if (position.index === null || index <= position.index) {
      report('SEALED_OUT_OF_ORDER', 'its place in the tree is not after that of the entry before');
    }
    position.seq = seq;
    position.leaf = hash;
    position.index = index;
  }

  #checkLinks(position: Position, { seq, body }: ChainEntry, report: Report): void {
    const strict = this.#deep ? decodeEntry(body) : undefined;
    if (strict?.ok === false) return report('BODY_MALFORMED', strict.refusal.message);
    const places = this.#places;
    if (!locateLinks(body, places)) return report('BODY_MALFORMED', 'the body is no entry');
    if (!isSame(body, places.stream, position.streamBytes) || numberAt(body, places.seq) !== seq) {
      report('PLACE_DIFFERS', 'the body says that it stands elsewhere');
    }
    if (!isHexOf(body, places.prev, position.leaf)) report('CHAIN_BROKEN', 'it does not follow the entry before');
    if (isBefore(body, places.at, position.at)) report('TIME_REVERSED', 'it is older than the entry before');
    position.at = body.subarray(places.at.start, places.at.end);
  }
}

function isSame(bytes: Uint8Array, { start, end }: Place, other: Uint8Array): boolean {
  if (end - start !== other.length) return false;
  for (let i = 0; i < other.length; i++) if (bytes[start + i] !== other[i]) return false;
  return true;
}

const DIGITS = Uint8Array.from('0123456789abcdef', (char) => char.charCodeAt(0));

/** Whether a place holds a hash in hexadecimal; no hash is 64 zeros. */
function isHexOf(bytes: Uint8Array, { start, end }: Place, hash: Uint8Array | undefined): boolean {
  if (end - start !== 64) return false;
  for (let i = 0; i < 32; i++) {
    const byte = hash?.[i] ?? 0;
    if (bytes[start + 2 * i] !== DIGITS[byte >> 4] || bytes[start + 2 * i + 1] !== DIGITS[byte & 15]) return false;
  }
  return true;
}

/** Whether the text at a place sorts before another: times of one form sort as they follow. */
function isBefore(bytes: Uint8Array, { start, end }: Place, other: Uint8Array): boolean {
  for (let i = 0; i < other.length && start + i < end; i++) {
    const difference = (bytes[start + i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
