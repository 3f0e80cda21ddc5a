import { bytesEqual, leafHash, readEntryLinks, toHex } from '@proofdesk/ledger';
import { sha256 } from '../crypto.js';
import { SealFault } from '../seal-fault.js';
import { type EntryRow } from './tables.js';

/**
 * Puts entries into an order in which seq grows within each stream, and leaves the order else as it is. A transaction that began
 * earlier may have continued a stream that a younger one wrote to first.
 */
export function inChainOrder(entries: readonly EntryRow[]): EntryRow[] {
  const streams = new Map<string, EntryRow[]>();
  let isOrdered = true;
  for (const entry of entries) {
    const rows = streams.get(entry.stream);
    if (rows === undefined) streams.set(entry.stream, [entry]);
    else {
      isOrdered &&= (rows.at(-1)?.seq ?? 0) < entry.seq;
      rows.push(entry);
    }
  }
  if (isOrdered) return [...entries];
  const next = new Map([...streams].map(([stream, rows]) => [stream, rows.toSorted((a, b) => a.seq - b.seq).values()]));
  return entries.map((entry) => next.get(entry.stream)?.next().value ?? entry);
}

/** The first entry of each stream. */
export function firstOfStreams(entries: readonly EntryRow[]): EntryRow[] {
  const seen = new Map<string, EntryRow>();
  for (const entry of entries) if (!seen.has(entry.stream)) seen.set(entry.stream, entry);
  return [...seen.values()];
}

export const placeOf = ({ stream, seq }: { readonly stream: string; readonly seq: number }): string =>
  `${stream} ${seq}`;

/**
 * The last entry of each stream that has a gap, or does not begin after a sealed entry: a batch cut by age can lack what
 * a younger transaction wrote first.
 */
export function lastOfTorn(ordered: readonly EntryRow[], before: ReadonlyMap<string, Uint8Array>): EntryRow[] {
  const last = new Map<string, EntryRow>();
  const torn = new Set<string>();
  for (const entry of ordered) {
    const { stream, seq } = entry;
    const sealed = seq === 1 || before.has(placeOf({ stream, seq: seq - 1 }));
    const follows = last.has(stream) ? last.get(stream)?.seq === seq - 1 : sealed;
    if (!follows) torn.add(stream);
    last.set(stream, entry);
  }
  return [...last.values()].filter(({ stream }) => torn.has(stream));
}

/**
 * Hashes each body again and follows each chain, before anything is signed: nothing the database computed is believed.
 * @param before leaf hashes of the entries before the first of each stream, by `<stream> <seq>`
 * @throws SealFault that names the entry
 */
export function checkEntries(entries: readonly EntryRow[], before: ReadonlyMap<string, Uint8Array>): void {
  const heads = new Map<string, { seq: number; leaf: Uint8Array }>();
  for (const { stream, seq, body, leaf } of entries) {
    const hash = leafHash(body, sha256);
    if (!bytesEqual(hash, leaf))
      throw new SealFault('LEAF_DIFFERS', `entry ${seq} of ${stream} hashes to ${toHex(hash)}, not to ${toHex(leaf)}`);
    const links = readEntryLinks(body);
    if (links?.stream !== stream || links.seq !== seq)
      throw new SealFault('CHAIN_BROKEN', `entry ${seq} of ${stream}: its bytes say that it stands elsewhere`);
    const head = heads.get(stream) ?? headBefore(stream, seq, before);
    if (head?.seq !== seq - 1 || links.prev !== toHex(head.leaf))
      throw new SealFault('CHAIN_BROKEN', `entry ${seq} of ${stream} does not follow the entry before it`);
    heads.set(stream, { seq, leaf: hash });
  }
}

const NOTHING = new Uint8Array(32);

function headBefore(
  stream: string,
  seq: number,
  before: ReadonlyMap<string, Uint8Array>,
): { seq: number; leaf: Uint8Array } | undefined {
  const leaf = seq === 1 ? NOTHING : before.get(placeOf({ stream, seq: seq - 1 }));
  return leaf && { seq: seq - 1, leaf };
}
