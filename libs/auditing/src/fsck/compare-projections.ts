import { type ClientBase } from 'pg';
import { type AuditFinding } from './audit-finding.js';
import { PROJECTION_ROWS, ORPHANS, type ProjectionRow } from './projection-rows.js';
import { cellText, type ReplayedStream, WHOLE } from './replay-stream.js';

type Found = Omit<AuditFinding, 'part'>;

type Columns = Readonly<Record<string, unknown>>;

/** Where the tables hold something else than what these streams, played from their entries, come to. */
export async function compareProjections(client: ClientBase, replayed: readonly ReplayedStream[]): Promise<Found[]> {
  if (replayed.length === 0) return [];
  const { rows } = await client.query<ProjectionRow>(PROJECTION_ROWS, [replayed.map(({ stream }) => stream)]);
  const held = new Map<string, Map<string, Columns>>();
  for (const { stream, prefix, columns } of rows) {
    let own = held.get(stream);
    if (own === undefined) held.set(stream, (own = new Map<string, Columns>()));
    own.set(prefix, typeof columns === 'string' ? { [WHOLE]: columns } : columns);
  }
  const found: Found[] = [];
  for (const each of replayed) compareStream(each, held.get(each.stream) ?? new Map<string, Columns>(), found);
  return found;
}

function compareStream({ stream, rows }: ReplayedStream, held: ReadonlyMap<string, Columns>, found: Found[]): void {
  for (const [name, cells] of rows) {
    const there = held.get(name);
    for (const column in cells) {
      const said = cells[column];
      const value = cellText(there?.[column]);
      if (said === undefined || value === said.value) continue;
      const message = `the table says ${value ?? 'nothing'}, the log says ${said.value ?? 'nothing'}`;
      found.push({ code: 'PROJECTION_DIFFERS', stream, seq: said.seq, row: cellName(name, column), message });
    }
  }
  for (const [name, columns] of held) {
    const cells = rows.get(name);
    for (const column in columns) {
      const value = cellText(columns[column]);
      if (value === null || cells?.[column] !== undefined) continue;
      const message = `the table says ${value}, the log says nothing of it`;
      found.push({ code: 'PROJECTION_ORPHAN', stream, row: cellName(name, column), message });
    }
  }
}

const cellName = (row: string, column: string): string => (column === WHOLE ? row : `${row}.${column}`);

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
