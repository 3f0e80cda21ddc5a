import { type EntityManager } from 'typeorm';
import { query, queryOne } from '../sql.js';

/** An entry as it lies there, with what stands around it. Hashes are bytes. */
export interface NewestEntry {
  readonly stream: string;
  readonly seq: number;
  readonly body: Buffer;
  readonly leaf: Buffer;
  /** Leaf hash of the entry before it in its stream; null where there is none. */
  readonly before: Buffer | null;
  /** Leaf hash that the tree holds for it; null while it has no place. */
  readonly placed: Buffer | null;
  readonly hasNext: boolean;
  readonly headSeq: number;
  readonly head: Buffer;
}

/** A place in the tree, and the entry that stands there. */
export interface NewestLeaf {
  readonly index: number;
  readonly stream: string;
  readonly seq: number;
  readonly leaf: Buffer;
  /** Null where the entry is gone. */
  readonly entry: Buffer | null;
}

export interface UnsealedEntries {
  readonly count: number;
  /** Age of the oldest in seconds; null where there is none. */
  readonly oldestSeconds: number | null;
}

/** Counting ends here: beyond it the number says nothing more. */
const COUNTED = 100_000;
/** Newest cosignatures that are looked through for each witness's last. */
const COSIGNATURES = 5_000;

/** Reads what a quick look at the ledger needs. Each answer is of one instant, and none reads the whole ledger. */
export class LedgerHealthView {
  constructor(private readonly manager: EntityManager) {}

  async now(): Promise<string> {
    const row = await queryOne<{ now: string }>(this.manager, 'SELECT ledger.instant_text(clock_timestamp()) AS now');
    return row?.now ?? '';
  }

  /** What guards the ledger, as one hash (docs/ledger-format.md §7). */
  async fingerprint(): Promise<string> {
    const row = await queryOne<{ fingerprint: string }>(this.manager, 'SELECT ledger.fingerprint() AS fingerprint');
    return row?.fingerprint ?? '';
  }

  /** Entries that no signed tree of `size` leaves holds. */
  async unsealed(size: number): Promise<UnsealedEntries> {
    const row = await queryOne<{ count: number; oldest: string | null }>(
      this.manager,
      `SELECT count(*)::int AS count, extract(epoch FROM clock_timestamp() - min(at))::text AS oldest FROM (
         SELECT e.at FROM ledger.entry e
          WHERE e.xid >= coalesce((SELECT s.horizon FROM ledger.seal s WHERE s.log = (SELECT max(id) FROM ledger.log)
                  AND s.size <= $1 ORDER BY s.size DESC LIMIT 1), '0'::xid8)
            AND NOT EXISTS (SELECT 1 FROM ledger.leaf l WHERE l.log = (SELECT max(id) FROM ledger.log)
                  AND l.stream = e.stream AND l.seq = e.seq AND l.index < $1) LIMIT $2) waiting`,
      [size, COUNTED],
    );
    return {
      count: row?.count ?? 0,
      oldestSeconds: row?.oldest == null ? null : Math.max(0, Number(row.oldest)),
    };
  }

  /** The newest entries, newest first. */
  async newestEntries(limit: number): Promise<NewestEntry[]> {
    return query<NewestEntry>(
      this.manager,
      `SELECT e.stream, e.seq, e.body, e.leaf, b.leaf AS before, l.leaf AS placed, s.seq AS "headSeq", s.head,
              EXISTS (SELECT 1 FROM ledger.entry n WHERE n.stream = e.stream AND n.seq = e.seq + 1) AS "hasNext"
         FROM (SELECT * FROM ledger.entry ORDER BY at DESC, stream DESC, seq DESC LIMIT $1) e
         JOIN ledger.stream s ON s.id = e.stream
         LEFT JOIN ledger.entry b ON b.stream = e.stream AND b.seq = e.seq - 1
         LEFT JOIN ledger.leaf l ON l.log = (SELECT max(id) FROM ledger.log) AND l.stream = e.stream AND l.seq = e.seq
        ORDER BY e.at DESC, e.stream DESC, e.seq DESC`,
      [limit],
    );
  }

  /** The newest places of the open log, newest first. */
  async newestLeaves(limit: number): Promise<NewestLeaf[]> {
    const rows = await query<Omit<NewestLeaf, 'index'> & { index: string }>(
      this.manager,
      `SELECT l.index::text AS index, l.stream, l.seq, l.leaf, e.leaf AS entry
         FROM (SELECT * FROM ledger.leaf WHERE log = (SELECT max(id) FROM ledger.log) ORDER BY index DESC LIMIT $1) l
         LEFT JOIN ledger.entry e ON e.stream = l.stream AND e.seq = l.seq ORDER BY l.index DESC`,
      [limit],
    );
    return rows.map((row) => ({ ...row, index: Number(row.index) }));
  }

  /** The last checkpoint of the open log that each witness cosigned. */
  async lastSeen(): Promise<{ name: string; size: number; at: string }[]> {
    const rows = await query<{ name: string; size: string; at: string }>(
      this.manager,
      `SELECT DISTINCT ON (witness) witness AS name, size::text AS size, ledger.instant_text(at) AS at
         FROM (SELECT * FROM ledger.cosignature WHERE log = (SELECT max(id) FROM ledger.log) ORDER BY size DESC LIMIT $1) newest
        ORDER BY witness, size DESC, at`,
      [COSIGNATURES],
    );
    return rows.map((row) => ({ ...row, size: Number(row.size) }));
  }

  /** When the first checkpoint larger than `size` was signed; null where there is none. */
  async signedAfter(size: number): Promise<string | null> {
    const row = await queryOne<{ at: string }>(
      this.manager,
      `SELECT ledger.instant_text(signed_at) AS at FROM ledger.checkpoint
        WHERE log = (SELECT max(id) FROM ledger.log) AND size > $1 ORDER BY size LIMIT 1`,
      [size],
    );
    return row?.at ?? null;
  }
}
