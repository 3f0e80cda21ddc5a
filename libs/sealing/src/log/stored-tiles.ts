import {
  consistencyProof,
  consistencyRanges,
  HASH_BYTES,
  hashesFromTiles,
  type LeafRange,
  TILE_WIDTH,
  tileKey,
  tilesFor,
  type TileId,
} from '@proofdesk/ledger';
import { sha256 } from '../crypto.js';
import { SealFault } from '../seal-fault.js';
import { type Sql } from './sql.js';

/**
 * Reads the tiles that hold the hashes of some ranges of a log's tree: level 0 is ledger.leaf, the levels above ledger.node.
 * @throws SealFault `INDEX_GAP` where a hash in the middle of a tile is missing
 */
export async function readTiles(
  sql: Sql,
  log: number,
  ranges: readonly LeafRange[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const tiles = new Map<string, Uint8Array>();
  for (const tile of tilesFor(ranges)) tiles.set(tileKey(tile), await readTile(sql, log, tile));
  return tiles;
}

async function readTile(sql: Sql, log: number, { level, index }: TileId): Promise<Uint8Array> {
  const first = index * TILE_WIDTH;
  const values = [log, first, first + TILE_WIDTH];
  const { rows } =
    level === 0
      ? await sql.query<{ at: string; hash: Buffer }>(
          'SELECT index AS at, leaf AS hash FROM ledger.leaf WHERE log = $1 AND index >= $2 AND index < $3 ORDER BY index',
          values,
        )
      : await sql.query<{ at: string; hash: Buffer }>(
          'SELECT index AS at, hash FROM ledger.node WHERE log = $1 AND level = $4 AND index >= $2 AND index < $3 ORDER BY index',
          [...values, level],
        );
  const bytes = new Uint8Array(rows.length * HASH_BYTES);
  rows.forEach(({ at, hash }, i) => {
    if (Number(at) !== first + i)
      throw new SealFault('INDEX_GAP', `tile ${level}/${index}: hash ${first + i} is missing`);
    bytes.set(hash, i * HASH_BYTES);
  });
  return bytes;
}

/** The consistency proof from one size of a log's tree to another, out of what is stored; empty from size 0. */
export async function readConsistencyProof(
  sql: Sql,
  log: number,
  oldSize: number,
  size: number,
): Promise<Uint8Array[]> {
  if (oldSize === 0) return [];
  const tiles = await readTiles(sql, log, consistencyRanges(oldSize, size));
  return consistencyProof(oldSize, size, hashesFromTiles(tiles, sha256), sha256);
}
