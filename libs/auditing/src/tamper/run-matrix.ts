import { splitNotes } from '../fsck/split-notes.js';
import { type AuditFinding, type AuditPart } from '../fsck/audit-finding.js';
import { fsck, type FsckReport } from '../fsck/fsck.js';
import { type Attack, ATTACKS, type Harm } from './attacks.js';
import { type LedgerTables, overwriteTables, readTables } from './ledger-tables.js';
import { Random } from './random.js';
import { type Addresses, connect, type SampleLog, writeSampleLog } from './sample-log.js';
import { sampleKeys, type SampleKeys } from './sample-keys.js';

/** What may find an attack. The first two need the database alone. */
export const LAYERS = ['chains', 'tree', 'witness', 'receipts'] as const;
export type Layer = (typeof LAYERS)[number];
const PARTS: Readonly<Record<Layer, readonly AuditPart[]>> = {
  chains: ['chains'],
  tree: ['tree', 'checkpoints'],
  witness: ['outside'],
  receipts: ['receipts'],
};

/** One attack on one log. */
export interface Trial {
  readonly attack: string;
  readonly seed: number;
  /** Layers that found anything, each on its own. */
  readonly foundBy: readonly Layer[];
  /** Whether what was found, all layers together, names what was touched. */
  readonly located: boolean;
  readonly findings: readonly AuditFinding[];
}

/**
 * Attacks one random log in every way, each time from the untouched state, and says what noticed. The attacker leaves no
 * trace but in the data: barriers stand again, and tables outside the ledger are not looked at.
 */
export async function attackLog(at: Addresses, seed: number): Promise<Trial[]> {
  const keys = await sampleKeys();
  const random = new Random(seed);
  const log = await writeSampleLog(at, keys, random);
  const superuser = await connect(at.superuser);
  try {
    const untouched = await readTables(superuser);
    const before = await check(at, keys, log);
    if (!before.ok) throw new Error(`seed ${seed}: the untouched log is faulty: ${JSON.stringify(before.findings)}`);
    const trials: Trial[] = [];
    for (const attack of ATTACKS)
      trials.push(await attackOnce(attack, structuredClone(untouched), { at, keys, log, random, superuser }));
    await overwriteTables(superuser, untouched);
    const after = await check(at, keys, log);
    if (!after.ok) throw new Error(`seed ${seed}: the log was not put back: ${JSON.stringify(after.findings)}`);
    return trials;
  } finally {
    await superuser.end();
  }
}

interface Scene {
  readonly at: Addresses;
  readonly keys: SampleKeys;
  readonly log: SampleLog;
  readonly random: Random;
  readonly superuser: Awaited<ReturnType<typeof connect>>;
}

async function attackOnce(attack: Attack, copy: LedgerTables, scene: Scene): Promise<Trial> {
  const { at, keys, log, random, superuser } = scene;
  // A copy made by structuredClone has plain arrays for Buffers.
  const tables = withBuffers(copy);
  const touched = attack.does(tables, random, keys);
  await overwriteTables(superuser, tables);
  const { findings } = await check(at, keys, log);
  const parts = new Set(findings.map(({ part }) => part));
  const foundBy = LAYERS.filter((layer) => PARTS[layer].some((part) => parts.has(part)));
  return { attack: attack.name, seed: random.seed, foundBy, located: isLocated(findings, touched), findings };
}

function check({ superuser: url }: Addresses, { policy }: SampleKeys, log: SampleLog): Promise<FsckReport> {
  return fsck({ url, policy, projections: false, receipts: log.receipts, outside: splitNotes(log.witnessed) });
}

/** A finding names what was touched: the entry (or, where it is gone, the next of its stream), or a stretch of leaves with it. */
function isLocated(findings: readonly AuditFinding[], { entries, leaves }: Harm): boolean {
  const hasEntry = ({ stream, seq }: AuditFinding): boolean =>
    entries.some((entry) => entry.stream === stream && (seq === entry.seq || seq === entry.seq + 1));
  const hasLeaf = ({ index, lastIndex }: AuditFinding): boolean =>
    leaves.some((leaf) => (index ?? Infinity) <= leaf && leaf <= (lastIndex ?? index ?? -1));
  return findings.some((finding) => hasEntry(finding) || hasLeaf(finding));
}

function withBuffers(tables: LedgerTables): LedgerTables {
  const buffers = <T extends object>(row: T): T =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        value instanceof Uint8Array ? Buffer.from(value) : (value as unknown),
      ]),
    ) as T;
  return {
    streams: tables.streams.map(buffers),
    entries: tables.entries.map(buffers),
    leaves: tables.leaves.map(buffers),
    checkpoints: tables.checkpoints.map(buffers),
    cosignatures: tables.cosignatures.map(buffers),
  };
}
