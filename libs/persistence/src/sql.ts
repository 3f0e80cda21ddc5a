import { type EntityManager, type EntitySchema, type ObjectLiteral } from 'typeorm';

/** Rows of one statement, also where TypeORM answers `[rows, count]` (UPDATE and DELETE). Parameters are never spliced into SQL. */
export async function query<Row>(manager: EntityManager, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
  const answer: unknown = await manager.query(sql, [...params]);
  if (Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number')
    return answer[0] as Row[];
  return answer as Row[];
}

/** The first row, or null. */
export async function queryOne<Row>(
  manager: EntityManager,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row | null> {
  return (await query<Row>(manager, sql, params))[0] ?? null;
}

/** Number of rows an UPDATE or DELETE touched. */
export async function execute(manager: EntityManager, sql: string, params: readonly unknown[] = []): Promise<number> {
  const answer: unknown = await manager.query(sql, [...params]);
  return Array.isArray(answer) && typeof answer[1] === 'number' ? answer[1] : 0;
}

/**
 * Inserts any number of rows in one statement: they travel as one JSON parameter and PostgreSQL types them, so there is
 * no limit of 65,535 parameters. Every row has the columns of the first; the others take their defaults.
 */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<T>,
  rows: readonly Partial<T>[],
  onConflict = '',
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const metadata = manager.dataSource.getMetadata(entity);
  const columns = metadata.columns.filter((column) => column.propertyName in first);
  const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
  const typed = columns.map((column) => `"${column.databaseName}" ${String(column.type)}`).join(', ');
  const plain = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column.databaseName, toJson(row[column.propertyName])])),
  );
  await manager.query(
    `INSERT INTO "${metadata.tableName}" (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS rows(${typed}) ${onConflict}`,
    [JSON.stringify(plain)],
  );
}

const toJson = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : (value ?? null));
