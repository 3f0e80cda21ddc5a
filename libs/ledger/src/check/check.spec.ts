import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toHex, utf8 } from '../encoding/bytes.js';
import { canonicalBytes, type JsonValue } from '../encoding/canonical-json.js';
import { parseCheckpointText } from '../note/checkpoint.js';
import { parsePolicy } from '../note/policy.js';
import { parseNote } from '../note/signed-note.js';
import { encodeEntry, leafHash } from '../record/entry-bytes.js';
import { type LedgerEntry } from '../record/entry.js';
import { seededRandom } from '../testing/random.js';
import { SampleHistory } from '../testing/sample-history.js';
import { sampleCrypto, samplePolicyText, sampleStranger } from '../testing/sample-keys.js';
import { CompactRange } from '../tree/compact-range.js';
import { tileKey } from '../tree/tiles.js';
import { ChainCheck, type ChainRow } from './chain-check.js';
import { checkCheckpoint } from './checkpoint-check.js';
import { readEntryLinks } from './entry-links.js';
import { type Finding } from './finding.js';
import { type LeafRow, TreeCheck, type TreeHead } from './tree-check.js';

const { sha256 } = sampleCrypto;

/** The three tables as plain rows that a test may spoil. */
interface Tables {
  streams: Map<string, { seq: number; head: string }>;
  entries: { stream: string; seq: number; body: Uint8Array; leaf: Uint8Array }[];
  leaves: { index: number; stream: string; seq: number; leaf: Uint8Array }[];
  heads: TreeHead[];
}

function tables(seed: number): Tables {
  const { log } = new SampleHistory(seededRandom(seed));
  const entries = log.rows.map(({ entry, body, leaf }) => ({ stream: entry.stream, seq: entry.seq, body, leaf }));
  const streams = new Map(log.rows.map(({ entry, leaf }) => [entry.stream, { seq: entry.seq, head: toHex(leaf) }]));
  const head = (size: number): TreeHead => {
    const checkpoint = parseCheckpointText(parseNote(log.checkpoint(size))?.text ?? '');
    return { size, root: checkpoint?.root ?? new Uint8Array() };
  };
  // The last two entries are not sealed yet.
  const sealed = entries.length - 2;
  const leaves = entries.slice(0, sealed).map(({ stream, seq, leaf }, index) => ({ index, stream, seq, leaf }));
  return { streams, entries, leaves, heads: [5, 12, sealed].map(head) };
}

function check({ streams, entries, leaves, heads }: Tables, deep = false): Finding[] {
  const chain = new ChainCheck(sha256, { deep });
  const tree = new TreeCheck(sha256, heads);
  const indexOf = new Map(leaves.map((l) => [`${l.stream} ${l.seq}`, l.index]));
  const rows: ChainRow[] = [...streams].flatMap(([stream, { seq: headSeq, head }]) => {
    const own = entries.filter((e) => e.stream === stream).sort((a, b) => a.seq - b.seq);
    const withEntry: ChainRow[] = own.map((e) => ({
      stream,
      headSeq,
      head,
      entry: { ...e, index: indexOf.get(`${stream} ${e.seq}`) ?? null },
    }));
    return withEntry.length > 0 ? withEntry : [{ stream, headSeq, head, entry: null }];
  });
  const leafRow = (l: Tables['leaves'][number]): LeafRow => ({
    ...l,
    entryLeaf: entries.find((e) => e.stream === l.stream && e.seq === l.seq)?.leaf ?? null,
  });
  const found = [...rows.flatMap((row) => chain.add(row)), ...chain.finish()];
  return [
    ...found,
    ...leaves.toSorted((a, b) => a.index - b.index).flatMap((l) => tree.add(leafRow(l))),
    ...tree.finish(),
  ];
}

const edit = (body: Uint8Array): Uint8Array => {
  const doc = JSON.parse(new TextDecoder().decode(body)) as LedgerEntry;
  return encodeEntry({ ...doc, sw: '6.6.6' });
};

/** Follows every link of a stream again after an edit, as a careful forger would, and its head. */
function rechain(t: Tables, stream: string, sealedToo: boolean): void {
  let prev = '0'.repeat(64);
  for (const [i, e] of t.entries
    .filter((x) => x.stream === stream)
    .sort((a, b) => a.seq - b.seq)
    .entries()) {
    const doc = JSON.parse(new TextDecoder().decode(e.body)) as LedgerEntry;
    e.seq = i + 1;
    e.body = canonicalBytes({ ...doc, prev, seq: i + 1 } as unknown as JsonValue);
    e.leaf = leafHash(e.body, sha256);
    prev = toHex(e.leaf);
    const leaf = t.leaves.find((l) => l.stream === stream && l.seq === e.seq);
    if (sealedToo && leaf !== undefined) leaf.leaf = e.leaf;
    t.streams.set(stream, { seq: e.seq, head: prev });
  }
}

