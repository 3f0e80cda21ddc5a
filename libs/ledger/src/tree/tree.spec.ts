import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concatBytes, toHex, utf8 } from '../encoding/bytes.js';
import { CompactRange } from './compact-range.js';
import { consistencyProof, inclusionProof, type SubtreeHashes } from './subtrees.js';
import { hashesFromTiles, rootFromTiles, tileKey, tilePath, tilesFor, tilesOfTree, TILE_WIDTH } from './tiles.js';
import { consistencyRanges, inclusionRanges } from './subtrees.js';
import { verifyConsistency, verifyInclusion } from './verify-proof.js';

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const crypto = { sha256 };
const leaf = (i: number): Uint8Array => sha256(utf8(`\0leaf ${i}`));

// The definitions of RFC 6962 §2.1, word for word, on leaf hashes.
const memo = new Map<string, Uint8Array>();
function mth(start: number, end: number): Uint8Array {
  if (end === start) return sha256(new Uint8Array());
  if (end - start === 1) return leaf(start);
  const known = memo.get(`${start} ${end}`);
  if (known !== undefined) return known;
  const k = split(end - start);
  const hash = sha256(concatBytes(Uint8Array.of(1), mth(start, start + k), mth(start + k, end)));
  memo.set(`${start} ${end}`, hash);
  return hash;
}
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
function path(m: number, start: number, end: number): Uint8Array[] {
  if (end - start === 1) return [];
  const k = split(end - start);
  return m < k
    ? [...path(m, start, start + k), mth(start + k, end)]
    : [...path(m - k, start + k, end), mth(start, start + k)];
}
function subproof(m: number, start: number, end: number, whole: boolean): Uint8Array[] {
  if (m === end - start) return whole ? [] : [mth(start, end)];
  const k = split(end - start);
  return m <= k
    ? [...subproof(m, start, start + k, whole), mth(start + k, end)]
    : [...subproof(m - k, start + k, end, false), mth(start, start + k)];
}

const MAX = 300;
const subtrees = new Map<string, Uint8Array>();
const fast: SubtreeHashes = ({ height, index }) => subtrees.get(`${height} ${index}`) ?? new Uint8Array();
const roots: Uint8Array[] = [];
const growing = new CompactRange(sha256);
for (let i = 0; i <= MAX; i++) {
  roots.push(growing.root());
  growing.append(leaf(i), (height, index, hash) => subtrees.set(`${height} ${index}`, hash));
}
const hexes = (proof: readonly Uint8Array[]): string => proof.map(toHex).join();

