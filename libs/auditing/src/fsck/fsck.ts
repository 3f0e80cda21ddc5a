import * as crypto from 'node:crypto';
import { nodeCrypto, type Policy, type TreeHead } from '@proofdesk/ledger';
import { atOneInstant, type Snapshot } from '../reading/snapshot.js';
import { type AuditFinding, FindingLog } from './audit-finding.js';
import { checkBarriers } from './check-barriers.js';
import { checkChains, type ChainsSeen } from './check-chains.js';
import { checkCheckpoints } from './check-checkpoints.js';
import { checkOutbox } from './check-outbox.js';
import { checkReceipts } from './check-receipts.js';
import { checkTree, findDerived, findMissing, type TreeSeen } from './check-trees.js';
import { checkTexts, checkVault } from './check-vault.js';
import { RuleCheck } from './check-rules.js';
import { type ReplayedStream } from './replay-stream.js';
import { openHead } from './open-head.js';
import { compareProjections, findOrphans } from './compare-projections.js';

const node = nodeCrypto(crypto);

export interface FsckOptions {
  /** Connection string of a role that may read: auditor or app. */
  readonly url: string;
  /** Whose signatures are believed; without one, signatures stay unchecked, and that is said. */
  readonly policy?: Policy;
  /** Receipts that people kept, each a signed note. */
  readonly receipts?: readonly string[];
  /** Checkpoints kept outside the database (a witness's last, a newspaper's), each a signed note. */
  readonly outside?: readonly string[];
  /** The fingerprint of the barriers as it was noted after the last migration. */
  readonly fingerprint?: string;
  /** Also the shape of every entry, its derived columns, and every decision by the rules: several times slower. */
  readonly deep?: boolean;
  /** Whether the tables are compared with the replay of the log; yes where left out. */
  readonly projections?: boolean;
  readonly onProgress?: (entries: number) => void;
}

/** One log: one tree under one origin. */
export interface LogSeen extends TreeSeen {
  readonly log: number;
  readonly origin: string;
  readonly checkpoints: number;
  /** Leaves under the largest checkpoint whose signature is right. */
  readonly signedSize: number;
  readonly cosigned: { readonly size: number; readonly witnesses: readonly string[] } | null;
}

export interface FsckReport extends ChainsSeen {
  readonly ok: boolean;
  readonly logs: readonly LogSeen[];
  readonly receipts: { readonly kept: number; readonly pending: number };
  readonly payloads: number;
  readonly fingerprint: string;
  /** Age of the oldest entry without a place in the tree, in seconds; null where all are sealed. */
  readonly oldestUnsealed: number | null;
  /** The first findings of each part; `count` is how many there are. */
  readonly findings: readonly AuditFinding[];
  readonly count: number;
  readonly milliseconds: number;
}

const KEEP = 20;
/** Seconds after which what was given a place must be signed. */
const SIGNED_WITHIN = 60;

/**
 * Checks a whole database as it was at one instant: barriers, signatures, every entry's bytes, hash and chain, the tree,
 * receipts, the vault, the tables against the replay of the log, the outbox. Reads only; memory does not grow with the
 * ledger (but for 100 bytes a checkpoint). What it cannot see: that nothing was cut off after the newest thing that
 * somebody outside holds. Give it receipts and outside checkpoints for that.
 */
export function fsck(options: FsckOptions): Promise<FsckReport> {
  const begun = performance.now();
  return atOneInstant(options.url, async (snapshot) => {
    const audit = new Audit(snapshot, options);
    const report = await audit.run();
    return { ...report, milliseconds: performance.now() - begun };
  });
}

class Audit {
  readonly #found = new FindingLog(KEEP);

  constructor(
    private readonly snapshot: Snapshot,
    private readonly options: FsckOptions,
  ) {}

