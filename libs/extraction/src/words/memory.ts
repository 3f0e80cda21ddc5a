/**
 * What has been found out of strings, for at most twice `half` of them: those that have not been asked for lately are forgotten, so
 * that words of the language stay while names come and go. A memory changes no answer.
 */
export class Memory<T extends object> {
  private recent = new Map<string, T>();
  private older = new Map<string, T>();

  constructor(private readonly half: number) {}

  get(key: string): T | undefined {
    const found = this.recent.get(key);
    if (found !== undefined) return found;
    const old = this.older.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: T): void {
    if (this.recent.size >= this.half) [this.older, this.recent] = [this.recent, new Map()];
    this.recent.set(key, value);
  }
}
