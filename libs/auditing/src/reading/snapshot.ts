import { Client } from 'pg';

/** Several connections that see the database as it was at one instant, whatever is written meanwhile. */
export interface Snapshot {
  /** For plain questions. */
  readonly main: Client;
  /** A further connection at the same instant, closed with the snapshot. */
  another(): Promise<Client>;
}

// Reading everything in order of an index wins over sorting it on disk; nothing here is worth compiling, and starting
// parallel workers for each of many small questions costs more than they answer.
const SETTINGS =
  '-c TimeZone=UTC -c jit=off -c random_page_cost=1.1 -c work_mem=32MB -c max_parallel_workers_per_gather=0 -c statement_timeout=0 -c idle_in_transaction_session_timeout=0';
const BEGIN = 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** Runs `work` on one instant of the database. The role of the address needs to read, nothing else. */
export async function atOneInstant<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const clients: Client[] = [];
  const open = async (): Promise<Client> => {
    const client = new Client({ connectionString: url, options: SETTINGS, application_name: 'proofdesk-audit' });
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    await client.query(BEGIN);
    return client;
  };
  try {
    const main = await open();
    const { rows } = await main.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    const id = rows[0]?.id ?? '';
    const another = async (): Promise<Client> => {
      const client = await open();
      await client.query(`SET TRANSACTION SNAPSHOT '${id}'`);
      return client;
    };
    return await work({ main, another });
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
}
