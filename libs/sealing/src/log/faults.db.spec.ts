import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSealer } from '../sealer.js';
import { failingDisk, killedAt } from '../testing/faults.js';
import {
  appendMany,
  newestCheckpoint,
  ORIGIN,
  sealedProblems,
  SealingDesk,
  unsealed,
} from '../testing/sealing-desk.js';

let desk: SealingDesk;
beforeEach(async () => {
  desk = await SealingDesk.open();
});
afterEach(() => desk.close());

describe('a sealer that dies', () => {
  it.each(['before', 'after'] as const)(
    '%s any statement leaves a log that the next one continues',
    async (when) => {
      const app = await desk.connect('app');
      let rounds = 0;
      for (let n = 1; rounds < 2; n++) {
        await appendMany(app, 40);
        const sql = killedAt(await desk.connect('sealer'), n, when);
        const died = await desk
          .start({ sql })
          .then((sealer) => sealer.seal())
          .then(
            () => false,
            () => true,
          );
        // Two runs that came through: every statement has had its turn.
        if (!died) rounds += 1;
        expect(await sealedProblems(desk.superuser)).toEqual([]);
        if (n % 3 === 0) await desk.sealAll();
        expect(n).toBeLessThan(60);
      }
      await desk.sealAll();
      expect(await unsealed(desk.superuser)).toBe(0);
      expect(await sealedProblems(desk.superuser)).toEqual([]);
    },
    120_000,
  );
});

describe('the guard', () => {
  it.each(['EIO', 'ENOSPC'] as const)('that meets %s at any operation means: no signature', async (code) => {
    const app = await desk.connect('app');
    await appendMany(app, 5);
    await desk.sealAll();
    let operations = Number.POSITIVE_INFINITY;
    for (let n = 1; n <= operations; n++) {
      const before = await newestCheckpoint(desk.superuser);
      await appendMany(app, 5);
      const failing = failingDisk(n, code);
      const sealer = await desk.start({ on: failing.on });
      const failed = await sealer.seal().then(
        () => false,
        (error: unknown) => error,
      );
      if (failed === false) {
        operations = failing.operations();
        break;
      }
      expect(failed).toMatchObject({ code: 'GUARD_FAILED', isFinal: false });
      expect(await newestCheckpoint(desk.superuser)).toEqual(before);
      await desk.sealAll();
      expect((await newestCheckpoint(desk.superuser))?.size).toBe((before?.size ?? 0) + 5);
    }
    expect(operations).toBeGreaterThanOrEqual(6);
    expect(await sealedProblems(desk.superuser)).toEqual([]);
  });

  it('that is damaged means: no signature', async () => {
    await appendMany(await desk.connect('app'), 5);
    await desk.sealAll();
    const folder = join(desk.folder, 'guard');
    for (const file of readdirSync(folder)) writeFileSync(join(folder, file), '{"schema":"proofdesk.guard/1"}');
    await expect(desk.start()).rejects.toMatchObject({ code: 'GUARD_UNREADABLE', isFinal: true });
  });

  it('that is lost, or an old copy, means: no signature', async () => {
    const app = await desk.connect('app');
    await appendMany(app, 5);
    await desk.sealAll();
    const lost = join(desk.folder, 'elsewhere');
    await expect(desk.start({ folder: lost })).rejects.toMatchObject({ code: 'GUARD_BEHIND' });
    const [first = ''] = readdirSync(join(desk.folder, 'guard'));
    const old = readFileSync(join(desk.folder, 'guard', first), 'utf8');
    await appendMany(app, 5);
    await desk.sealAll();
    for (const file of readdirSync(join(desk.folder, 'guard'))) writeFileSync(join(desk.folder, 'guard', file), old);
    await expect(desk.start()).rejects.toMatchObject({ code: 'GUARD_BEHIND' });
  });
});

