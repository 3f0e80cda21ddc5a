import { type EventType } from '../record/event-type.js';
import { type LedgerEntry } from '../record/entry.js';
import { type ProvenHistory, type ReplayFault } from './replay.js';
import { roleFault } from './role-rules.js';

interface Proposal {
  readonly seq: number;
  readonly verdict: string;
  readonly version: number;
  readonly person: string;
}

/** What has happened so far, as far as the rules need it. Undone entries are taken out again. */
interface Desk {
  lease: { person: string; token: string } | undefined;
  highestToken: bigint;
  /** Evidence attached and withdrawn, in order. */
  pieces: { seq: number; id: string; sha256: string; attached: boolean }[];
  readonly proposers: Map<string, Set<string>>;
  proposals: Proposal[];
  approvals: Proposal[];
  returned: Map<number, string>;
  published: Map<number, string>;
  /** Retractions asked for. */
  asks: Proposal[];
  readonly undone: Set<number>;
}

type Rule = (desk: Desk, entry: LedgerEntry, entries: readonly LedgerEntry[]) => string | undefined;

const person = (entry: LedgerEntry): string => (entry.actor.kind === 'person' ? entry.actor.person : '');
const versionOf = ({ subject }: LedgerEntry): string => `${subject?.verdict} ${subject?.version}`;
const keyOf = (p: Proposal): string => `${p.verdict} ${p.version}`;
const asProposal = (e: LedgerEntry): Proposal => ({
  seq: e.seq,
  verdict: e.subject?.verdict ?? '',
  version: e.subject?.version ?? 0,
  person: person(e),
});
const isReturned = (desk: Desk, version: string): boolean => [...desk.returned.values()].includes(version);
const isPublished = (desk: Desk, version: string): boolean => [...desk.published.values()].includes(version);

const lease: Rule = (desk, entry) => {
  const token = entry.lease?.token ?? '0';
  if (BigInt(token) <= desk.highestToken) return `lease token ${token} is not higher than ${desk.highestToken}`;
  desk.highestToken = BigInt(token);
  desk.lease = { person: person(entry), token };
  return undefined;
};

const endLease: Rule = (desk) => {
  desk.lease = undefined;
  return undefined;
};

/** The holder takes the work up again under the same lease; anybody else puts it back into the queue. */
const unblock: Rule = (desk, entry) => {
  if (desk.lease?.person !== person(entry)) desk.lease = undefined;
  return undefined;
};

/** The hash under which a piece of evidence stands attached now. */
function attachedHash(desk: Desk, id: string): string | undefined {
  const last = desk.pieces.findLast((piece) => piece.id === id);
  return last?.attached === true ? last.sha256 : undefined;
}

const attach: Rule = (desk, entry) => {
  for (const { id, sha256 } of entry.evidence ?? []) desk.pieces.push({ seq: entry.seq, id, sha256, attached: true });
  return undefined;
};

const withdraw: Rule = (desk, entry) => {
  for (const { id, sha256 } of entry.evidence ?? []) {
    if (attachedHash(desk, id) !== sha256) return `evidence ${id} was not attached`;
    desk.pieces.push({ seq: entry.seq, id, sha256, attached: false });
  }
  return undefined;
};

const propose: Rule = (desk, entry) => {
  const proposal = asProposal(entry);
  if (desk.lease?.person !== proposal.person) return 'proposed by somebody who did not hold the lease';
  if (desk.lease.token !== entry.lease?.token)
    return `proposed under lease token ${entry.lease?.token ?? 'none'}, while ${desk.lease.token} was running`;
  if (desk.proposals.some((p) => p.verdict === proposal.verdict && p.version >= proposal.version))
    return 'proposed a version that is not newer';
  const missing = (entry.evidence ?? []).find(({ id, sha256 }) => attachedHash(desk, id) !== sha256);
  if (missing !== undefined) return `proposed on evidence ${missing.id}, which was not attached in that form`;
  desk.lease = undefined;
  desk.proposals.push(proposal);
  desk.proposers.set(proposal.verdict, new Set(desk.proposers.get(proposal.verdict)).add(proposal.person));
  return undefined;
};

/** The version an act is about must be the newest proposal of its verdict and not sent back. */
function openVersion(desk: Desk, entry: LedgerEntry): string | undefined {
  const newest = desk.proposals.findLast((p) => p.verdict === entry.subject?.verdict);
  if (newest === undefined || keyOf(newest) !== versionOf(entry))
    return `${entry.type} is not about the version that was proposed last`;
  return isReturned(desk, versionOf(entry)) ? `${entry.type} of a version that was returned` : undefined;
}

