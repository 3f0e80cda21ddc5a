import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFile, disk, type Disk, forget } from './disk.js';

/** Older generations that stay, so that a process that slept for long still finds its place taken. */
const KEPT = 16;

/** Somebody else replaced the record in between: what was decided on its old text must be decided anew. */
export class RecordMoved extends Error {
  override readonly name = 'RecordMoved';
}

/**
 * One small text that survives crashes and is replaced by compare-and-swap, also between processes: each generation
 * is a file of its own, `<name>.<generation>`, written and fsynced under another name and then linked, which fails where the
 * generation is there already. A lock file would need somebody to judge whether its holder still lives.
 */
export class DurableRecord {
  #generation: number;
  #text: string | undefined;

  private constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly on: Disk,
  ) {
    this.#generation = Math.max(0, ...this.generations());
    this.#text = this.#generation === 0 ? undefined : on.readFileSync(this.path(this.#generation), 'utf8');
  }

  /** Reads the newest generation. @throws the file system's error */
  static open(folder: string, name: string, on: Disk = disk): DurableRecord {
    mkdirSync(folder, { recursive: true });
    return new DurableRecord(folder, name, on);
  }

  /** Undefined where it was never written. */
  get text(): string | undefined {
    return this.#text;
  }

  /**
   * Writes the next generation; when it returns, the text is on the disk.
   * @throws RecordMoved, or the file system's error: then it is not known whether the text was written
   */
  replace(text: string): void {
    const next = this.#generation + 1;
    if (!createFile(this.folder, `${this.name}.${next}`, text, 0o600, this.on)) throw new RecordMoved(this.name);
    // The generation may have been there and cleared away by one who went much further.
    if (Math.max(...this.generations()) !== next) {
      forget(this.path(next), this.on);
      throw new RecordMoved(this.name);
    }
    this.#generation = next;
    this.#text = text;
    for (const old of this.generations()) if (old <= next - KEPT) forget(this.path(old), this.on);
  }

  private path(generation: number): string {
    return join(this.folder, `${this.name}.${generation}`);
  }

  private generations(): number[] {
    const prefix = `${this.name}.`;
    return this.on
      .readdirSync(this.folder)
      .filter((file) => file.startsWith(prefix) && /^[1-9]\d{0,14}$/.test(file.slice(prefix.length)))
      .map((file) => Number(file.slice(prefix.length)));
  }
}
