import {
  bytesEqual,
  CompactRange,
  consistencyProof,
  consistencyRanges,
  hashesFromTiles,
  rootFromTiles,
  signCheckpoint,
  TILE_HEIGHT,
  verifyConsistency,
} from '@proofdesk/ledger';
import { crypto, sha256 } from '../crypto.js';
import { type Guard } from '../guard/guard.js';
import { SealFault } from '../seal-fault.js';
import { checkEntries, firstOfStreams, inChainOrder, lastOfTorn, placeOf } from './chain-order.js';
import { type OpenLog } from './open-log.js';
import { inTransaction, type Sql } from './sql.js';
import { readTiles } from './stored-tiles.js';
import {
  countWaiting,
  type EntryRow,
  insertCheckpoint,
  insertLeaves,
  insertNodes,
  insertSeal,
  type NodeRow,
  readHorizon,
  readPlaced,
  readSealedLeaves,
  readWaiting,
  readWaitingBefore,
} from './tables.js';

/** Entries sealed in one batch at most. */
const BATCH = 5_000;

/** What a round did: entries given a place, and the size of the tree that is signed now. */
export interface SealRound {
  readonly entries: number;
  readonly size: number;
  /** Whether more wait. */
  readonly isCut: boolean;
}

/**
 * Seals one log: gives entries their places, and signs the tree. Between any two statements it may be killed; `openLog` finds
 * out where it was. After any error it must not be used again.
 */
export class LogSealer {
  #tree: CompactRange;
  #stored: number;
  #published: number;
  /** Every entry of an older transaction has its place. The first round looks at all entries, whatever an earlier run noted. */
  #horizon = 0n;

  constructor(
    private readonly sql: Sql,
    private readonly guard: Guard,
    readonly log: OpenLog,
    private readonly batch = BATCH,
  ) {
    this.#tree = log.tree;
    this.#stored = log.stored;
    this.#published = log.published;
  }

  get size(): number {
    return this.#published;
  }

