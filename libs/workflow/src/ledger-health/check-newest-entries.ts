import * as crypto from 'node:crypto';
import { type LedgerAnomaly } from '@proofdesk/contract';
import { bytesEqual, leafHash, nodeCrypto, NO_ENTRY, readEntryLinks, toHex } from '@proofdesk/ledger';
import { type NewestEntry, type NewestLeaf } from '@proofdesk/persistence';

const { sha256 } = nodeCrypto(crypto);

export const alarm = (code: string, text: string, at?: { stream: string; seq: number }): LedgerAnomaly => ({
  code,
  severity: 'alarm',
  text,
  stream: at?.stream ?? null,
  seq: at?.seq ?? null,
});

/**
 * What is wrong with the newest entries: each body is hashed again and held against its row, its place in the tree, the entry
 * before it, and the head of its stream. In words, with the entry where it shows. (The codes are those of fsck.)
 */
export function checkNewestEntries(entries: readonly NewestEntry[]): LedgerAnomaly[] {
  return entries.flatMap((entry) => {
    const [code, text] = faultOf(entry) ?? [];
    return code === undefined || text === undefined
      ? []
      : [alarm(code, `Entry ${entry.seq} of ${entry.stream}: ${text}`, entry)];
  });
}

function faultOf(entry: NewestEntry): readonly [code: string, text: string] | null {
  const hash = leafHash(entry.body, sha256);
  const links = readEntryLinks(entry.body);
  if (links === undefined) return ['BODY_MALFORMED', 'its bytes are no entry.'];
  if (!bytesEqual(hash, entry.leaf)) return ['LEAF_DIFFERS', 'its bytes do not give the hash beside them.'];
  if (entry.placed !== null && !bytesEqual(hash, entry.placed))
    return ['LEAF_DIFFERS', 'its bytes are not those that were sealed. It was changed afterwards.'];
  if (links.stream !== entry.stream || links.seq !== entry.seq)
    return ['PLACE_DIFFERS', 'its bytes say that it stands elsewhere.'];
  if (entry.seq > 1 && entry.before === null) return ['SEQ_GAP', 'the entry before it is gone.'];
  if (links.prev !== (entry.before === null ? NO_ENTRY : toHex(entry.before)))
    return ['CHAIN_BROKEN', 'it does not follow the entry before. One of the two was changed.'];
  if (entry.hasNext) return null;
  if (entry.headSeq !== entry.seq)
    return ['SEQ_GAP', `the stream stands at ${entry.headSeq}: entries after it are gone.`];
  return bytesEqual(hash, entry.head) ? null : ['HEAD_DIFFERS', 'the stream ends with another hash. It was changed.'];
}

/**
 * What is wrong with the newest places of the tree.
 * @param signedSize leaves of the newest checkpoint; 0 where nothing was signed
 */
export function checkNewestLeaves(leaves: readonly NewestLeaf[], signedSize: number): LedgerAnomaly[] {
  const size = (leaves[0]?.index ?? -1) + 1;
  const found: LedgerAnomaly[] = [];
  if (size < signedSize)
    found.push(
      alarm('LOG_ROLLED_BACK', `A tree of ${signedSize} entries was signed; ${size} are left. Entries were removed.`),
    );
  for (const [i, leaf] of leaves.entries()) {
    const next = leaves[i - 1];
    if (next !== undefined && next.index !== leaf.index + 1)
      found.push(alarm('INDEX_GAP', `The tree has a gap: no entries from ${leaf.index + 1} to ${next.index - 1}.`));
    if (leaf.entry === null)
      found.push(alarm('ENTRY_MISSING', `Entry ${leaf.seq} of ${leaf.stream} is in the tree and gone.`, leaf));
  }
  return found;
}
