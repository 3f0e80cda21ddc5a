import { type Finding, type Sha256, TreeCheck, type TreeHead, tileKey } from '@proofdesk/ledger';
import { type ClientBase } from 'pg';
import { copyRows, uuidOf } from '../reading/copy-rows.js';

export interface TreeSeen {
  /** Leaves there are. */
  readonly size: number;
  readonly root: Uint8Array;
}

export interface TreeOptions {
  readonly log: number;
  readonly sha256: Sha256;
  /** What the database's own checkpoints say. */
  readonly heads: readonly TreeHead[];
  /** What checkpoints kept elsewhere say; told apart, because the database cannot lie about them. */
  readonly outside: readonly TreeHead[];
  readonly onFindings: (part: 'tree' | 'outside', found: readonly Finding[]) => void;
}

/**
 * Builds the tree of one log again from its leaves and holds it against every head. That the leaves are those of the
 * entries is checked with the chains.
 */
export async function checkTree(client: ClientBase, options: TreeOptions): Promise<TreeSeen> {
  const { log, sha256, outside, onFindings } = options;
  const tree = new TreeCheck(sha256, options.heads, await readNodes(client, log));
  const trees: readonly (readonly ['tree' | 'outside', TreeCheck])[] = [
    ['tree', tree],
    ...(outside.length > 0 ? [['outside', new TreeCheck(sha256, outside)] as const] : []),
  ];
  await copyRows(
    client,
    `SELECT index, stream, seq, leaf FROM ledger.leaf WHERE log = ${log} ORDER BY index`,
    (row) => {
      const index = row.int8() ?? 0;
      const stream = row.bytes();
      const seq = row.int4() ?? 0;
      // The tree keeps its leaves' hashes for a while, and the driver overwrites its buffer.
      const leaf = new Uint8Array(row.bytes() ?? []);
      for (const [part, check] of trees) {
        const found = check.add({ index, stream: '', seq, leaf, entryLeaf: leaf });
        if (found.length > 0)
          onFindings(
            part,
            found.map((each) => named(each, stream)),
          );
      }
      return undefined;
    },
  );
  for (const [part, check] of trees) onFindings(part, check.finish());
  return { size: tree.size, root: tree.root() };
}

async function readNodes(client: ClientBase, log: number): Promise<Map<string, Uint8Array>> {
  const { rows } = await client.query<{ level: number; index: string; hash: Buffer }>(
    'SELECT level, index, hash FROM ledger.node WHERE log = $1',
    [log],
  );
  return new Map(rows.map(({ level, index, hash }) => [tileKey({ level, index: Number(index) }), hash]));
}

/** The stream's name is only spelled out where it is needed. */
function named(finding: Finding, stream: Buffer | null): Finding {
  return finding.stream === undefined || stream === null ? finding : { ...finding, stream: uuidOf(stream) };
}

/** Sealed entries that are gone, and entries without a stream: looked for where the numbers do not add up. */
export async function findMissing(client: ClientBase, log: number): Promise<Finding[]> {
  const { rows } = await client.query<{
    code: 'ENTRY_MISSING' | 'HEAD_DIFFERS';
    stream: string;
    seq: number;
    index: string | null;
  }>(
    `(SELECT 'ENTRY_MISSING' AS code, l.stream, l.seq, l.index FROM ledger.leaf l
       WHERE l.log = $1 AND NOT EXISTS (SELECT 1 FROM ledger.entry e WHERE e.stream = l.stream AND e.seq = l.seq) ORDER BY l.index LIMIT 20)
     UNION ALL
     (SELECT 'HEAD_DIFFERS', e.stream, e.seq, NULL FROM ledger.entry e
       WHERE NOT EXISTS (SELECT 1 FROM ledger.stream s WHERE s.id = e.stream) ORDER BY e.stream, e.seq LIMIT 20)`,
    [log],
  );
  return rows.map(({ code, stream, seq, index }) => ({
    code,
    stream,
    seq,
    ...(index !== null && { index: Number(index) }),
    message: code === 'ENTRY_MISSING' ? 'a sealed entry is gone' : 'an entry whose stream is gone',
  }));
}

/** Columns that the database derived from the bytes, and that the screens read, say something else than the bytes. */
export async function findDerived(
  client: ClientBase,
): Promise<(Omit<Finding, 'code'> & { code: 'PROJECTION_DIFFERS'; row: string })[]> {
  const { rows } = await client.query<{ stream: string; seq: number }>(
    `SELECT e.stream, e.seq FROM ledger.entry e CROSS JOIN LATERAL (SELECT ledger.body_json(e.body) AS doc) b
      WHERE e.doc IS DISTINCT FROM b.doc OR e.type IS DISTINCT FROM b.doc ->> 'type'
         OR e.at IS DISTINCT FROM ledger.instant(b.doc ->> 'at') LIMIT 20`,
  );
  const message = 'what the database derived from the bytes is not what they say';
  return rows.map(({ stream, seq }) => ({ code: 'PROJECTION_DIFFERS', stream, seq, row: 'ledger.entry', message }));
}
