import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities/index.js';
import { migrations } from './migrations/index.js';
import { SnakeNaming } from './naming.js';

/** What every connection of ours has in common. `synchronize` stays off: SQL migrations alone change the schema. */
export const dataSourceOptions = (url: string): DataSourceOptions & { type: 'postgres' } => ({
  type: 'postgres',
  url,
  entities,
  migrations,
  migrationsTransactionMode: 'each',
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  logging: false,
});

/** Brings the schema up to date as the owner and answers with the names of the migrations that ran. `url`: the migrator's. */
export async function migrate(url: string): Promise<string[]> {
  const options = { ...dataSourceOptions(url), extra: { options: '-c role=proofdesk_owner', max: 1 } };
  const source = await new DataSource(options).initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Names of the migrations that this build has and the database has not; empty when the schema is up to date. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const source = await new DataSource({ ...dataSourceOptions(url), extra: { max: 1 } }).initialize();
  try {
    const ran: { name: string }[] = await source.query('SELECT name FROM migrations').catch(() => []);
    const done = new Set(ran.map((row) => row.name));
    return migrations.map((migration) => migration.name).filter((name) => !done.has(name));
  } finally {
    await source.destroy();
  }
}

/** Name of the last migration that this build knows: what the ledger's barriers should be depends on it alone. */
export const newestMigration = (): string => migrations.at(-1)?.name ?? 'none';
