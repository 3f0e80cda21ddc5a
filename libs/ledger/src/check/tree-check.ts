import { bytesEqual, toHex } from '../encoding/bytes.js';
import { type Sha256 } from '../encoding/crypto.js';
import { CompactRange } from '../tree/compact-range.js';
import { tileKey, TILE_HEIGHT } from '../tree/tiles.js';
import { type Finding } from './finding.js';

/** A row of ledger.leaf beside the leaf hash of the entry it names (null where there is no such entry). */
export interface LeafRow {
  readonly index: number;
  readonly stream: string;
  readonly seq: number;
  readonly leaf: Uint8Array;
  readonly entryLeaf: Uint8Array | null;
}

/** What a signed checkpoint says. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Builds the tree again from its leaves, in order of index, and holds it against every checkpoint and the stored nodes.
 * Memory grows with the number of checkpoints handed in, not with the leaves.
 */
export class TreeCheck {
  readonly #tree: CompactRange;
  readonly #heads: readonly TreeHead[];
  readonly #nodes: ReadonlyMap<string, Uint8Array>;
  #next = 0;
  #agreed = 0;
  /** A checkpoint of the empty tree is compared before the first leaf; what is wrong with it is told with the first answer. */
  #found: Finding[];

  /**
   * @param heads checkpoints whose signatures were checked, of this database or held outside it
   * @param nodes stored hashes of complete subtrees of 256^level leaves, by tileKey; may be empty
   */
  constructor(sha256: Sha256, heads: readonly TreeHead[], nodes: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#tree = new CompactRange(sha256);
    this.#heads = heads.toSorted((a, b) => a.size - b.size);
    this.#nodes = nodes;
    this.#found = this.#compare();
  }

  get size(): number {
    return this.#tree.size;
  }

  root(): Uint8Array {
    return this.#tree.root();
  }

  add({ index, stream, seq, leaf, entryLeaf }: LeafRow): Finding[] {
    const findings = this.#found;
    this.#found = [];
    const place = { stream, seq, index };
    if (index !== this.#tree.size)
      findings.push({ code: 'INDEX_GAP', ...place, message: `leaf ${index} comes where ${this.#tree.size} should be` });
    if (entryLeaf === null) findings.push({ code: 'ENTRY_MISSING', ...place, message: 'a sealed entry is gone' });
    else if (!bytesEqual(entryLeaf, leaf))
      findings.push({
        code: 'LEAF_DIFFERS',
        ...place,
        message: `sealed as ${toHex(leaf)}, the entry now hashes to ${toHex(entryLeaf)}`,
      });
    this.#tree.append(leaf, (height, at, hash) => {
      const stored =
        height > 0 && height % TILE_HEIGHT === 0
          ? this.#nodes.get(tileKey({ level: height / TILE_HEIGHT, index: at }))
          : undefined;
      const width = 2 ** height;
      if (stored !== undefined && !bytesEqual(stored, hash)) {
        findings.push({
          code: 'NODE_DIFFERS',
          index: at * width,
          lastIndex: (at + 1) * width - 1,
          message: `the stored hash of the ${width} leaves from ${at * width} is not theirs`,
        });
      }
    });
    findings.push(...this.#compare());
    return findings;
  }

  /** To be called once after the last leaf: checkpoints of trees larger than what is left. */
  finish(): Finding[] {
    const largest = this.#heads.at(-1);
    if (largest === undefined || largest.size <= this.#tree.size) return this.#found;
    return [
      ...this.#found,
      {
        code: 'LOG_ROLLED_BACK',
        index: this.#tree.size,
        lastIndex: largest.size - 1,
        message: `a tree of ${largest.size} was signed, ${this.#tree.size} leaves are left`,
      },
    ];
  }

  #compare(): Finding[] {
    const findings: Finding[] = [];
    for (let head = this.#heads[this.#next]; head?.size === this.#tree.size; head = this.#heads[++this.#next]) {
      if (bytesEqual(head.root, this.#tree.root())) this.#agreed = head.size;
      else
        findings.push({
          code: 'ROOT_DIFFERS',
          index: this.#agreed,
          lastIndex: head.size - 1,
          message: `the signed root of ${head.size} leaves is not that of the leaves now there; up to ${this.#agreed} they agree`,
        });
    }
    return findings;
  }
}
