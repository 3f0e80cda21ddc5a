import { type Finding, type FindingCode } from '@proofdesk/ledger';

/** The parts of an audit, in the order in which their findings are told. */
export const AUDIT_PARTS = [
  'barriers',
  'checkpoints',
  'chains',
  'tree',
  'outside',
  'receipts',
  'rules',
  'vault',
  'projections',
  'outbox',
] as const;
export type AuditPart = (typeof AUDIT_PARTS)[number];

/** What is wrong, as a stable code: those of the ledger, and of what stands around it. */
export type AuditCode =
  | FindingCode
  /** A trigger or grant that protects the ledger is gone, off, or not as noted. */
  | 'BARRIER_MISSING'
  /** Leaves that no checkpoint covers, though the sealer has had time. */
  | 'CHECKPOINT_MISSING'
  /** A decision that the rules never allowed. */
  | 'RULE_BROKEN'
  /** A value in the vault does not open its commitment. */
  | 'VAULT_DIFFERS'
  /** A row is not what the log says. */
  | 'PROJECTION_DIFFERS'
  /** A row about which the log says nothing. */
  | 'PROJECTION_ORPHAN'
  /** Work that points at nothing, or was recorded under a drive that never was. */
  | 'OUTBOX_ORPHAN'
  /** Something waits for work that nobody will do. */
  | 'OUTBOX_LOST';

/** One fault, and where it is. */
export interface AuditFinding extends Omit<Finding, 'code'> {
  readonly part: AuditPart;
  readonly code: AuditCode;
  /** Table (and key) of the bad row, where it is not an entry or a leaf. */
  readonly row?: string;
}

/** Findings as they come, of which only the first of each part are kept: a database may be wrong in a million rows. */
export class FindingLog {
  readonly #kept = new Map<AuditPart, AuditFinding[]>();
  #count = 0;

  constructor(private readonly keepPerPart: number) {}

  add(part: AuditPart, found: readonly Omit<AuditFinding, 'part'>[]): void {
    const kept = this.#kept.get(part) ?? [];
    this.#kept.set(part, kept);
    for (const finding of found) {
      this.#count++;
      if (kept.length < this.keepPerPart) kept.push({ part, ...finding });
    }
  }

  get count(): number {
    return this.#count;
  }

  /** In the order of the parts. */
  list(): AuditFinding[] {
    return AUDIT_PARTS.flatMap((part) => this.#kept.get(part) ?? []);
  }
}

/** Where a finding is, in words. */
export function placeOf({ stream, seq, index, lastIndex, row }: AuditFinding): string {
  const entry = stream === undefined ? '' : seq === undefined ? `stream ${stream}` : `entry ${stream}/${seq}`;
  const leaf =
    lastIndex !== undefined
      ? index === undefined || index === lastIndex
        ? `leaves up to ${lastIndex}`
        : `leaves ${index} to ${lastIndex}`
      : index === undefined
        ? ''
        : `leaf ${index}`;
  return [row, entry, leaf].filter((part) => part !== undefined && part !== '').join(', ');
}
