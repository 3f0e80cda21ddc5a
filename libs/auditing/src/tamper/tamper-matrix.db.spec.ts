import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@proofdesk/testing';
import { ATTACKS } from './attacks.js';
import { attackLog, LAYERS, type Trial } from './run-matrix.js';

const LOGS = 20;
const firstSeed = Math.floor(Math.random() * 1_000_000_000);
const trials: Trial[] = [];

beforeAll(async () => {
  process.stdout.write(`tamper matrix: seeds ${firstSeed} to ${firstSeed + LOGS - 1}\n`);
  for (let i = 0; i < LOGS; i++) {
    const database: TestDatabase = await createTestDatabase();
    const at = { app: database.url('app'), sealer: database.url('sealer'), superuser: database.url('superuser') };
    trials.push(...(await attackLog(at, firstSeed + i)));
    await database.drop();
  }
}, 300_000);

afterAll(() => {
  for (const { name } of ATTACKS) {
    const counts = LAYERS.map((layer) => trials.filter((t) => t.attack === name && t.foundBy.includes(layer)).length);
    process.stdout.write(`${counts.map((n) => String(n).padStart(3)).join(' ')}  ${name}\n`);
  }
});

describe.each(ATTACKS.map(({ name }) => name))('%s', (name) => {
  const own = (): Trial[] => trials.filter(({ attack }) => attack === name);

  it(`is found and located in ${LOGS} of ${LOGS} random logs`, () => {
    expect(own()).toHaveLength(LOGS);
    expect(own().filter(({ foundBy, located }) => foundBy.length === 0 || !located)).toEqual([]);
  });
});

describe('the layers', () => {
  const seenBy = (attack: RegExp): Set<string> =>
    new Set(trials.filter((t) => attack.test(t.attack)).flatMap((t) => t.foundBy));

  it('are all needed: the database alone is blind to a rollback, a stolen key, and an edited or dropped tail', () => {
    for (const blind of [/backup/, /stolen log key/, /drop the tail/, /not sealed yet, its leaf/])
      expect([...seenBy(blind)].filter((layer) => layer === 'chains' || layer === 'tree')).toEqual([]);
    expect([...seenBy(/backup/)].sort()).toEqual(['receipts', 'witness']);
    expect([...seenBy(/stolen log key/)].sort()).toEqual(['receipts', 'witness']);
    expect([...seenBy(/drop the tail/)]).toEqual(['receipts']);
    expect([...seenBy(/not sealed yet, its leaf/)]).toEqual(['receipts']);
  });
});