describe('two sealers', () => {
  it('at once: the lock lets one work, and the other takes over', async () => {
    const events: string[] = [];
    const [one, two] = [0, 1].map(() =>
      startSealer({
        url: desk.database.url('sealer'),
        folder: desk.folder,
        origin: ORIGIN,
        log: (_level, event) => void events.push(event),
      }),
    );
    const app = await desk.connect('app');
    await appendMany(app, 30);
    await until(async () => (await newestCheckpoint(desk.superuser))?.size === 30);
    expect(events.filter((event) => event === 'sealer.opened')).toHaveLength(1);
    expect(events).toContain('sealer.waits');
    await one?.stop();
    await appendMany(app, 30);
    await until(async () => (await newestCheckpoint(desk.superuser))?.size === 60);
    await two?.stop();
    expect(await two?.ended).toBeNull();
    expect(await sealedProblems(desk.superuser)).toEqual([]);
  });

  it('past the lock: guard and database let one of them sign', async () => {
    const app = await desk.connect('app');
    await appendMany(app, 3);
    await desk.sealAll();
    const [one, two] = [
      await desk.start({ sql: await desk.connect('sealer') }),
      await desk.start({ sql: await desk.connect('sealer') }),
    ];
    let refused = 0;
    await appendMany(app, 20);
    const results = await Promise.allSettled([one.seal(), two.seal()]);
    refused += results.filter(({ status }) => status === 'rejected').length;
    expect(refused).toBeGreaterThan(0);
    expect(await sealedProblems(desk.superuser)).toEqual([]);
    // A paused one that wakes much later finds its guard moved, and its place in the tree taken.
    await appendMany(app, 20);
    await desk.sealAll();
    await appendMany(app, 20);
    await expect(two.seal()).rejects.toThrow();
    await desk.sealAll();
    expect(await sealedProblems(desk.superuser)).toEqual([]);
    expect(await unsealed(desk.superuser)).toBe(0);
  });

  it('with a key each: the second never signs under the name of the first', async () => {
    const app = await desk.connect('app');
    await appendMany(app, 3);
    await desk.sealAll();
    const other = startSealer({
      url: desk.database.url('sealer'),
      folder: join(desk.folder, 'other'),
      origin: ORIGIN,
      log: () => {},
    });
    expect(await other.ended).toMatchObject({ code: 'GUARD_BEHIND' });
    expect(readdirSync(join(desk.folder, 'other'))).not.toContain('keys');
  });
});

describe('the signing key', () => {
  it('is made on first start with mode 0400, and is nowhere in the database', async () => {
    await appendMany(await desk.connect('app'), 3);
    const sealer = await desk.sealAll();
    const path = join(desk.folder, 'keys', 'log-1.key');
    expect(statSync(path).mode & 0o777).toBe(0o400);
    expect(readFileSync(join(desk.folder, 'keys', 'log-1.vkey'), 'utf8')).toBe(`${sealer.log.key.vkey}\n`);
    const secret = readFileSync(path, 'utf8').trim().split('+').slice(4).join('+');
    const seed = Buffer.from(secret, 'base64').subarray(1);
    expect(seed).toHaveLength(32);
    const { rows: tables } = await desk.superuser.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('ledger', 'public')",
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const { rows } = await desk.superuser.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      const all = rows.map(({ text }) => text).join('\n');
      for (const form of [secret, seed.toString('hex'), seed.toString('base64')]) expect(all).not.toContain(form);
    }
  });

  it('that others can read is not used; one that is gone is not replaced', async () => {
    await appendMany(await desk.connect('app'), 3);
    await desk.sealAll();
    const path = join(desk.folder, 'keys', 'log-1.key');
    chmodSync(path, 0o440);
    await expect(desk.start()).rejects.toMatchObject({ code: 'KEY_EXPOSED' });
    chmodSync(path, 0o400);
    await expect(desk.start()).resolves.toBeDefined();

    rmSync(path);
    await expect(desk.start()).rejects.toMatchObject({ code: 'KEY_MISSING' });
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 200) throw new Error('it did not come to pass within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
