import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Guard } from '../guard/guard.js';
import { refreshPolicy } from '../policy/refresh-policy.js';
import { guardFolder, startSealer } from '../sealer.js';
import {
  appendMany,
  append,
  newestCheckpoint,
  ORIGIN,
  sealedProblems,
  SealingDesk,
  unsealed,
} from '../testing/sealing-desk.js';
import { continueLog } from './continue-log.js';

let desk: SealingDesk;
let yesterday: SealingDesk;

const options = {
  reason: 'The disk of the server died; last night’s backup was put back.',
  software: '0.1.0',
  origin: ORIGIN,
};

beforeEach(async () => {
  desk = await SealingDesk.open();
  const app = await desk.connect('app');
  await appendMany(app, 30, 10);
  await desk.sealAll();
  yesterday = await desk.copy();
  const today = await yesterdayAgain();
  await appendMany(today, 12, 4);
  await desk.sealAll({ sql: await desk.connect('sealer') });
});
afterEach(async () => {
  await yesterday.close();
  await desk.close();
});

const yesterdayAgain = () => desk.connect('app');

describe("yesterday's backup", () => {
  it('is not sealed: LOG_ROLLED_BACK, however much is written to it', async () => {
    await expect(yesterday.start()).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK', isFinal: true });
    await appendMany(await yesterday.connect('app'), 40, 10);
    await expect(yesterday.start()).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
    const sealer = startSealer({
      url: yesterday.database.url('sealer'),
      folder: desk.folder,
      origin: ORIGIN,
      log: () => {},
    });
    expect(await sealer.ended).toMatchObject({
      code: 'LOG_ROLLED_BACK',
      message: expect.stringContaining('log continue'),
    });
    expect((await newestCheckpoint(yesterday.superuser))?.size).toBe(30);
  });

  it('is not sealed under a sealer that was at work when it was put back', async () => {
    const sealer = await desk.start({ sql: await desk.connect('sealer') });
    // The connection now leads to the restored database.
    Object.assign(sealer, { sql: yesterday.sealerSql });
    await appendMany(await yesterday.connect('app'), 20, 20);
    await expect(sealer.seal()).rejects.toThrow();
    expect((await newestCheckpoint(yesterday.superuser))?.size).toBe(30);
  });

  it('an empty database in its place is not sealed either', async () => {
    const empty = await SealingDesk.open();
    await appendMany(await empty.connect('app'), 50);
    await expect(empty.start({ folder: desk.folder })).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
    await empty.close();
  });

  it('is continued under a new name, and says what is missing', async () => {
    const sealer = await yesterday.connect('sealer');
    const continued = await continueLog(sealer, Guard.open(guardFolder(desk.folder)), options);
    expect(continued).toMatchObject({ origin: 'desk.example/2', missing: 12, continues: { origin: ORIGIN, size: 42 } });
    await yesterday.sealAll();
    const app = await yesterday.connect('app');
    await expect(append(app, ['0198c0de-0000-7000-8000-000000000001'])).rejects.toMatchObject({ code: 'PL002' });
    await append(app, ['0198c0de-0000-7000-8000-000000000001'], 'desk.example/2');
    const sealed = await yesterday.sealAll();
    expect(sealed.log).toMatchObject({ log: 2, origin: 'desk.example/2' });
    expect(await newestCheckpoint(yesterday.superuser)).toMatchObject({ log: 2, size: 32 });
    expect(await unsealed(yesterday.superuser)).toBe(0);
    expect(await sealedProblems(yesterday.superuser)).toEqual([]);
    const { rows } = await yesterday.superuser.query(
      `SELECT e.type, e.doc -> 'data' AS data, convert_from(p.value, 'UTF8') AS reason FROM ledger.leaf l
         JOIN ledger.entry e USING (stream, seq) JOIN ledger.payload p ON p.commit = decode(e.doc #>> '{commits,reason}', 'hex')
        WHERE l.log = 2 AND l.index = 0`,
    );
    expect(rows).toMatchObject([
      {
        type: 'log.continued',
        data: { origin: ORIGIN, size: 42, missing: 12 },
        reason: JSON.stringify(options.reason),
      },
    ]);
    // The old log stays closed, whichever database comes back.
    await expect(desk.start({ sql: await desk.connect('sealer') })).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
  });

  it('a continuation that was killed half-way is finished, under the same name', async () => {
    const guard = Guard.open(guardFolder(desk.folder));
    const dead = await yesterday.connect('superuser');
    await dead.query('REVOKE EXECUTE ON FUNCTION ledger.continue_log FROM proofdesk_sealer');
    await expect(continueLog(yesterday.sealerSql, guard, options)).rejects.toThrow();
    await expect(yesterday.start()).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
    await dead.query('GRANT EXECUTE ON FUNCTION ledger.continue_log TO proofdesk_sealer');
    const again = await continueLog(yesterday.sealerSql, Guard.open(guardFolder(desk.folder)), options);
    expect(again).toMatchObject({ origin: 'desk.example/2', missing: 12, continues: { size: 42 } });
    await yesterday.sealAll();
    expect(await unsealed(yesterday.superuser)).toBe(0);
  });

  it('a log.continued that only the database knows of does not unlock the sealer', async () => {
    const elsewhere = Guard.open(join(desk.folder, 'forged'));
    elsewhere.advance({ log: 1, origin: ORIGIN, size: 30, root: new Uint8Array(32) });
    await continueLog(yesterday.sealerSql, elsewhere, options);
    await expect(yesterday.start()).rejects.toMatchObject({ code: 'GUARD_BEHIND' });
  });

  it('leaves a policy that knows both logs', async () => {
    await continueLog(yesterday.sealerSql, Guard.open(guardFolder(desk.folder)), options);
    await yesterday.sealAll();
    const sources = {
      folder: desk.folder,
      firstOrigin: 'proofdesk.local/1',
      receiptKeyFile: undefined,
      witnessKeyFile: undefined,
    };
    await refreshPolicy(yesterday.sealerSql, sources);
    const policy = await desk.policy();
    expect(policy.logs.map(({ name }) => name)).toEqual([ORIGIN, 'desk.example/2']);
    expect(policy.formerOrigins).toEqual(['proofdesk.local/1', ORIGIN]);
    expect(policy.quorum).toEqual({ kind: 'none' });
  });
});