const codes = (findings: readonly Finding[]): string[] => [...new Set(findings.map((f) => f.code))];

describe('a ledger as it should be', () => {
  it('has no findings, quick or deep', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(check(tables(seed))).toEqual([]);
      expect(check(tables(seed), true)).toEqual([]);
    }
  });
});

describe('a ledger tampered with', () => {
  /** The entry spoiled is one of the middle of the assertion's stream, sealed. */
  const victim = (t: Tables): Tables['entries'][number] => {
    const longest = t.entries.filter(
      (e) => t.entries.filter((x) => x.stream === e.stream).length > 7 && e.seq === 4,
    )[0];
    if (longest === undefined) throw new Error('no long stream');
    return longest;
  };
  const indexOf = (t: Tables, e: { stream: string; seq: number }): number =>
    t.leaves.find((l) => l.stream === e.stream && l.seq === e.seq)?.index ?? -1;

  it.each<[string, string, (t: Tables, e: Tables['entries'][number]) => void]>([
    ['one bit of a body', 'LEAF_DIFFERS', (_t, e) => (e.body = e.body.map((b, i) => (i === 40 ? b ^ 1 : b)))],
    ['a body', 'LEAF_DIFFERS', (_t, e) => (e.body = edit(e.body))],
    [
      'a body and its leaf',
      'LEAF_DIFFERS',
      (_t, e) => {
        e.body = edit(e.body);
        e.leaf = leafHash(e.body, sha256);
      },
    ],
    [
      'a body, its leaf and its sealed leaf',
      'CHAIN_BROKEN',
      (t, e) => {
        e.body = edit(e.body);
        e.leaf = leafHash(e.body, sha256);
        const leaf = t.leaves[indexOf(t, e)];
        if (leaf !== undefined) leaf.leaf = e.leaf;
      },
    ],
    [
      'a stream, rechained',
      'LEAF_DIFFERS',
      (t, e) => {
        e.body = edit(e.body);
        rechain(t, e.stream, false);
      },
    ],
    [
      'a stream, rechained, with its sealed leaves',
      'ROOT_DIFFERS',
      (t, e) => {
        e.body = edit(e.body);
        rechain(t, e.stream, true);
      },
    ],
    ['a row deleted', 'SEQ_GAP', (t, e) => void t.entries.splice(t.entries.indexOf(e), 1)],
    [
      'a row deleted, the rest renumbered and rechained',
      'ROOT_DIFFERS',
      (t, e) => {
        t.entries.splice(t.entries.indexOf(e), 1);
        rechain(t, e.stream, true);
      },
    ],
    [
      'two indices swapped',
      'SEALED_OUT_OF_ORDER',
      (t, e) => {
        const [a, b] = [t.leaves[indexOf(t, e)], t.leaves[indexOf(t, { stream: e.stream, seq: 5 })]];
        if (a !== undefined && b !== undefined) [a.index, b.index] = [b.index, a.index];
      },
    ],
    ['a sealed leaf removed', 'INDEX_GAP', (t, e) => void t.leaves.splice(indexOf(t, e), 1)],
    [
      'the head of a stream moved back',
      'HEAD_DIFFERS',
      (t, e) => void t.streams.set(e.stream, { seq: 3, head: '0'.repeat(64) }),
    ],
    [
      'all entries of a stream gone',
      'HEAD_DIFFERS',
      (t, e) => (t.entries = t.entries.filter((x) => x.stream !== e.stream)),
    ],
    [
      'a text put for a body',
      'BODY_MALFORMED',
      (_t, e) => {
        e.body = utf8('{}');
        e.leaf = leafHash(e.body, sha256);
      },
    ],
    [
      'an entry moved into another stream',
      'PLACE_DIFFERS',
      (t, e) =>
        void t.entries.push({ ...e, stream: t.entries.find((x) => x.stream !== e.stream)?.stream ?? '', seq: 99 }),
    ],
  ])('%s: %s', (_name, code, tamper) => {
    for (let seed = 0; seed < 10; seed++) {
      const t = tables(seed);
      const e = victim(t);
      const { stream, seq } = e;
      const index = indexOf(t, e);
      tamper(t, e);
      const findings = check(t);
      expect(codes(findings)).toContain(code);
      // Located: a finding names the row, or a later one of its stream, or a stretch of the tree with it inside.
      const names = (f: Finding): boolean =>
        (f.stream === stream && (f.seq ?? 0) >= Math.min(seq, 1)) ||
        ((f.index ?? Infinity) <= index && (f.lastIndex ?? -1) >= index);
      expect(findings.some(names) || code === 'PLACE_DIFFERS').toBe(true);
    }
  });

  it('the database of yesterday: the checkpoint seen outside is larger than what is left', () => {
    const t = tables(1);
    const [old, outside] = [t.heads[1], t.heads[2]];
    if (old === undefined || outside === undefined) throw new Error('no checkpoints');
    t.entries = t.entries.slice(0, 12);
    t.leaves = t.leaves.slice(0, 12);
    t.streams = new Map(t.entries.map((e) => [e.stream, { seq: e.seq, head: toHex(e.leaf) }]));
    t.heads = [old];
    expect(check(t)).toEqual([]);
    expect(codes(check({ ...t, heads: [old, outside] }))).toEqual(['LOG_ROLLED_BACK']);
  });

  it('a checkpoint of the empty tree with another root', () => {
    const wrong = [{ size: 0, root: sha256(utf8('x')) }];
    expect(new TreeCheck(sha256, wrong).finish()).toMatchObject([{ code: 'ROOT_DIFFERS' }]);
    const leaf = sha256(utf8('leaf'));
    expect(new TreeCheck(sha256, wrong).add({ index: 0, stream: 's', seq: 1, leaf, entryLeaf: leaf })).toMatchObject([
      { code: 'ROOT_DIFFERS' },
    ]);
    expect(new TreeCheck(sha256, [{ size: 0, root: sha256(new Uint8Array()) }]).finish()).toEqual([]);
  });

  it('a stored node', () => {
    const leaves = Array.from({ length: 600 }, (_, i) => sha256(utf8(String(i))));
    const nodes = new Map<string, Uint8Array>();
    const tree = new CompactRange(sha256);
    for (const leaf of leaves)
      tree.append(leaf, (height, index, hash) => height === 8 && nodes.set(tileKey({ level: 1, index }), hash));
    const run = (): Finding[] => {
      const checker = new TreeCheck(sha256, [{ size: 600, root: tree.root() }], nodes);
      return leaves.flatMap((leaf, index) => checker.add({ index, stream: 's', seq: 1, leaf, entryLeaf: leaf }));
    };
    expect(run()).toEqual([]);
    nodes.set('1/1', sha256(utf8('x')));
    expect(run()).toMatchObject([{ code: 'NODE_DIFFERS', index: 256, lastIndex: 511 }]);
  });
});

