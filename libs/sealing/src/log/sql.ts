import { Client, type QueryResultRow } from 'pg';

/** A connection, as far as it is used: one statement after another. */
export interface Sql {
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
}

/**
 * The tables grow between two ANALYZEs from nothing to millions, and a plan that reads them whole stalls the sealer; every
 * query here has its index.
 */
const SETTINGS = [
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'enable_seqscan=off',
  'jit=off',
  'TimeZone=UTC',
  'synchronous_commit=on',
  'statement_timeout=120000',
  'idle_in_transaction_session_timeout=120000',
];

/** A connection with the settings that sealing needs. Close it with `end`. @throws pg's error */
export async function connect(url: string, name: string): Promise<Sql & { end(): Promise<void> }> {
  const client = new Client({
    connectionString: url,
    application_name: name,
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while idle says so at the next query.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return {
    query: (text, values) => client.query(text, values === undefined ? undefined : [...values]),
    end: () => client.end().catch(() => {}),
  };
}

/** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
export async function inTransaction<T>(sql: Sql, begin: string, work: () => Promise<T>): Promise<T> {
  await sql.query(begin);
  let value: T;
  try {
    value = await work();
  } catch (error) {
    await sql.query('ROLLBACK').catch(() => {});
    throw error;
  }
  await sql.query('COMMIT');
  return value;
}

export async function firstRow<Row extends QueryResultRow>(
  sql: Sql,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row | undefined> {
  return (await sql.query<Row>(text, values)).rows[0];
}
