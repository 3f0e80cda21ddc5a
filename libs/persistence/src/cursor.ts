/** Where a page ended, as the opaque text that the next request sends back. */
export type CursorPart = string | number;

export const encodeCursor = (parts: readonly CursorPart[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');

/** The parts of a cursor of ours, or null for anything else; `shape` says of what type each part is. */
export function decodeCursor(text: string, shape: readonly ('string' | 'number')[]): CursorPart[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== shape.length) return null;
    return parts.every((part, i) => typeof part === shape[i]) ? (parts as CursorPart[]) : null;
  } catch {
    return null;
  }
}

/** A cursor that was not made by us: the request is at fault, not the database. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}

/** The parts, or `BadCursor`. An absent cursor is the first page. */
export function readCursor(text: string | undefined, shape: readonly ('string' | 'number')[]): CursorPart[] | null {
  if (text === undefined) return null;
  const parts = decodeCursor(text, shape);
  if (parts === null) throw new BadCursor('The cursor `after` is not one that this server gave out.');
  return parts;
}

/** Cuts a page from rows that were asked for with one more than `limit`. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toCursor: (row: Row) => readonly CursorPart[],
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor(toCursor(last)) : null;
  return { items: shown.map(toItem), next };
}
