import { disk, type Disk } from '../disk/disk.js';
import { type Sql } from '../log/sql.js';

/** A connection that is killed at its n-th statement: before it reaches the server, or after the server has done it. */
export function killedAt(sql: Sql & { end(): Promise<void> }, n: number, when: 'before' | 'after'): Sql {
  let count = 0;
  return {
    query: async (text, values) => {
      count += 1;
      if (count > n) throw new Error('killed');
      if (count === n && when === 'before') {
        await sql.end();
        throw new Error('killed');
      }
      const result = await sql.query(text, values);
      if (count === n) {
        await sql.end();
        throw new Error('killed');
      }
      return result as never;
    },
  };
}

/** A disk that fails at its n-th operation that changes something, and says so with that code. */
export function failingDisk(n: number, code: 'EIO' | 'ENOSPC'): { on: Disk; operations: () => number } {
  let count = 0;
  const failing = <F extends (...args: never[]) => unknown>(operation: F): F =>
    ((...args: never[]) => {
      count += 1;
      if (count === n) throw Object.assign(new Error(`${code}: injected`), { code });
      return operation(...args);
    }) as F;
  return {
    operations: () => count,
    on: {
      ...disk,
      openSync: failing(disk.openSync),
      writeSync: failing(disk.writeSync),
      fsyncSync: failing(disk.fsyncSync),
      linkSync: failing(disk.linkSync),
      renameSync: failing(disk.renameSync),
    },
  };
}
