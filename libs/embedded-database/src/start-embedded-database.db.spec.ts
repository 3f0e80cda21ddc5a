import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { findLeftover } from './leftover.js';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './start-embedded-database.js';

let home: string;
let open: EmbeddedDatabase[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'proofdesk-embedded-'));
});
afterEach(async () => {
  await Promise.all(open.map((database) => database.stop()));
  open = [];
  rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ home, throwaway: true });
  open.push(database);
  return database;
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const postmaster = (): number => {
  const folder = readFileSync(join(home, 'database-folder'), 'utf8').trim();
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
};

describe('the embedded database', () => {
  it('starts in a folder that only its owner may enter, as the roles it is meant for', async () => {
    chmodSync(home, 0o700);
    const database = await start();
    const [row] = await query<{ encoding: string; who: string }>(
      database.url('app'),
      "SELECT current_user AS who, current_setting('server_encoding') AS encoding",
    );
    expect(row).toEqual({ who: 'proofdesk_app', encoding: 'UTF8' });
    await expect(query(database.url('app'), 'CREATE ROLE x')).rejects.toMatchObject({ code: '42501' });
  });

  it('takes over from a server that was left running, and finds its data', async () => {
    const first = await startEmbeddedDatabase({ home });
    await query(first.url('superuser'), 'CREATE TABLE kept AS SELECT 7 AS n');
    const second = await start();
    expect(second.hadLeftover).toBe(true);
    expect(await query(second.url('superuser'), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('starts after everything was killed, its server included', async () => {
    const first = await startEmbeddedDatabase({ home });
    await query(first.url('superuser'), 'CREATE TABLE kept AS SELECT 7 AS n');
    process.kill(postmaster(), 'SIGKILL');
    await first.ended;
    const second = await start();
    expect(await query(second.url('superuser'), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('refuses a folder of another version or of somebody else, in words, and touches nothing', async () => {
    const folder = join(home, 'somewhere');
    mkdirSync(folder);
    writeFileSync(join(home, 'database-folder'), folder);
    writeFileSync(join(folder, 'PG_VERSION'), '9.6\n');
    await expect(start()).rejects.toMatchObject({ code: 'wrong-version', message: expect.stringContaining('9.6') });
    rmSync(join(folder, 'PG_VERSION'));
    writeFileSync(join(folder, 'diary.txt'), 'mine');
    await expect(start()).rejects.toMatchObject({ code: 'foreign-folder' });
    expect(readFileSync(join(folder, 'diary.txt'), 'utf8')).toBe('mine');
  });
});

describe('what an earlier server left', () => {
  it('is nothing where its process has gone, and a killed one that nobody collected counts as gone', async () => {
    const file = join(home, 'postmaster.pid');
    expect(findLeftover(home)).toBe('none');
    writeFileSync(file, `${process.pid}\n`);
    expect(findLeftover(home)).toBe('running');
    // A parent that never collects its child leaves a zombie behind until it ends itself.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [said] = (await once(parent.stdout, 'data')) as [Buffer];
      writeFileSync(file, `${said.toString().trim()}\n`);
      const end = Date.now() + 5_000;
      while (findLeftover(home) === 'running' && Date.now() < end) await new Promise((later) => setTimeout(later, 20));
      expect(findLeftover(home)).toBe('none');
    } finally {
      parent.kill('SIGKILL');
    }
  });
});