  /** How many entries wait, counted up to `most`. */
  waiting(most: number): Promise<number> {
    return countWaiting(this.sql, this.log.log, this.#horizon, most);
  }

  /** Signs what has places and no signature: what an earlier run was killed over. */
  async finish(): Promise<void> {
    while (this.#tree.size < this.#stored) await this.#appendPlaced();
    if (this.#published < this.#tree.size) await this.#sign();
  }

  /** Seals one batch. @throws SealFault, or the database's error */
  async seal(): Promise<SealRound> {
    await this.finish();
    const placed = await inTransaction(this.sql, 'BEGIN ISOLATION LEVEL REPEATABLE READ', () => this.#place());
    if (placed === undefined) return { entries: 0, size: this.#published, isCut: false };
    this.#tree = placed.tree;
    this.#stored = placed.tree.size;
    this.#horizon = placed.horizon;
    await this.#sign();
    return { entries: placed.entries, size: this.#published, isCut: placed.isCut };
  }

  /**
   * Whatever is committed and visible is taken. What is not visible yet belongs to a transaction not older than the snapshot's
   * xmin, so the next round, which looks from there on, finds it however late it commits (docs/adr/0004-sealing-horizon.md).
   */
  async #place(): Promise<{ tree: CompactRange; entries: number; horizon: bigint; isCut: boolean } | undefined> {
    const xmin = await readHorizon(this.sql);
    const waiting = await readWaiting(this.sql, this.log.log, this.#horizon, this.batch);
    const last = waiting.at(-1);
    if (last === undefined) {
      this.#horizon = xmin;
      return undefined;
    }
    const entries = await this.#closed(waiting);
    const tree = new CompactRange(sha256, this.#tree.size, this.#tree.roots);
    const nodes = append(tree, entries);
    await insertLeaves(this.sql, this.log.log, this.#tree.size, entries);
    await insertNodes(this.sql, this.log.log, nodes);
    // A full batch may have ended within a transaction; and numbers of a restored database may lie beyond today's.
    const isCut = waiting.length >= this.batch;
    const horizon = isCut && BigInt(last.xid) < xmin ? BigInt(last.xid) : xmin;
    await insertSeal(this.sql, this.log.log, tree.size, horizon);
    return { tree, entries: entries.length, horizon, isCut };
  }

  /** The batch in chain order, with what must come before it, hashes and chains checked. */
  async #closed(waiting: readonly EntryRow[]): Promise<EntryRow[]> {
    const ordered = inChainOrder(waiting);
    const before = await this.#leavesBefore(ordered);
    const torn = lastOfTorn(ordered, before);
    if (torn.length === 0) {
      checkEntries(ordered, before);
      return ordered;
    }
    const known = new Set(ordered.map(placeOf));
    const earlier = await readWaitingBefore(this.sql, this.log.log, torn);
    const all = inChainOrder([...earlier.filter((entry) => !known.has(placeOf(entry))), ...ordered]);
    checkEntries(all, await this.#leavesBefore(all));
    return all;
  }

  /** Leaf hashes of the sealed entries that the first of each stream follow. */
  #leavesBefore(entries: readonly EntryRow[]): Promise<Map<string, Uint8Array>> {
    const inner = firstOfStreams(entries).filter(({ seq }) => seq > 1);
    return readSealedLeaves(this.sql, this.log.log, inner.map(previous));
  }

  async #appendPlaced(): Promise<void> {
    const tree = new CompactRange(sha256, this.#tree.size, this.#tree.roots);
    const entries = await readPlaced(this.sql, this.log.log, tree.size, BATCH);
    entries.forEach(({ index }, i) => {
      if (index !== tree.size + i)
        throw new SealFault('INDEX_GAP', `leaf ${tree.size + i} of ${this.log.origin}, or its entry, is missing`);
    });
    if (entries.length === 0) throw new SealFault('INDEX_GAP', `leaf ${tree.size} of ${this.log.origin} is missing`);
    checkEntries(entries, await this.#leavesBefore(entries));
    append(tree, entries);
    this.#tree = tree;
  }

  /** Root by two code paths, consistency with what was signed last, then the guard, then the signature, then the table. */
  async #sign(): Promise<void> {
    const { log, origin, key } = this.log;
    const size = this.#tree.size;
    const root = this.#tree.root();
    const head = this.guard.head;
    const signed = head?.log === log ? head : undefined;
    const steps = signed !== undefined && signed.size > 0 ? consistencyRanges(signed.size, size) : [];
    const tiles = await readTiles(this.sql, log, [...steps, { start: 0, end: size }]);
    const storedRoot = rootFromTiles(size, tiles, sha256);
    if (storedRoot === undefined || !bytesEqual(storedRoot, root))
      throw new SealFault(
        'ROOT_DIFFERS',
        `the stored tiles of ${size} leaves have another root than the leaves that were added`,
      );
    if (signed !== undefined && signed.size > 0) {
      const proof = consistencyProof(signed.size, size, hashesFromTiles(tiles, sha256), sha256);
      if (!(await verifyConsistency(signed.size, size, signed.root, root, proof, crypto)))
        throw new SealFault(
          'LOG_ROLLED_BACK',
          `the tree of ${size} does not continue the signed tree of ${signed.size}`,
        );
    }
    const continues = signed?.continues === undefined ? {} : { continues: signed.continues };
    this.guard.advance({ log, origin, size, root, ...continues });
    const note = signCheckpoint({ origin, size, root }, key.key, key.sign);
    const stands = await insertCheckpoint(this.sql, log, { size, root, note });
    if (stands?.note !== note)
      throw new SealFault('CHECKPOINT_WRONG', `another checkpoint of ${size} under ${origin} is in the database`);
    this.#published = size;
  }
}

const previous = ({ stream, seq }: EntryRow): { stream: string; seq: number } => ({ stream, seq: seq - 1 });

/** Adds the leaves to a tree; gives the roots of the tiles that became full. */
function append(tree: CompactRange, entries: readonly EntryRow[]): NodeRow[] {
  const nodes: NodeRow[] = [];
  for (const { leaf } of entries) {
    tree.append(leaf, (height, index, hash) => {
      if (height > 0 && height % TILE_HEIGHT === 0) nodes.push({ level: height / TILE_HEIGHT, index, hash });
    });
  }
  return nodes;
}