describe(`the tree, for all sizes up to ${MAX}`, () => {
  it('has the root that RFC 6962 defines, also when resumed', () => {
    for (let size = 0; size <= MAX; size++) expect(toHex(roots[size] ?? leaf(0))).toBe(toHex(mth(0, size)));
    const half = new CompactRange(sha256);
    for (let i = 0; i < 150; i++) half.append(leaf(i));
    const resumed = new CompactRange(sha256, half.size, half.roots);
    for (let i = 150; i < MAX; i++) resumed.append(leaf(i));
    expect(resumed.root()).toEqual(mth(0, MAX));
    expect(() => new CompactRange(sha256, 3, [leaf(0)])).toThrow(TypeError);
  });

  it('gives the inclusion proofs of the definition, for all leaves, and they verify', async () => {
    const wrong: string[] = [];
    for (let size = 1; size <= MAX; size++) {
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(index, size, fast, sha256);
        if (hexes(proof) !== hexes(path(index, 0, size))) wrong.push(`definition ${index} of ${size}`);
        if (!(await verifyInclusion(leaf(index), index, size, mth(0, size), proof, crypto)))
          wrong.push(`verify ${index} of ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('gives the consistency proofs of the definition, for all pairs, and they verify', async () => {
    const wrong: string[] = [];
    for (let size = 1; size <= MAX; size++) {
      for (let old = 1; old <= size; old++) {
        const proof = consistencyProof(old, size, fast, sha256);
        if (hexes(proof) !== hexes(subproof(old, 0, size, true))) wrong.push(`definition ${old} to ${size}`);
        if (!(await verifyConsistency(old, size, mth(0, old), mth(0, size), proof, crypto)))
          wrong.push(`verify ${old} to ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('refuses every proof with one bit flipped, one hash more, one fewer, another index or size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: MAX }), fc.nat(), fc.nat(), fc.nat(255), async (size, a, b, bit) => {
        const index = a % size;
        const proof = inclusionProof(index, size, fast, sha256);
        const check = (i: number, s: number, p: readonly Uint8Array[], l = leaf(index)): Promise<boolean> =>
          verifyInclusion(l, i, s, mth(0, size), p, crypto);
        const at = b % proof.length;
        const flipped = proof.map((h, i) =>
          i === at ? h.map((byte, j) => (j === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)) : h,
        );
        expect(await check(index, size, flipped)).toBe(false);
        expect(await check(index, size, proof.slice(1))).toBe(false);
        expect(await check(index, size, [...proof, leaf(0)])).toBe(false);
        expect(await check(index, size, [...proof].reverse())).toBe(proof.length === 1);
        expect(await check(index + 1, size, proof)).toBe(false);
        expect(await check(index - 1, size, proof)).toBe(false);
        expect(await check(index + 0.5, size, proof)).toBe(false);
        expect(await check(index, size, proof, leaf(index + 1))).toBe(false);

        const old = 1 + (b % (size - 1));
        const link = consistencyProof(old, size, fast, sha256);
        const joins = (o: number, s: number, p: readonly Uint8Array[]): Promise<boolean> =>
          verifyConsistency(o, s, mth(0, old), mth(0, size), p, crypto);
        expect(await joins(old, size, [...link, leaf(0)])).toBe(false);
        expect(await joins(old, size, link.slice(1))).toBe(false);
        expect(await joins(old + 1, size, link)).toBe(false);
        expect(await joins(size, old, link)).toBe(false);
        expect(await joins(0, size, link)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('tiles', () => {
  // 70,000 leaves: three levels, each with a partial tile at its right edge.
  const size = 70_000;
  const levels: Uint8Array[][] = [[], [], [], []];
  const tree = new CompactRange(sha256);
  for (let i = 0; i < size; i++)
    tree.append(leaf(i), (height, _index, hash) => void (height % 8 === 0 && levels[height / 8]?.push(hash)));
  const all = new Map(
    tilesOfTree(size).map((t) => [
      tileKey(t),
      concatBytes(...(levels[t.level] ?? []).slice(t.index * TILE_WIDTH, t.index * TILE_WIDTH + t.width)),
    ]),
  );

  it('give root and proofs, each proof from the few tiles it names', async () => {
    expect(rootFromTiles(size, all, sha256)).toEqual(tree.root());
    for (const index of [0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999]) {
      const needed = tilesFor(inclusionRanges(index, size));
      expect(needed.length).toBeLessThanOrEqual(5);
      const hashes = hashesFromTiles(
        new Map(needed.map((t) => [tileKey(t), all.get(tileKey(t)) ?? new Uint8Array()])),
        sha256,
      );
      expect(
        await verifyInclusion(
          leaf(index),
          index,
          size,
          tree.root(),
          inclusionProof(index, size, hashes, sha256),
          crypto,
        ),
      ).toBe(true);
    }
    const old = new CompactRange(sha256);
    for (let i = 0; i < 65_537; i++) old.append(leaf(i));
    const hashes = hashesFromTiles(
      new Map(
        tilesFor(consistencyRanges(65_537, size)).map((t) => [tileKey(t), all.get(tileKey(t)) ?? new Uint8Array()]),
      ),
      sha256,
    );
    expect(
      await verifyConsistency(
        65_537,
        size,
        old.root(),
        tree.root(),
        consistencyProof(65_537, size, hashes, sha256),
        crypto,
      ),
    ).toBe(true);
  });

  it('have the paths of tlog-tiles', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 2, index: 0, width: 12 })).toBe('tile/2/000.p/12');
    expect(
      tilesOfTree(size)
        .filter((t) => t.width < TILE_WIDTH)
        .map(tilePath),
    ).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
    expect(tilesOfTree(0)).toEqual([]);
  });
});

const data = process.env['PROOFDESK_DATA'];
const vectors = data === undefined ? '' : join(data, 'data/merkle-vectors');
if (!existsSync(vectors))
  process.stderr.write(
    'SKIPPED: the RFC 6962 vectors; set PROOFDESK_DATA to the folder that holds data/merkle-vectors\n',
  );

(existsSync(vectors) ? describe : describe.skip)('the vectors of transparency-dev/merkle', () => {
  interface Vector {
    leafIdx: number;
    treeSize: number;
    leafHash: string;
    root: string;
    size1: number;
    size2: number;
    root1: string;
    root2: string;
    proof: string[] | null;
    wantErr: boolean;
  }
  const read = (folder: string): [string, Vector][] =>
    readdirSync(join(vectors, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, JSON.parse(readFileSync(join(vectors, folder, name), 'utf8')) as Vector]);
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
  const inclusion = existsSync(vectors) ? read('inclusion') : [];
  const consistency = existsSync(vectors) ? read('consistency') : [];

  it('are answered as they say, all 196', async () => {
    const wrong: string[] = [];
    for (const [name, v] of inclusion) {
      const ok = await verifyInclusion(
        bytes(v.leafHash),
        v.leafIdx,
        v.treeSize,
        bytes(v.root),
        (v.proof ?? []).map(bytes),
        crypto,
      );
      if (ok === v.wantErr) wrong.push(`inclusion/${name}`);
    }
    for (const [name, v] of consistency) {
      const ok = await verifyConsistency(
        v.size1,
        v.size2,
        bytes(v.root1),
        bytes(v.root2),
        (v.proof ?? []).map(bytes),
        crypto,
      );
      if (ok === v.wantErr) wrong.push(`consistency/${name}`);
    }
    expect(wrong).toEqual([]);
    expect(inclusion.length + consistency.length).toBe(196);
  });
});
