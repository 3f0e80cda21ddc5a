import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@proofdesk/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Database } from './database.js';
import { dataSourceOptions, migrate, pendingMigrations } from './migrate.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the schema', () => {
  it('has not drifted from the entities: TypeORM would change nothing', async () => {
    const source = await new DataSource(dataSourceOptions(database.url('migrator'))).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('checks the same lists of values as the entities name', async () => {
    const source = await new DataSource(dataSourceOptions(database.url('migrator'))).initialize();
    try {
      const checks = source.entityMetadatas.flatMap((entity) =>
        entity.checks.map(({ name, expression }) => ({ table: entity.tableName, name, expression })),
      );
      expect(checks.length).toBeGreaterThan(40);
      for (const { table, name, expression } of checks) {
        const rows: { def: string }[] = await source.query(
          'SELECT pg_get_constraintdef(c.oid) AS def FROM pg_constraint c WHERE c.conrelid = $1::regclass AND c.conname = $2',
          [table, name],
        );
        const literals = (text: string) => [...text.matchAll(/'([^']*)'/g)].map((match) => match[1]);
        expect([name, literals(rows[0]?.def ?? '')]).toEqual([name, literals(expression)]);
      }
    } finally {
      await source.destroy();
    }
  });

  it('migrates once, and says what is pending', async () => {
    expect(await pendingMigrations(database.url('app'))).toEqual([]);
    expect(await migrate(database.url('migrator'))).toEqual([]);
  });

  it('begins with the scales of seeds/', async () => {
    const seeds: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../seeds/rating-scales.json'), 'utf8'),
    );
    const db = await Database.open({ url: database.url('app') });
    try {
      const scales = await db.read((unit) => unit.ratingScales.list());
      expect(scales).toHaveLength(2);
      expect(scales).toEqual(expect.arrayContaining(seeds as unknown[]));
      expect((await db.read((unit) => unit.ratingScales.inUse()))?.id).toBe('truth');
    } finally {
      await db.close();
    }
  });
});

describe('the app role', () => {
  let app: Client;
  beforeAll(async () => {
    app = new Client({ connectionString: database.url('app') });
    await app.connect();
    const db = await Database.open({ url: database.url('app') });
    const stream = '7b1f6a52-0c11-4d3b-9c0e-1f4f0c8f2a11';
    const actor = { kind: 'system', id: 'spec' } as const;
    await db.transaction((unit) =>
      unit.ledger.append({ stream, type: 'policy.changed', actor, said: { note: 'Grüße' } }),
    );
    await db.close();
  });
  afterAll(() => app.end());

  const codeOf = async (statement: string): Promise<string> =>
    app.query(statement).then(
      () => 'ok',
      (error: { code?: string }) => error.code ?? 'no code',
    );

  it.each([
    `UPDATE ledger.entry SET body = body`,
    `DELETE FROM ledger.entry`,
    `TRUNCATE ledger.entry`,
    `INSERT INTO ledger.entry (stream, seq, body) VALUES (gen_random_uuid(), 1, '{}')`,
    `UPDATE ledger.stream SET seq = 0`,
    `DELETE FROM ledger.stream`,
    `UPDATE ledger.payload SET value = value`,
    `DELETE FROM ledger.payload`,
    `ALTER TABLE ledger.entry DISABLE TRIGGER ALL`,
    `SET session_replication_role = replica`,
    `DROP TABLE ledger.entry`,
    `UPDATE approval SET note = ''`,
    `DELETE FROM approval`,
    `DELETE FROM verdict`,
    `UPDATE verdict SET rationale = 'x'`,
    `UPDATE article_revision SET text = 'x'`,
    `DELETE FROM article`,
    `UPDATE assertion SET exact = 'x'`,
    `DELETE FROM review_task`,
    `UPDATE evidence SET quote = 'x'`,
    `DELETE FROM job_done`,
    `UPDATE account SET login = 'x'`,
    `SET ROLE proofdesk_owner`,
    `CREATE TABLE here (id int)`,
  ])('is refused: %s', async (statement) => expect(await codeOf(statement)).toBe('42501'));

  it('cannot take what was said out of the vault before an entry says that it was erased', async () => {
    const erase = "SELECT ledger.erase('7b1f6a52-0c11-4d3b-9c0e-1f4f0c8f2a11', 1, 'note')";
    expect(await codeOf(erase)).toBe('PL006');
  });

  it('is refused even as superuser by triggers that are always on', async () => {
    const root = new Client({ connectionString: database.url('superuser') });
    await root.connect();
    try {
      await root.query('SET session_replication_role = replica');
      await expect(root.query('UPDATE ledger.entry SET body = body')).rejects.toMatchObject({ code: 'PL006' });
      await expect(root.query('TRUNCATE ledger.entry CASCADE')).rejects.toMatchObject({ code: 'PL006' });
    } finally {
      await root.end();
    }
  });
});
