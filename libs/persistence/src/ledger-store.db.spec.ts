import { createHash, createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEntry } from '@proofdesk/ledger';
import { createTestDatabase, type TestDatabase } from '@proofdesk/testing';
import { Client } from 'pg';
import { Database } from './database.js';

let database: TestDatabase;
let db: Database;
let sql: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await Database.open({ url: database.url('app'), poolSize: 20 });
  sql = new Client({ connectionString: database.url('app') });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await db.close();
  await database.drop();
});

const actor = { kind: 'system', id: 'spec' } as const;
interface Row {
  seq: number;
  body: Buffer;
  leaf: string;
}
const rowsOf = async (stream: string): Promise<Row[]> =>
  (
    await sql.query<Row>(
      `SELECT seq, body, encode(leaf, 'hex') AS leaf FROM ledger.entry WHERE stream = $1 ORDER BY seq`,
      [stream],
    )
  ).rows;

describe('the ledger store', () => {
  it('writes chains that anybody can check from the bytes alone, also under twenty writers', async () => {
    const stream = randomUUID();
    const append = (n: number) =>
      db.transaction((unit) => unit.ledger.append({ stream, type: 'policy.changed', actor, data: { n } }));
    const recorded = await Promise.all(Array.from({ length: 20 }, (_, n) => append(n)));
    expect(recorded.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    let head = '0'.repeat(64);
    for (const { seq, body, leaf } of await rowsOf(stream)) {
      const read = decodeEntry(body);
      expect(read).toMatchObject({ ok: true, value: { seq, prev: head, stream } });
      head = createHash('sha256')
        .update(Buffer.concat([Buffer.of(0), body]))
        .digest('hex');
      expect(leaf).toBe(head);
    }
    expect(recorded.find(({ seq }) => seq === 20)?.etag).toBe(`"20-${head.slice(0, 16)}"`);
  });

  it('continues one stream several times in one go and many streams at once, without a deadlock', async () => {
    const streams = Array.from({ length: 300 }, () => randomUUID());
    const entries = [...streams, ...streams].map((stream) => ({ stream, type: 'policy.changed', actor }) as const);
    const both = await Promise.all([
      db.transaction((unit) => unit.ledger.appendAll(entries)),
      db.transaction((unit) => unit.ledger.appendAll([...entries].reverse())),
    ]);
    expect(both.flat()).toHaveLength(1200);
    expect(await rowsOf(streams[0] ?? '')).toHaveLength(4);
  });

  it('keeps free text out of the record, behind commitments that the vault opens', async () => {
    const stream = randomUUID();
    await db.transaction((unit) =>
      unit.ledger.append({
        stream,
        type: 'policy.changed',
        actor,
        said: { reason: 'Née \u0065\u0301', empty: '', none: null, list: { a: [1] } },
      }),
    );
    const [row] = await rowsOf(stream);
    const { commits } = JSON.parse(row?.body.toString('utf8') ?? '{}') as { commits: Record<string, string> };
    expect(Object.keys(commits)).toEqual(['list', 'reason']);
    const { rows } = await sql.query<{ key: Buffer; value: Buffer }>(
      'SELECT key, value FROM ledger.payload WHERE commit = $1',
      [Buffer.from(commits['reason'] ?? '', 'hex')],
    );
    expect(rows[0]?.value.toString('utf8')).toBe('"Née é"');
    expect(
      createHmac('sha256', rows[0]?.key ?? '')
        .update(rows[0]?.value ?? '')
        .digest('hex'),
    ).toBe(commits['reason']);
    expect(row?.body.toString('utf8')).not.toContain('Née');
  });

  it('writes nothing when the transaction fails, and refuses data that is prose', async () => {
    const stream = randomUUID();
    const cut = db.transaction(async (unit) => {
      await unit.ledger.append({ stream, type: 'policy.changed', actor });
      throw new Error('cut');
    });
    await expect(cut).rejects.toThrow('cut');
    expect(await rowsOf(stream)).toEqual([]);
    const prose = db.transaction((unit) =>
      unit.ledger.append({ stream, type: 'policy.changed', actor, data: { why: 'he said so' } }),
    );
    await expect(prose).rejects.toThrow(/Not a ledger entry/);
  });

  it('undoes what a unit within a unit wrote, and keeps the rest', async () => {
    const [kept, undone] = [randomUUID(), randomUUID()];
    await db.transaction(async (unit, inside) => {
      await unit.ledger.append({ stream: kept, type: 'policy.changed', actor });
      const inner = inside.transaction(async (nested) => {
        await nested.ledger.append({ stream: undone, type: 'policy.changed', actor });
        throw new Error('inner');
      });
      await expect(inner).rejects.toThrow('inner');
    });
    expect(await rowsOf(kept)).toHaveLength(1);
    expect(await rowsOf(undone)).toEqual([]);
  });
});
