import * as node from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { encodeEntry, entryAfter, leafHash, nodeCrypto, NO_ENTRY, toHex } from '@proofdesk/ledger';
import { type NewestEntry, type NewestLeaf } from '@proofdesk/persistence';
import { checkNewestEntries, checkNewestLeaves } from './check-newest-entries.js';

const { sha256 } = nodeCrypto(node);
const stream = '223bb52c-c343-4807-8508-615baf75f613';

/** Four entries of one stream as they lie there, newest first. */
function newest(): NewestEntry[] {
  const rows: NewestEntry[] = [];
  let head = NO_ENTRY;
  for (let seq = 0; seq < 4; seq++) {
    const draft = {
      origin: 'desk.example/1',
      id: node.randomUUID(),
      type: 'assertion.queued',
      actor: { kind: 'system', id: 'worker' },
      sw: '1',
    } as const;
    const body = Buffer.from(encodeEntry(entryAfter({ stream, seq, head, at: '2026-11-05T10:11:12.345678Z' }, draft)));
    const leaf = Buffer.from(leafHash(body, sha256));
    const before = rows[0]?.leaf ?? null;
    rows.unshift({ stream, seq: seq + 1, body, leaf, before, placed: leaf, hasNext: seq < 3, headSeq: 4, head: leaf });
    head = toHex(leaf);
  }
  return rows.map((row) => ({ ...row, head: rows[0]!.leaf }));
}

/** Changes one of them and tells what is found. */
function found(seq: number, change: (row: NewestEntry) => Partial<NewestEntry>): [string, number | null][] {
  const rows = newest().map((row) => (row.seq === seq ? { ...row, ...change(row) } : row));
  return checkNewestEntries(rows).map((anomaly) => [anomaly.code, anomaly.seq]);
}

const other = Buffer.alloc(32, 7);
const edited = ({ body }: NewestEntry) => Buffer.from(body.toString('utf8').replace('worker', 'forger'));

describe('the newest entries', () => {
  it('stand as they were written', () => expect(checkNewestEntries(newest())).toEqual([]));

  it.each<[string, number, (row: NewestEntry) => Partial<NewestEntry>, string]>([
    ['bytes that are no entry', 2, () => ({ body: Buffer.from('{}') }), 'BODY_MALFORMED'],
    ['changed bytes', 2, (row) => ({ body: edited(row) }), 'LEAF_DIFFERS'],
    ['bytes and hash changed after sealing', 2, (row) => rehashed(edited(row)), 'LEAF_DIFFERS'],
    ['bytes of another place', 2, (row) => ({ seq: row.seq + 5 }), 'PLACE_DIFFERS'],
    ['the entry before gone', 2, () => ({ before: null }), 'SEQ_GAP'],
    ['the entry before changed', 3, () => ({ before: other, placed: null }), 'CHAIN_BROKEN'],
    ['the end cut off', 4, () => ({ headSeq: 6 }), 'SEQ_GAP'],
    ['the end changed before sealing', 4, () => ({ head: other, placed: null }), 'HEAD_DIFFERS'],
  ])('%s: found and located', (_, seq, change, code) => {
    expect(found(seq, change)).toEqual([[code, expect.any(Number)]]);
  });
});

const rehashed = (body: Buffer) => ({ body, leaf: Buffer.from(leafHash(body, sha256)) });

describe('the newest places of the tree', () => {
  const leaf = (index: number, entry: Buffer | null = other): NewestLeaf => ({
    index,
    stream,
    seq: index + 1,
    leaf: other,
    entry,
  });
  const codes = (leaves: NewestLeaf[], signed: number) => checkNewestLeaves(leaves, signed).map(({ code }) => code);

  it('stand', () => {
    expect(codes([leaf(9), leaf(8), leaf(7)], 10)).toEqual([]);
    expect(codes([], 0)).toEqual([]);
  });

  it('are fewer than were signed, have a gap, or hold an entry that is gone', () => {
    expect(codes([leaf(9), leaf(8)], 11)).toEqual(['LOG_ROLLED_BACK']);
    expect(codes([], 1)).toEqual(['LOG_ROLLED_BACK']);
    expect(codes([leaf(9), leaf(7)], 10)).toEqual(['INDEX_GAP']);
    expect(codes([leaf(9), leaf(8, null)], 10)).toEqual(['ENTRY_MISSING']);
  });
});