describe('a stored checkpoint', () => {
  it('must be signed, say what its row says, and carry right cosignatures', async () => {
    const parsed = await parsePolicy(samplePolicyText, sampleCrypto);
    if (!parsed.ok) throw new Error(parsed.refusal.message);
    const { log } = new SampleHistory(seededRandom(1));
    const [text, lines = ''] = log.checkpoint(12).split('\n\n');
    const [own = '', ...cosignatures] = lines.trimEnd().split('\n');
    const row = {
      size: 12,
      root: tables(1).heads[1]?.root ?? new Uint8Array(),
      note: `${text}\n\n${own}\n`,
      cosignatures,
    };
    expect(await checkCheckpoint(row, parsed.value, sampleCrypto)).toMatchObject({
      ok: true,
      cosigners: [{ name: 'w0' }, { name: 'w1' }],
    });
    const wrong = async (change: Partial<typeof row>): Promise<void> =>
      expect(await checkCheckpoint({ ...row, ...change }, parsed.value, sampleCrypto)).toMatchObject({
        ok: false,
        finding: { code: 'CHECKPOINT_WRONG' },
      });
    await wrong({ size: 13 });
    await wrong({ root: sha256(utf8('x')) });
    await wrong({ note: row.note.replace('\n12\n', '\n13\n') });
    await wrong({ cosignatures: cosignatures.map((line) => line.replace(/.{6}$/, 'AAAAA=')) });
    expect(
      await checkCheckpoint(
        { ...row, cosignatures: [`— ${sampleStranger.key.name} AAAAAAAA`] },
        parsed.value,
        sampleCrypto,
      ),
    ).toMatchObject({ ok: true, cosigners: [] });
  });
});

describe('the quick reading of links', () => {
  it('reads what the strict reading reads', () => {
    for (const { entry, body } of new SampleHistory(seededRandom(5)).log.rows) {
      const { stream, seq, prev, at } = entry;
      expect(readEntryLinks(body)).toEqual({ stream, seq, prev, at });
    }
  });

  it('is not misled by what stands deeper or in strings, and ends on any bytes', () => {
    expect(
      readEntryLinks(utf8('{"at":"a","data":{"prev":"x","seq":9,"t":"\\"seq\\":8,"},"prev":"p","seq":2,"stream":"s"}')),
    ).toEqual({ at: 'a', prev: 'p', seq: 2, stream: 's' });
    expect(readEntryLinks(utf8('{"at":"a","prev":"p","seq":2,"seq":3,"stream":"s"}'))).toBeUndefined();
    expect(readEntryLinks(utf8('{"at":"a","prev":"p","seq":2.5,"stream":"s"}'))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readEntryLinks(bytes)),
      { numRuns: 500 },
    );
  });
});
