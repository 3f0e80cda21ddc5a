import { type Sha256 } from '../encoding/crypto.js';
import { foldRight } from './compact-range.js';
import { HASH_BYTES, nodeHash } from './node-hash.js';
import { type LeafRange, type Subtree, type SubtreeHashes, subtreesOf } from './subtrees.js';

export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;

/** A tile after c2sp.org/tlog-tiles: up to 256 hashes of neighbouring subtrees of 256^level leaves. */
export interface TileId {
  readonly level: number;
  readonly index: number;
}

export interface Tile extends TileId {
  /** How many hashes it holds in a tree of the size at hand: 1 to 256. */
  readonly width: number;
}

/** The tile and the place in it where the hashes under a subtree begin, and how many they are. */
function placeOf({ height, index }: Subtree): { tile: TileId; first: number; count: number } {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const first = index * count;
  return { tile: { level, index: Math.floor(first / TILE_WIDTH) }, first: first % TILE_WIDTH, count };
}

/** The tiles that hold what is needed for the hashes of some ranges of a tree; each once. */
export function tilesFor(ranges: readonly LeafRange[]): TileId[] {
  const tiles = new Map<string, TileId>();
  for (const subtree of ranges.flatMap(subtreesOf)) {
    const { tile } = placeOf(subtree);
    tiles.set(tileKey(tile), tile);
  }
  return [...tiles.values()];
}

/** Hashes of complete subtrees out of tiles already read: tile key -> its hashes, one after another. */
export function hashesFromTiles(tiles: ReadonlyMap<string, Uint8Array>, sha256: Sha256): SubtreeHashes {
  return (subtree) => {
    const { tile, first, count } = placeOf(subtree);
    const bytes = tiles.get(tileKey(tile));
    if (bytes === undefined || bytes.length < (first + count) * HASH_BYTES)
      throw new RangeError(`Tile ${tileKey(tile)} is missing or too narrow`);
    let hashes: Uint8Array[] = Array.from({ length: count }, (_, i) =>
      bytes.slice((first + i) * HASH_BYTES, (first + i + 1) * HASH_BYTES),
    );
    while (hashes.length > 1) hashes = pairUp(hashes, sha256);
    return hashes[0] ?? new Uint8Array();
  };
}

function pairUp(hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array[] {
  return Array.from({ length: hashes.length / 2 }, (_, i) =>
    nodeHash(hashes[2 * i] ?? new Uint8Array(), hashes[2 * i + 1] ?? new Uint8Array(), sha256),
  );
}

export function tileKey({ level, index }: TileId): string {
  return `${level}/${index}`;
}

/** All tiles of a tree, level by level, the partial ones at the right edge included. */
export function tilesOfTree(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, width = size; width > 0; level++, width = Math.floor(width / TILE_WIDTH)) {
    for (let index = 0; index * TILE_WIDTH < width; index++)
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, width - index * TILE_WIDTH) });
  }
  return tiles;
}

/** The path of a tile as static file, e.g. tile/0/x001/x234/067.p/12 */
export function tilePath({ level, index, width }: Tile): string {
  const groups: string[] = [];
  for (let rest = index, last = true; last || rest > 0; rest = Math.floor(rest / 1000), last = false) {
    groups.unshift(`${last ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`);
  }
  return `tile/${level}/${groups.join('/')}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** Root of a tree out of the level-by-level tiles alone: the second code path, beside the compact range. */
export function rootFromTiles(
  size: number,
  tiles: ReadonlyMap<string, Uint8Array>,
  sha256: Sha256,
): Uint8Array | undefined {
  const hashes = hashesFromTiles(tiles, sha256);
  return foldRight(subtreesOf({ start: 0, end: size }).map(hashes), sha256);
}
