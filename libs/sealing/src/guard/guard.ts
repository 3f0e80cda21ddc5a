import { bytesEqual, fromHex, toHex, type Checkpoint } from '@proofdesk/ledger';
import { disk, type Disk } from '../disk/disk.js';
import { DurableRecord, RecordMoved } from '../disk/durable-record.js';
import { SealFault } from '../seal-fault.js';

/** The largest tree that was ever signed, or is about to be. */
export interface GuardHead extends Checkpoint {
  /** Number of the log: it grows with every `log.continued`. */
  readonly log: number;
  /** The head of the log that this one continues. */
  readonly continues?: { readonly log: number } & Checkpoint;
}

/**
 * The sealer's memory outside the database: the head of the tree it signed last. It only moves forward, by compare-and-swap, and
 * is on the disk before a signature is made. So a database put back to yesterday, or a second sealer, cannot
 * make it sign a smaller or different tree (Sunlight's lock backend).
 */
export class Guard {
  #head: GuardHead | undefined;
  /** Whether this process has seen the head reach the disk: one that was read may be there only in memory, after a fault. */
  #isDurable = false;

  private constructor(private readonly record: DurableRecord) {
    this.#head = record.text === undefined ? undefined : parseHead(record.text);
  }

  /** @throws SealFault `GUARD_UNREADABLE` */
  static open(folder: string, on: Disk = disk): Guard {
    try {
      return new Guard(DurableRecord.open(folder, 'guard', on));
    } catch (error) {
      if (error instanceof SealFault) throw error;
      throw new SealFault('GUARD_UNREADABLE', `the guard in ${folder} cannot be read: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }

  get head(): GuardHead | undefined {
    return this.#head;
  }

  /**
   * Moves the head forward. Only when this returns may the tree be signed.
   * @throws SealFault `LOG_ROLLED_BACK` for a head that is not ahead, `GUARD_FAILED` where it may not be on the disk
   */
  advance(next: GuardHead): void {
    const head = this.#head;
    if (head !== undefined && !isAhead(head, next)) {
      throw new SealFault(
        'LOG_ROLLED_BACK',
        `a tree of ${head.size} was signed under ${head.origin}; one of ${next.size} under ${next.origin} does not continue it`,
      );
    }
    if (head !== undefined && head.log === next.log && head.size === next.size && this.#isDurable) return;
    this.#isDurable = false;
    try {
      this.record.replace(formatHead(next));
    } catch (error) {
      const why = error instanceof RecordMoved ? 'another sealer moved it' : (error as Error).message;
      throw new SealFault('GUARD_FAILED', `the guard could not be moved to ${next.size}: ${why}; nothing is signed`, {
        cause: error,
      });
    }
    this.#head = next;
    this.#isDurable = true;
  }
}

function isAhead(head: GuardHead, next: GuardHead): boolean {
  if (next.log !== head.log) return next.log > head.log && next.origin !== head.origin;
  if (next.origin !== head.origin || next.size < head.size) return false;
  return next.size > head.size || bytesEqual(next.root, head.root);
}

const SCHEMA = 'proofdesk.guard/1';

const plain = ({ log, origin, size, root }: Omit<GuardHead, 'continues'>): object => ({
  log,
  origin,
  size,
  root: toHex(root),
});

function formatHead(head: GuardHead): string {
  const continues = head.continues === undefined ? {} : { continues: plain(head.continues) };
  return `${JSON.stringify({ schema: SCHEMA, ...plain(head), ...continues })}\n`;
}

function parseHead(text: string): GuardHead {
  const unreadable = new SealFault(
    'GUARD_UNREADABLE',
    'the newest guard file is damaged; without it nobody knows what was signed',
  );
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    const head = readPlain(value);
    if (value['schema'] !== SCHEMA || head === undefined) throw unreadable;
    if (value['continues'] === undefined) return head;
    const continues = readPlain(value['continues'] as Record<string, unknown>);
    if (continues === undefined) throw unreadable;
    return { ...head, continues };
  } catch {
    throw unreadable;
  }
}

function readPlain({ log, origin, size, root }: Record<string, unknown>): GuardHead | undefined {
  const bytes = typeof root === 'string' ? fromHex(root) : undefined;
  const right =
    Number.isSafeInteger(log) && Number.isSafeInteger(size) && Number(size) >= 0 && typeof origin === 'string';
  return right && bytes?.length === 32
    ? { log: Number(log), origin: String(origin), size: Number(size), root: bytes }
    : undefined;
}