  async run(): Promise<Omit<FsckReport, 'milliseconds'>> {
    const { main } = this.snapshot;
    const barriers = await checkBarriers(main, this.options.fingerprint);
    this.#found.add('barriers', barriers.findings);
    const rows = await main.query<{ log: number; origin: string }>(
      'SELECT id AS log, origin FROM ledger.log ORDER BY id',
    );
    const open = rows.rows.at(-1)?.log ?? 0;
    const reader = await this.snapshot.another();
    // Two connections, so that the server reads for one pass while this process hashes for the other.
    const [chains, logs] = await Promise.all([this.#chains(reader, open), this.#logs(rows.rows)]);
    await this.#findMissing(open, chains, logs.at(-1)?.size ?? 0);
    // Bodies that cannot be read would stop the server's own reading of them.
    if (this.options.deep === true && this.#found.count === 0) this.#found.add('chains', await findDerived(main));
    const now = await main.query<{ now: string; oldest: string | null }>(
      `SELECT ledger.instant_text(now()) AS now, (SELECT extract(epoch FROM now() - min(e.at))::text FROM ledger.entry e
         WHERE ${chains.unsealed} > 0 AND NOT EXISTS (SELECT 1 FROM ledger.leaf l WHERE l.log = $1 AND l.stream = e.stream AND l.seq = e.seq)) AS oldest`,
      [open],
    );
    const [clock] = now.rows;
    const receipts = await this.#receipts(open, logs.at(-1)?.signedSize ?? 0, clock?.now ?? '');
    const payloads = await this.#tables();
    const findings = this.#found.list();
    return {
      ok: this.#found.count === 0,
      ...chains,
      logs,
      receipts,
      payloads,
      fingerprint: barriers.fingerprint,
      oldestUnsealed: clock?.oldest == null ? null : Math.max(0, Number(clock.oldest)),
      findings,
      count: this.#found.count,
    };
  }

  async #chains(reader: Snapshot['main'], log: number): Promise<ChainsSeen> {
    const deep = this.options.deep ?? false;
    return checkChains(reader, {
      log,
      sha256: node.sha256,
      deep,
      onFindings: (found) => this.#found.add('chains', found),
      onReplayed: await this.#comparer(log, deep),
      onProgress: this.options.onProgress ?? (() => undefined),
    });
  }

  /** What is done with streams that were played from their entries. */
  async #comparer(log: number, deep: boolean): Promise<((streams: readonly ReplayedStream[]) => Promise<void>) | null> {
    const isCompared = this.options.projections !== false;
    if (!isCompared && !deep) return null;
    const client = await this.snapshot.another();
    const rules = new RuleCheck(client, log);
    return async (streams) => {
      if (isCompared) this.#found.add('projections', await compareProjections(client, streams));
      if (deep) this.#found.add('rules', await rules.check(streams.map(({ entries }) => entries)));
    };
  }

  async #logs(rows: readonly { log: number; origin: string }[]): Promise<LogSeen[]> {
    const seen: LogSeen[] = [];
    for (const row of rows) seen.push(await this.#log(row));
    return seen;
  }

  async #log({ log, origin }: { log: number; origin: string }): Promise<LogSeen> {
    const { main } = this.snapshot;
    const { policy } = this.options;
    const stored = policy === undefined ? await unchecked(main, log) : await checkCheckpoints(main, log, policy, node);
    this.#found.add('checkpoints', stored.findings);
    const tree = await checkTree(main, {
      log,
      sha256: node.sha256,
      heads: stored.heads,
      outside: await this.#outside(origin),
      onFindings: (part, found) => this.#found.add(part, found),
    });
    const signedSize = stored.heads.at(-1)?.size ?? 0;
    this.#found.add('checkpoints', await this.#unsigned(log, origin, signedSize));
    return { log, origin, ...tree, checkpoints: stored.count, signedSize, cosigned: stored.cosigned };
  }

  /** Heads that somebody outside holds; a note that the policy does not know proves nothing, and is told. */
  async #outside(origin: string): Promise<TreeHead[]> {
    const { policy, outside = [] } = this.options;
    const heads: TreeHead[] = [];
    if (policy === undefined) return heads;
    for (const note of outside) {
      const opened = await openHead(note, policy, node);
      if (opened.ok && opened.value.origin === origin) heads.push(opened.value);
      if (!opened.ok)
        this.#found.add('outside', [
          { code: 'CHECKPOINT_WRONG', message: `a checkpoint kept outside proves nothing: ${opened.message}` },
        ]);
    }
    return heads;
  }

  /** Places given so long ago that they must be under a signature. */
  async #unsigned(log: number, origin: string, signedSize: number): Promise<Omit<AuditFinding, 'part'>[]> {
    const { rows } = await this.snapshot.main.query<{ size: string }>(
      `SELECT size FROM ledger.seal WHERE log = $1 AND size > $2 AND sealed_at < now() - make_interval(secs => $3) ORDER BY size DESC LIMIT 1`,
      [log, signedSize, SIGNED_WITHIN],
    );
    const leaves = await this.snapshot.main.query<{ size: string }>(
      'SELECT max(index) + 1 AS size FROM ledger.leaf WHERE log = $1',
      [log],
    );
    const size = Number(rows[0]?.size ?? (signedSize === 0 ? leaves.rows[0]?.size : 0) ?? 0);
    return size <= signedSize
      ? []
      : [
          {
            code: 'CHECKPOINT_MISSING',
            index: signedSize,
            lastIndex: size - 1,
            message: `no checkpoint that holds under ${origin} covers these leaves`,
          },
        ];
  }

  async #findMissing(log: number, chains: ChainsSeen, size: number): Promise<void> {
    const { rows } = await this.snapshot.main.query<{ entries: string }>(
      'SELECT count(*) AS entries FROM ledger.entry',
    );
    if (Number(rows[0]?.entries) === chains.entries && chains.entries - chains.unsealed === size) return;
    this.#found.add('chains', await findMissing(this.snapshot.main, log));
  }

  async #receipts(log: number, sealedSize: number, now: string): Promise<FsckReport['receipts']> {
    const { policy, receipts = [] } = this.options;
    if (policy === undefined || receipts.length === 0) return { kept: 0, pending: 0 };
    const seen = await checkReceipts(this.snapshot.main, receipts, { log, sealedSize, now }, policy, node);
    this.#found.add('receipts', seen.findings);
    return { kept: seen.kept, pending: seen.pending };
  }

  async #tables(): Promise<number> {
    const { main } = this.snapshot;
    const payloads = await checkVault(main, node, (found) => this.#found.add('vault', found));
    if (this.options.projections === false) return payloads;
    await checkTexts(main, (found) => this.#found.add('projections', found));
    this.#found.add('projections', await findOrphans(main));
    this.#found.add('outbox', await checkOutbox(main));
    return payloads;
  }
}

/** Heads without a policy: believed as they stand, so that at least the tree is held against them. */
async function unchecked(client: Snapshot['main'], log: number): Promise<Awaited<ReturnType<typeof checkCheckpoints>>> {
  const { rows } = await client.query<{ size: string; root: Buffer }>(
    'SELECT size, root FROM ledger.checkpoint WHERE log = $1 ORDER BY size',
    [log],
  );
  const heads = rows.map(({ size, root }) => ({ size: Number(size), root: new Uint8Array(root) }));
  return { heads, count: rows.length, cosigned: null, findings: [] };
}