const approve: Rule = (desk, entry) => {
  const approval = asProposal(entry);
  const fault = openVersion(desk, entry);
  if (fault !== undefined) return fault;
  if (desk.proposers.get(approval.verdict)?.has(approval.person) === true)
    return 'approved by somebody who proposed it';
  if (desk.approvals.some((a) => keyOf(a) === keyOf(approval) && a.person === approval.person))
    return 'approved twice by the same person';
  desk.approvals.push(approval);
  return undefined;
};

const sendBack: Rule = (desk, entry) => {
  const fault = openVersion(desk, entry);
  if (fault !== undefined) return fault;
  if (isPublished(desk, versionOf(entry))) return 'returned after it was published';
  desk.returned.set(entry.seq, versionOf(entry));
  return undefined;
};

const publish: Rule = (desk, entry) => {
  const fault = openVersion(desk, entry);
  if (fault !== undefined) return fault;
  if (!desk.approvals.some((a) => keyOf(a) === versionOf(entry))) return 'published without approval';
  if (isPublished(desk, versionOf(entry))) return 'published twice';
  desk.published.set(entry.seq, versionOf(entry));
  return undefined;
};

const afterPublication: Rule = (desk, entry) => {
  const verdict = entry.subject?.verdict ?? '';
  return [...desk.published.values()].some((version) => version.startsWith(`${verdict} `))
    ? undefined
    : `${entry.type} before anything was published`;
};

const askRetraction: Rule = (desk, entry, entries) => {
  const fault = afterPublication(desk, entry, entries);
  if (fault === undefined) desk.asks.push(asProposal(entry));
  return fault;
};

const retract: Rule = (desk, entry, entries) => {
  const fault = afterPublication(desk, entry, entries);
  if (fault !== undefined) return fault;
  const asked = desk.asks.some((ask) => ask.verdict === entry.subject?.verdict && ask.person !== person(entry));
  return asked ? undefined : 'retracted without another editor having asked for it';
};

const undo: Rule = (desk, entry, entries) => {
  const target = entries[Number(entry.data?.['undoes']) - 1];
  if (target === undefined || target.seq >= entry.seq || target.type === 'decision.undone')
    return 'undoes nothing that could be undone';
  if (desk.undone.has(target.seq)) return 'undoes what was undone already';
  if (person(target) === '' || person(target) !== person(entry)) return "undoes somebody else's act";
  desk.undone.add(target.seq);
  desk.proposals = desk.proposals.filter((p) => p.seq !== target.seq);
  desk.approvals = desk.approvals.filter((a) => a.seq !== target.seq);
  desk.pieces = desk.pieces.filter((p) => p.seq !== target.seq);
  desk.asks = desk.asks.filter((a) => a.seq !== target.seq);
  desk.returned.delete(target.seq);
  desk.published.delete(target.seq);
  return undefined;
};

const RULES: Partial<Record<EventType, Rule>> = {
  'task.leased': lease,
  'task.released': endLease,
  'task.lease_expired': endLease,
  'task.taken_over': endLease,
  'task.unblocked': unblock,
  'evidence.attached': attach,
  'evidence.withdrawn': withdraw,
  'verdict.proposed': propose,
  'verdict.approved': approve,
  'verdict.returned': sendBack,
  'verdict.published': publish,
  'verdict.corrected': afterPublication,
  'verdict.retraction_asked': askRetraction,
  'verdict.retracted': retract,
  'decision.undone': undo,
};

/** Under which roles a decision may be made. */
const ROLES: Partial<Record<EventType, readonly string[]>> = {
  'verdict.proposed': ['checker', 'editor'],
  'verdict.approved': ['editor'],
  'verdict.returned': ['editor'],
  'verdict.published': ['editor'],
  'verdict.corrected': ['editor'],
  'verdict.retraction_asked': ['editor'],
  'verdict.retracted': ['editor'],
};

/**
 * The rules that every published history must have followed (integrity report §2.7, step 11): lease, proposal, approval,
 * publication in this order, under the running lease token; no approver among the proposers, by person; each decision
 * under a role that held at that time; the evidence a proposal names was attached. docs/ledger-format.md says the same in
 * words, for a second verifier.
 */
export function decisionRules(history: ProvenHistory): ReplayFault | undefined {
  const entries = history.subject.map((proven) => proven.entry);
  const desk: Desk = {
    lease: undefined,
    highestToken: 0n,
    pieces: [],
    proposers: new Map(),
    proposals: [],
    approvals: [],
    returned: new Map(),
    published: new Map(),
    asks: [],
    undone: new Set(),
  };
  for (const entry of entries) {
    const roles = ROLES[entry.type];
    const role = entry.actor.kind === 'person' ? entry.actor.role : '';
    const message =
      (roles !== undefined && !roles.includes(role) ? `${entry.type} under the role ${role}` : undefined) ??
      (roles === undefined ? undefined : roleFault(entry, history)) ??
      RULES[entry.type]?.(desk, entry, entries);
    if (message !== undefined) return { stream: entry.stream, seq: entry.seq, message };
  }
  return undefined;
}
