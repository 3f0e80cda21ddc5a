import { type Disclosure, type EventType, type JsonValue } from '@proofdesk/ledger';
import { type ClientBase } from 'pg';
import { type PlacedEntry } from './read-streams.js';

/** `public`: what a published verdict shows its readers; `all`: every text that is still in the vault. */
export type Disclose = 'none' | 'public' | 'all';

/** Texts that readers of a published verdict see. What people wrote to one another stays with them. */
const PUBLIC: Partial<Record<EventType, readonly string[]>> = {
  'verdict.proposed': ['rationale'],
  'evidence.attached': ['url', 'title', 'quote', 'origin'],
  'verdict.corrected': ['publicNote'],
  'verdict.retraction_asked': ['publicNote'],
  'verdict.retracted': ['publicNote'],
};

export interface Disclosed {
  readonly statement: { readonly seq: number; readonly key: string; readonly value: JsonValue } | null;
  readonly disclosures: readonly Disclosure[];
}

/** Opens commitments of a history: the statement of its last publication, and the texts asked for. What was erased is left out. */
export async function readDisclosures(
  client: ClientBase,
  history: readonly PlacedEntry[],
  disclose: Disclose,
): Promise<Disclosed> {
  const published = history.findLast(
    ({ entry }) =>
      (entry.type === 'verdict.published' || entry.type === 'verdict.corrected') &&
      entry.commits?.['statement'] !== undefined,
  );
  const isWanted = ({ entry }: PlacedEntry, name: string): boolean =>
    disclose === 'all' ||
    (disclose === 'public' && published !== undefined && PUBLIC[entry.type]?.includes(name) === true);
  const wanted = history.flatMap((placed) =>
    Object.entries(placed.entry.commits ?? {})
      .filter(([name]) => (placed === published && name === 'statement') || isWanted(placed, name))
      .map(([name, commit]) => ({ placed, name, commit })),
  );
  const vault = await openVault(
    client,
    wanted.map(({ commit }) => commit),
  );
  const disclosures: Disclosure[] = [];
  let statement: Disclosed['statement'] = null;
  for (const { placed, name, commit } of wanted) {
    const opened = vault.get(commit);
    if (opened === undefined) continue;
    if (placed === published && name === 'statement') statement = { seq: placed.seq, ...opened };
    else disclosures.push({ stream: placed.stream, seq: placed.seq, name, ...opened });
  }
  return { statement, disclosures };
}

async function openVault(
  client: ClientBase,
  commits: readonly string[],
): Promise<Map<string, { key: string; value: JsonValue }>> {
  const { rows } = await client.query<{ commit: string; key: string; value: Buffer }>(
    `SELECT encode(p.commit, 'hex') AS commit, encode(p.key, 'hex') AS key, p.value FROM ledger.payload p
      WHERE p.commit = ANY (SELECT decode(c, 'hex') FROM unnest($1::text[]) c)`,
    [commits],
  );
  return new Map(
    rows.map(({ commit, key, value }) => [commit, { key, value: JSON.parse(value.toString('utf8')) as JsonValue }]),
  );
}
