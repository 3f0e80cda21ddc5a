import { type ClientBase } from 'pg';
import { type AuditFinding } from './audit-finding.js';
import { PROJECTION_ROWS, ORPHANS, type ProjectionRow } from './projection-rows.js';
import { cellText, type ReplayedStream } from './replay-stream.js';

type Found = Omit<AuditFinding, 'part'>;

/** Where the tables hold something else than what these streams, played from their entries, come to. */
export async function compareProjections(client: ClientBase, replayed: readonly ReplayedStream[]): Promise<Found[]> {
  if (replayed.length === 0) return [];
  const { rows } = await client.query<ProjectionRow>(PROJECTION_ROWS, [replayed.map(({ stream }) => stream)]);
  const held = new Map<string, Map<string, string>>();
  for (const { stream, prefix, columns } of rows) {
    const cells = held.get(stream) ?? new Map<string, string>();
    held.set(stream, cells);
    const named =
      typeof columns === 'string'
        ? [[prefix, columns]]
        : Object.entries(columns).map(([column, value]) => [`${prefix}.${column}`, value]);
    for (const [name, value] of named) {
      const text = cellText(value);
      if (text !== null) cells.set(name as string, text);
    }
  }
  return replayed.flatMap((each) => compareStream(each, held.get(each.stream) ?? new Map<string, string>()));
}

function compareStream(replayed: ReplayedStream, held: Map<string, string>): Found[] {
  const { stream } = replayed;
  const found: Found[] = [];
  for (const [name, { seq, value }] of replayed.cells()) {
    const there = held.get(name) ?? null;
    held.delete(name);
    if (there !== value)
      found.push({
        code: 'PROJECTION_DIFFERS',
        stream,
        seq,
        row: name,
        message: `the table says ${there ?? 'nothing'}, the log says ${value ?? 'nothing'}`,
      });
  }
  for (const [name, there] of held)
    found.push({
      code: 'PROJECTION_ORPHAN',
      stream,
      row: name,
      message: `the table says ${there}, the log says nothing of it`,
    });
  return found;
}

/** Rows of which the ledger never heard. */
export async function findOrphans(client: ClientBase): Promise<Found[]> {
  const found: Found[] = [];
  for (const [table, sql] of ORPHANS) {
    const { rows } = await client.query<{ key: string }>(sql);
    for (const { key } of rows)
      found.push({ code: 'PROJECTION_ORPHAN', row: `${table} ${key}`, message: 'the log says nothing of it' });
  }
  return found;
}
