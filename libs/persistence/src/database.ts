import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions } from './migrate.js';
import { type LedgerSettings } from './stores/ledger-store.js';
import { Unit } from './unit.js';

export interface DatabaseOptions {
  /** Connection string of the app role. */
  readonly url: string;
  readonly software?: string;
  /** Connections held at most; 10 where left out. */
  readonly poolSize?: number;
}

/** The origin that entries carry until a sealer has opened a log under another. */
export const DEFAULT_LEDGER_ORIGIN = 'proofdesk.local/1';

/** The name under which the open log is signed: entries must carry it, and the database refuses others. */
async function originOf(source: DataSource): Promise<string> {
  const logs: { origin: string }[] = await source.query('SELECT origin FROM ledger.log ORDER BY id DESC LIMIT 1');
  return logs[0]?.origin ?? DEFAULT_LEDGER_ORIGIN;
}

/**
 * The database as the use cases see it: units of work, nothing else. A database bound to an open transaction (`inside`)
 * runs further units within it, each behind a savepoint, so that a refusal undoes its own writes only.
 */
export class Database {
  private constructor(
    private readonly source: DataSource,
    private readonly manager: EntityManager,
    private readonly settings: LedgerSettings,
  ) {}

  /** Connects. A lock that is not had within two seconds is an error (55P03), answered as "busy". */
  static async open(options: DatabaseOptions): Promise<Database> {
    const { url, software = 'proofdesk-0.1.0', poolSize = 10 } = options;
    const source = await new DataSource({
      ...dataSourceOptions(url),
      migrations: [],
      poolSize,
      extra: { options: '-c lock_timeout=2000 -c statement_timeout=60000 -c TimeZone=UTC' },
      applicationName: software,
    }).initialize();
    return new Database(source, source.manager, { origin: await originOf(source), software });
  }

  /** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
  transaction<T>(work: (unit: Unit, inside: Database) => Promise<T>): Promise<T> {
    return this.manager.transaction((manager) => {
      const inside = new Database(this.source, manager, this.settings);
      return work(new Unit(manager, this.settings), inside);
    });
  }

  /** Reads without a transaction of its own; within one when this database is bound to one. */
  read<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return work(new Unit(this.manager, this.settings));
  }

  /** The same database, whose ledger entries carry this hash of an idempotency key. */
  withIdempotency(sha256: string): Database {
    return new Database(this.source, this.manager, { ...this.settings, idempotencySha256: sha256 });
  }

  async ping(): Promise<void> {
    await this.manager.query('SELECT 1');
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}

/** Whether an error says that a row is held by somebody else, or that two held each other's. */
export function isBusy(error: unknown): boolean {
  const code = sqlState(error);
  return code === '55P03' || code === '40P01';
}

/** The SQLSTATE of a database error, where it is one. */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}
