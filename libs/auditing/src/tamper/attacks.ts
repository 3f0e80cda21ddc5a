import { CompactRange, encodeEntry, leafHash, type LedgerEntry, signCheckpoint, toHex } from '@proofdesk/ledger';
import { type LedgerTables } from './ledger-tables.js';
import { type Random } from './random.js';
import { type SampleKeys, tamperCrypto } from './sample-keys.js';

/** What an attack touched: entries, and leaves from `index` on. One of them must be named. */
export interface Harm {
  readonly entries: readonly { readonly stream: string; readonly seq: number }[];
  readonly leaves: readonly number[];
}

export interface Attack {
  readonly name: string;
  readonly does: (tables: LedgerTables, random: Random, keys: SampleKeys) => Harm;
}

type Entry = LedgerTables['entries'][number];
const { sha256 } = tamperCrypto;

const docOf = (entry: Entry): LedgerEntry => JSON.parse(entry.body.toString('utf8')) as LedgerEntry;
const leafOf = (body: Uint8Array): Buffer => Buffer.from(leafHash(body, sha256));
const indexOf = (tables: LedgerTables, { stream, seq }: { stream: string; seq: number }): number =>
  tables.leaves.find((leaf) => leaf.stream === stream && leaf.seq === seq)?.index ?? -1;
const isSealed = (tables: LedgerTables, entry: Entry): boolean => indexOf(tables, entry) >= 0;
const sealedOf = (tables: LedgerTables): Entry[] => tables.entries.filter((entry) => isSealed(tables, entry));
const streamOf = (tables: LedgerTables, stream: string): Entry[] =>
  tables.entries.filter((entry) => entry.stream === stream).sort((a, b) => a.seq - b.seq);

function harm(tables: LedgerTables, ...entries: readonly Entry[]): Harm {
  return {
    entries: entries.map(({ stream, seq }) => ({ stream, seq })),
    leaves: entries.map((entry) => indexOf(tables, entry)).filter((index) => index >= 0),
  };
}

/** Changes what an entry says, and its hash with it. */
function edit(entry: Entry, rating = 'bought'): void {
  entry.body = Buffer.from(encodeEntry({ ...docOf(entry), data: { rating } }));
  entry.leaf = leafOf(entry.body);
}

/** Numbers a stream from 1 and makes every entry follow the one before, as a careful forger would; the head too. */
function rechain(tables: LedgerTables, stream: string): void {
  let prev = '0'.repeat(64);
  const entries = streamOf(tables, stream);
  for (const [i, entry] of entries.entries()) {
    entry.seq = i + 1;
    entry.body = Buffer.from(encodeEntry({ ...docOf(entry), seq: i + 1, prev }));
    entry.leaf = leafOf(entry.body);
    prev = toHex(entry.leaf);
  }
  const head = tables.streams.find(({ id }) => id === stream);
  if (head !== undefined) Object.assign(head, { seq: entries.length, head: Buffer.from(prev, 'hex') });
}

/** Puts the entries' hashes where they were sealed. */
function reseal(tables: LedgerTables): void {
  for (const leaf of tables.leaves)
    leaf.leaf = tables.entries.find(({ stream, seq }) => stream === leaf.stream && seq === leaf.seq)?.leaf ?? leaf.leaf;
}

/** Sealed, with a sealed entry after it in its stream. */
function innerSealed(tables: LedgerTables, random: Random): Entry {
  return random.pick(
    sealedOf(tables).filter((entry) =>
      tables.entries.some(
        (next) => next.stream === entry.stream && next.seq === entry.seq + 1 && isSealed(tables, next),
      ),
    ),
  );
}

function lastUnsealed(tables: LedgerTables, random: Random): Entry {
  return random.pick(
    tables.entries.filter(
      (entry) =>
        !isSealed(tables, entry) &&
        !tables.entries.some((next) => next.stream === entry.stream && next.seq > entry.seq),
    ),
  );
}

/** Takes the entry out of its stream and out of the tree, and closes both gaps. */
function cutOut(tables: LedgerTables, gone: Entry): void {
  const index = indexOf(tables, gone);
  tables.entries = tables.entries.filter((entry) => entry !== gone);
  tables.leaves = tables.leaves.filter((leaf) => leaf.index !== index);
  for (const leaf of tables.leaves) {
    if (leaf.index > index) leaf.index--;
    if (leaf.stream === gone.stream && leaf.seq > gone.seq) leaf.seq--;
  }
  rechain(tables, gone.stream);
  reseal(tables);
}

/** Puts an entry into its stream after another and into the tree beside it, and makes room in both. */
function putIn(tables: LedgerTables, after: Entry): Entry {
  const index = indexOf(tables, after);
  const added = { ...after, seq: after.seq + 0.5 };
  for (const leaf of tables.leaves) {
    if (leaf.index > index) leaf.index++;
    if (leaf.stream === after.stream && leaf.seq > after.seq) leaf.seq++;
  }
  tables.leaves.push({ index: index + 1, stream: after.stream, seq: after.seq + 1, leaf: after.leaf });
  tables.leaves.sort((a, b) => a.index - b.index);
  tables.entries.push(added);
  edit(added, 'invented');
  rechain(tables, after.stream);
  reseal(tables);
  return added;
}

