import { describe, expect, it } from '@jest/globals';
import { RunTable, hashUnit } from './run-table.js';

const hashOf = (run: string): number => [...run].reduce((hash, sign) => hashUnit(hash, sign.charCodeAt(0)), 0);

describe('a table of runs', () => {
  it('finds a run wherever it stands, and no other', () => {
    const table = new RunTable<string>();
    const runs = Array.from({ length: 5_000 }, (_, n) => `run${n}`);
    for (const run of runs) table.add(run, 0, run.length, hashOf(run), `value of ${run}`);
    for (const run of runs) {
      const text = `before ${run} behind`;
      expect(table.get(text, 7, 7 + run.length, hashOf(run))).toBe(`value of ${run}`);
    }
    expect(table.get('run', 0, 3, hashOf('run'))).toBeUndefined();
    expect(table.get('nur12', 0, 5, hashOf('run12'))).toBeUndefined();
  });

  it('is full after 65,536 entries', () => {
    const table = new RunTable<number>();
    for (let n = 0; n < 65_536; n += 1) {
      expect(table.isFull).toBe(false);
      const run = 'x'.repeat(20) + String(n);
      table.add(run, 0, run.length, hashOf(run), n);
    }
    expect(table.isFull).toBe(true);
  });
});
