/** Entries of a table at most, and slots for them: twice as many, so that looking for one takes few steps. */
const CAPACITY = 1 << 16;
const SLOTS = 2 * CAPACITY;
/** Mixes one more UTF-16 unit into the hash of a run; begin with 0. */
export const hashUnit = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0;

/**
 * What is known of runs of signs, found by the signs as they stand in a text: no string has to be cut out of it to ask. Open
 * addressing; the units of all keys lie in one array.
 */
export class RunTable<T> {
  private readonly slots = new Int32Array(SLOTS);
  private readonly hashes = new Int32Array(CAPACITY);
  /** Where the units of each entry's key begin; the next one's beginning is its end. */
  private readonly starts = new Int32Array(CAPACITY + 1);
  private units = new Uint16Array(8 * CAPACITY);
  private readonly values: T[] = [];

  /** Whether nothing more fits in. */
  get isFull(): boolean {
    return this.values.length === CAPACITY;
  }

  /** What is known of the run from `from` to `to` in a text; `hash` is that of its units. */
  get(text: string, from: number, to: number, hash: number): T | undefined {
    const entry = this.slots[this.slotOf(text, from, to, hash)] as number;
    return entry === 0 ? undefined : this.values[entry - 1];
  }

  /** Adds what is known of a run; the table must not be full. */
  add(text: string, from: number, to: number, hash: number, value: T): void {
    const entry = this.values.push(value);
    const start = this.starts[entry - 1] as number;
    if (start + to - from > this.units.length) this.grow();
    for (let i = from; i < to; i += 1) this.units[start + i - from] = text.charCodeAt(i);
    this.starts[entry] = start + to - from;
    this.slots[this.slotOf(text, from, to, hash)] = entry;
    this.hashes[entry - 1] = hash;
  }

  /** The slot of a run, or the empty one where it would stand. */
  private slotOf(text: string, from: number, to: number, hash: number): number {
    const { slots, hashes } = this;
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (;;) {
      const entry = slots[slot] as number;
      if (entry === 0 || (hashes[entry - 1] === hash && this.holds(entry - 1, text, from, to))) return slot;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  private holds(at: number, text: string, from: number, to: number): boolean {
    const { units } = this;
    const start = this.starts[at] as number;
    if ((this.starts[at + 1] as number) - start !== to - from) return false;
    for (let i = from; i < to; i += 1) if (units[start + i - from] !== text.charCodeAt(i)) return false;
    return true;
  }

  private grow(): void {
    const old = this.units;
    this.units = new Uint16Array(2 * old.length);
    this.units.set(old);
  }
}