/** Everything as it was when the tree had `size` leaves; what was sealed later was not there yet. */
function goBack(tables: LedgerTables, size: number): Harm {
  const gone = tables.entries.filter((entry) => !(indexOf(tables, entry) >= 0 && indexOf(tables, entry) < size));
  const lost = harm(tables, ...gone);
  tables.entries = tables.entries.filter((entry) => !gone.includes(entry));
  tables.leaves = tables.leaves.filter(({ index }) => index < size);
  tables.checkpoints = tables.checkpoints.filter((checkpoint) => checkpoint.size <= size);
  tables.cosignatures = tables.cosignatures.filter((cosignature) => cosignature.size <= size);
  tables.streams = tables.streams.filter(({ id }) => tables.entries.some(({ stream }) => stream === id));
  for (const stream of tables.streams) {
    const last = streamOf(tables, stream.id).at(-1);
    if (last !== undefined) Object.assign(stream, { seq: last.seq, head: last.leaf });
  }
  return lost;
}

/** Every checkpoint signed again over the leaves as they are now; the witness's lines would not fit and are left out. */
function resign(tables: LedgerTables, { origin, log }: SampleKeys): void {
  const tree = new CompactRange(sha256);
  tables.cosignatures = [];
  for (const { leaf } of tables.leaves) {
    tree.append(new Uint8Array(leaf));
    const checkpoint = tables.checkpoints.find(({ size }) => size === tree.size);
    if (checkpoint === undefined) continue;
    checkpoint.root = Buffer.from(tree.root());
    checkpoint.note = signCheckpoint({ origin, size: tree.size, root: tree.root() }, log.key, log.sign);
  }
}

/** The twelve ways of the integrity report §0.1 and §5 (1 to 12), and 13; each as careful as its class allows. */
export const ATTACKS: readonly Attack[] = [
  {
    name: 'flip one bit of a stored body',
    does(tables, random) {
      const entry = random.pick(tables.entries.filter((each) => isSealed(tables, each)));
      const at = random.below(entry.body.length);
      entry.body = Buffer.from(entry.body.map((byte, i) => (i === at ? byte ^ (1 << random.below(8)) : byte)));
      return harm(tables, entry);
    },
  },
  {
    name: 'edit a sealed body, recompute its leaf',
    does(tables, random) {
      const entry = innerSealed(tables, random);
      edit(entry);
      return harm(tables, entry);
    },
  },
  {
    name: 'edit a sealed body, rechain the whole stream and its sealed leaves',
    does(tables, random) {
      const entry = innerSealed(tables, random);
      const touched = harm(tables, entry);
      edit(entry);
      rechain(tables, entry.stream);
      reseal(tables);
      return touched;
    },
  },
  {
    name: 'edit the last sealed entry of a stream, its leaf and head',
    does(tables, random) {
      const candidates = sealedOf(tables).filter(
        (entry) => !tables.leaves.some((leaf) => leaf.stream === entry.stream && leaf.seq > entry.seq),
      );
      const entry = random.pick(candidates);
      edit(entry);
      rechain(tables, entry.stream);
      reseal(tables);
      return harm(tables, entry);
    },
  },
  {
    name: 'delete a sealed entry',
    does(tables, random) {
      const entry = innerSealed(tables, random);
      const touched = harm(tables, entry);
      tables.entries = tables.entries.filter((each) => each !== entry);
      return touched;
    },
  },
  {
    name: 'delete a sealed entry, renumber and rechain stream and tree',
    does(tables, random) {
      const entry = innerSealed(tables, random);
      const touched = harm(tables, entry);
      cutOut(tables, entry);
      return touched;
    },
  },
  {
    name: 'swap the places of two leaves',
    does(tables, random) {
      const place = random.pick(
        tables.leaves.slice(0, -1).filter(({ index, stream }) => tables.leaves[index + 1]?.stream !== stream),
      );
      const next = tables.leaves[place.index + 1];
      if (next === undefined) throw new RangeError('no leaf after it');
      const touched = {
        entries: [place, next].map(({ stream, seq }) => ({ stream, seq })),
        leaves: [place.index, next.index],
      };
      [place.index, next.index] = [next.index, place.index];
      return touched;
    },
  },
  {
    name: 'insert a back-dated entry into a sealed stream and the tree',
    does(tables, random) {
      const added = putIn(tables, innerSealed(tables, random));
      return harm(tables, added);
    },
  },
  {
    name: "put yesterday's backup back",
    does(tables, random) {
      const older = tables.checkpoints.slice(0, -1);
      return goBack(tables, random.pick(older).size);
    },
  },
  {
    name: 'rewrite the history and sign it again with the stolen log key',
    does(tables, random, keys) {
      const entry = innerSealed(tables, random);
      const touched = harm(tables, entry);
      edit(entry);
      rechain(tables, entry.stream);
      reseal(tables);
      resign(tables, keys);
      return touched;
    },
  },
  {
    name: 'drop the tail that is not sealed yet',
    does(tables) {
      const tail = tables.entries.filter((entry) => !isSealed(tables, entry));
      const touched = harm(tables, ...tail);
      tables.entries = tables.entries.filter((entry) => isSealed(tables, entry));
      for (const { id } of tables.streams) rechain(tables, id);
      tables.streams = tables.streams.filter(({ id }) => tables.entries.some(({ stream }) => stream === id));
      return touched;
    },
  },
  {
    name: 'edit an entry that is not sealed yet, its leaf and head',
    does(tables, random) {
      const entry = lastUnsealed(tables, random);
      edit(entry);
      rechain(tables, entry.stream);
      return harm(tables, entry);
    },
  },
  {
    name: 'delete all checkpoints',
    does(tables) {
      tables.checkpoints = [];
      tables.cosignatures = [];
      return { entries: [], leaves: tables.leaves.map(({ index }) => index) };
    },
  },
];
