import * as crypto from 'node:crypto';
import { encodeBundle, MAX_BUNDLE_BYTES, nodeCrypto, type Policy } from '@proofdesk/ledger';
import { type ClientBase } from 'pg';
import { atOneInstant } from '../reading/snapshot.js';
import { chooseCheckpoint } from './choose-checkpoint.js';
import { type Disclose, readDisclosures } from './read-disclosures.js';
import { readProofs } from './read-proofs.js';
import { type PlacedEntry, readStreams } from './read-streams.js';

const node = nodeCrypto(crypto);

export interface BundleOptions {
  /** `public` where left out. */
  readonly disclose?: Disclose;
  /** Where given, the checkpoint is one that this policy believes. */
  readonly policy?: Policy;
}

export type BundleRefusalCode =
  /** No history under this id. */
  | 'NOT_FOUND'
  /** The last entries have no place in the tree yet; try again in a second. */
  | 'NOT_SEALED'
  /** No checkpoint over them (that the policy believes) yet. */
  | 'NO_CHECKPOINT'
  /** More than a bundle may hold. */
  | 'TOO_LARGE';

export type ExportedBundle =
  | {
      readonly ok: true;
      readonly value: { readonly bytes: Uint8Array; readonly size: number; readonly entries: number };
    }
  | { readonly ok: false; readonly refusal: { readonly code: BundleRefusalCode; readonly message: string } };

const refuse = (code: BundleRefusalCode, message: string): ExportedBundle => ({
  ok: false,
  refusal: { code, message },
});

/**
 * The proof bundle of one history (an assertion's id): all its entries, the records of roles it refers to, an inclusion
 * proof for each entry against one checkpoint with its cosignatures, the published statement, and texts as asked.
 * @param url connection string of a role that may read the ledger and its vault: app or auditor
 */
export function exportBundle(url: string, stream: string, options: BundleOptions = {}): Promise<ExportedBundle> {
  return atOneInstant(url, ({ main }) => bundleOf(main, stream, options));
}

async function bundleOf(client: ClientBase, stream: string, options: BundleOptions): Promise<ExportedBundle> {
  const logs = await client.query<{ log: number }>('SELECT id AS log FROM ledger.log ORDER BY id DESC LIMIT 1');
  const log = logs.rows[0]?.log ?? 0;
  const history = (await readStreams(client, log, [stream])).get(stream);
  if (history === undefined) return refuse('NOT_FOUND', `the ledger has no history ${stream}`);
  const refs = history.flatMap(({ entry }) => entry.refs ?? []);
  const people = await readStreams(
    client,
    log,
    [...new Set(refs.map((ref) => ref.stream))].filter((id) => id !== stream),
  );
  const needed = neededSize(history, people);
  if (needed === undefined) return refuse('NOT_SEALED', 'the last entries are not sealed yet');
  const checkpoint = await chooseCheckpoint(client, log, needed, options.policy, node);
  if (checkpoint === undefined)
    return refuse(
      'NO_CHECKPOINT',
      `no checkpoint over ${needed} leaves is signed${options.policy ? ' as the policy asks' : ''} yet`,
    );
  // Of a person's stream what the tree has: it goes on with matters of others.
  const streams = [history, ...people.values()].map((entries) => entries.filter((each) => isIn(each, checkpoint.size)));
  const indices = streams.flat().map(({ index }) => index ?? 0);
  const proofs = await readProofs(client, log, indices, checkpoint.size, node.sha256);
  const { statement, disclosures } = await readDisclosures(client, history, options.disclose ?? 'public');
  const bytes = encodeBundle(
    {
      checkpoint: checkpoint.note,
      streams: streams.map((entries) => ({
        stream: entries[0]?.stream ?? stream,
        entries: entries.map(({ body, index }) => ({ body, index: index ?? 0, proof: proofs.get(index ?? 0) ?? [] })),
      })),
      statement,
      disclosures,
    },
    node.sha256,
  );
  return bytes.length > MAX_BUNDLE_BYTES
    ? refuse('TOO_LARGE', `the bundle has ${bytes.length} bytes; ${MAX_BUNDLE_BYTES} are the most a verifier takes`)
    : { ok: true, value: { bytes, size: checkpoint.size, entries: indices.length } };
}

const isIn = ({ index }: PlacedEntry, size: number): boolean => index !== null && index < size;

/** How many leaves the tree must have for the history and whatever it refers to; undefined while one of these has no place. */
function neededSize(
  history: readonly PlacedEntry[],
  people: ReadonlyMap<string, readonly PlacedEntry[]>,
): number | undefined {
  const referred = history.flatMap(({ entry }) =>
    (entry.refs ?? []).map((ref) => people.get(ref.stream)?.[ref.seq - 1]),
  );
  let size = 0;
  for (const placed of [...history, ...referred]) {
    if (placed === undefined) continue;
    if (placed.index === null) return undefined;
    size = Math.max(size, placed.index + 1);
  }
  return size;
}
