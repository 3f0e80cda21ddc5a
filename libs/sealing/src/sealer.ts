import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Policy } from '@proofdesk/ledger';
import { disk, type Disk } from './disk/disk.js';
import { Guard } from './guard/guard.js';
import { LogSealer } from './log/log-sealer.js';
import { openLog } from './log/open-log.js';
import { connect, firstRow, type Sql } from './log/sql.js';
import { refreshPolicy, type PolicySources } from './policy/refresh-policy.js';
import { SealFault } from './seal-fault.js';
import { type SealLog } from './seal-log.js';
import { WitnessExchange } from './witness/witness-exchange.js';
import { WitnessMail } from './witness/witness-mail.js';

/** Entries that are sealed without waiting, milliseconds after which fewer are, and between two looks. */
const FULL = 256;
const PATIENCE_MS = 600;
const LOOK_MS = 150;
const RETRY_MS = 1_000;
const UPKEEP_MS = 1_000;

/** "proofdesk" as a number: whoever seals this database holds the advisory lock of that name. */
const LOCK = 0x70726f6f66;

export interface SealerOptions {
  /** Connection string of the role proofdesk_sealer. */
  readonly url: string;
  readonly folder: string;
  /** Name of the first log; later ones are named by `continueLog`. */
  readonly origin: string;
  readonly firstOrigin?: string;
  readonly receiptKeyFile?: string | undefined;
  /** Folder for the mail with the witness beside; none where left out. */
  readonly witnessMail?: string | undefined;
  readonly log: SealLog;
  readonly disk?: Disk;
}

export interface RunningSealer {
  /** Ends after the round at hand. */
  stop(): Promise<void>;
  /** Resolves when it has ended: with the fault that needs a human being, or null where it was stopped. */
  readonly ended: Promise<SealFault | null>;
}

/** Where guard and keys lie in the sealer's folder. */
export const guardFolder = (folder: string): string => join(folder, 'guard');
export const keyFolder = (folder: string): string => join(folder, 'keys');

/**
 * Seals until stopped: at the latest a second after an entry is committed, sooner where many wait. A database that is away is waited
 * for; a guard that cannot be written is tried again, and nothing is signed meanwhile; whatever else speaks against a
 * signature ends the sealer.
 */
export function startSealer(options: SealerOptions): RunningSealer {
  const run = new SealerRun(options);
  const ended = run.loop();
  return { ended, stop: async () => (run.stop(), void (await ended)) };
}

class SealerRun {
  #isRunning = true;
  #wake = (): void => {};
  #waitsForLock = false;

  constructor(private readonly options: SealerOptions) {
    mkdirSync(options.folder, { recursive: true });
  }

  stop(): void {
    this.#isRunning = false;
    this.#wake();
  }

  async loop(): Promise<SealFault | null> {
    const { log, url } = this.options;
    while (this.#isRunning) {
      let sql: Awaited<ReturnType<typeof connect>> | undefined;
      try {
        sql = await connect(url, 'proofdesk-sealer');
        if (await this.#lock(sql)) await this.#seal(sql);
      } catch (error) {
        const fields = { code: codeOf(error), error: error instanceof SealFault ? error.message : undefined };
        if (error instanceof SealFault && error.isFinal) {
          log('error', 'sealer.refuses', fields);
          return error;
        }
        log('warn', 'sealer.retries', fields);
      } finally {
        await sql?.end();
      }
      await this.#pause(RETRY_MS);
    }
    return null;
  }

  async #lock(sql: Sql): Promise<boolean> {
    const row = await firstRow<{ mine: boolean }>(sql, 'SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
    const isMine = row?.mine ?? false;
    if (!isMine && !this.#waitsForLock) this.options.log('warn', 'sealer.waits', { why: 'another sealer is at work' });
    this.#waitsForLock = !isMine;
    return isMine;
  }

  async #seal(sql: Sql): Promise<void> {
    const { folder, origin, log, disk: on = disk } = this.options;
    const guard = Guard.open(guardFolder(folder), on);
    const opened = await openLog(sql, guard, keyFolder(folder), origin);
    const sealer = new LogSealer(sql, guard, opened);
    await sealer.finish();
    log('info', 'sealer.opened', { origin: opened.origin, size: sealer.size });
    const upkeep = new Upkeep(sql, this.options, opened.origin);
    let since: number | undefined;
    while (this.#isRunning) {
      const waiting = await sealer.waiting(FULL);
      since = waiting === 0 ? undefined : (since ?? Date.now());
      if (waiting >= FULL || (since !== undefined && Date.now() - since >= PATIENCE_MS)) {
        const begun = performance.now();
        const { entries, size } = await sealer.seal();
        since = undefined;
        log('debug', 'sealer.sealed', { entries, size, ms: Math.round(performance.now() - begun) });
      } else await this.#pause(LOOK_MS);
      await upkeep.look(sealer.size);
    }
  }

  #pause(ms: number): Promise<void> {
    if (!this.#isRunning) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => (clearTimeout(timer), resolve());
    });
  }
}

/** What is done beside sealing, every second: the policy, and the mail with the witness. A fault here never stops the sealing. */
class Upkeep {
  #due = 0;
  #policy: Policy | undefined;
  readonly #sources: PolicySources;
  readonly #exchange: WitnessExchange | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly options: SealerOptions,
    origin: string,
  ) {
    const mail = options.witnessMail === undefined ? undefined : new WitnessMail(options.witnessMail);
    this.#sources = {
      folder: options.folder,
      firstOrigin: options.firstOrigin ?? origin,
      receiptKeyFile: options.receiptKeyFile,
      witnessKeyFile: mail?.verifierKeyPath,
    };
    this.#exchange = mail && new WitnessExchange(sql, mail, options.log);
  }

  async look(size: number): Promise<void> {
    if (Date.now() < this.#due) return;
    this.#due = Date.now() + UPKEEP_MS;
    try {
      this.#policy = await refreshPolicy(this.sql, this.#sources);
      await this.#exchange?.exchange(size, this.#policy);
    } catch (error) {
      this.options.log('warn', 'sealer.upkeep_failed', { code: codeOf(error), error: (error as Error).message });
    }
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? (error as Error | null)?.name ?? error);
}
