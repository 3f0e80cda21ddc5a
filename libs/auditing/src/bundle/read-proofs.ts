import {
  hashesFromTiles,
  inclusionProof,
  inclusionRanges,
  type Sha256,
  TILE_WIDTH,
  tileKey,
  type TileId,
  tilesFor,
  toBase64,
} from '@proofdesk/ledger';
import { type ClientBase } from 'pg';

/** Inclusion proofs of leaves in the tree of `size`, base64, out of the stored leaves and nodes: a few rows for each. */
export async function readProofs(
  client: ClientBase,
  log: number,
  indices: readonly number[],
  size: number,
  sha256: Sha256,
): Promise<Map<number, string[]>> {
  const tiles = new Map<string, Uint8Array>();
  for (const tile of tilesFor(indices.flatMap((index) => inclusionRanges(index, size))))
    tiles.set(tileKey(tile), await readTile(client, log, tile));
  const hashes = hashesFromTiles(tiles, sha256);
  return new Map(indices.map((index) => [index, inclusionProof(index, size, hashes, sha256).map(toBase64)]));
}

async function readTile(client: ClientBase, log: number, { level, index }: TileId): Promise<Uint8Array> {
  const first = index * TILE_WIDTH;
  const [table, hash, where] =
    level === 0 ? ['ledger.leaf', 'leaf', ''] : ['ledger.node', 'hash', `AND level = ${level}`];
  const { rows } = await client.query<{ hash: Buffer }>(
    `SELECT ${hash} AS hash FROM ${table} WHERE log = $1 ${where} AND index >= $2 AND index < $3 ORDER BY index`,
    [log, first, first + TILE_WIDTH],
  );
  return Buffer.concat(rows.map((row) => row.hash));
}
