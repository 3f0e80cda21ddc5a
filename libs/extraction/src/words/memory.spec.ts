import { describe, expect, it } from '@jest/globals';
import { Memory } from './memory.js';

describe('a memory', () => {
  it('keeps what is asked for and forgets the rest', () => {
    const memory = new Memory<{ at: number }>(10);
    const often = { at: -1 };
    memory.set('often', often);
    for (let at = 0; at < 100; at += 1) {
      memory.set(`once ${at}`, { at });
      expect(memory.get('often')).toBe(often);
    }
    expect(memory.get('once 99')).toEqual({ at: 99 });
    expect(memory.get('once 1')).toBeUndefined();
  });
});
