import { toHex } from '../encoding/bytes.js';
import { type Checkpoint } from '../note/checkpoint.js';
import { type Cosigner } from '../note/open-checkpoint.js';
import { type Policy } from '../note/policy.js';
import { type ProofBundle } from './bundle.js';
import { type ProvenHistory } from './replay.js';

/** The first thing that was wrong, by the number of the step that found it. */
export interface Fault {
  readonly step: number;
  readonly message: string;
}

/** What a bundle proves. With a fault, nothing. Sentences are plain, for people. */
export interface Findings {
  readonly ok: boolean;
  readonly proven: readonly string[];
  readonly notProven: readonly string[];
  /** The time up to which it is known: of the newest cosignature, else of the newest entry. UTC. */
  readonly asOf?: string;
  /** Where the verdict stands by this history. */
  readonly verdict?: VerdictState;
  readonly fault?: Fault;
}

const VERDICT_STATES = ['proposed', 'returned', 'approved', 'published', 'corrected', 'retracted', 'stale'] as const;

export interface VerdictState {
  readonly verdict: string;
  readonly version: number;
  readonly state: (typeof VERDICT_STATES)[number];
  readonly at: string;
}

export function faultFindings(fault: Fault): Findings {
  return { ok: false, proven: [], notProven: ['Anything: the proof does not hold.'], fault };
}

export function provenFindings(
  bundle: ProofBundle,
  tree: Checkpoint,
  cosigners: readonly Cosigner[],
  policy: Policy,
  history: ProvenHistory,
): Findings {
  const { subject, streams } = history;
  const entries = [...streams.values()].flat();
  const commitments = entries.reduce((sum, { entry }) => sum + Object.keys(entry.commits ?? {}).length, 0);
  const opened = bundle.disclosures.length + (bundle.statement === null ? 0 : 1);
  const last = subject.at(-1);
  const verdict = verdictState(history);
  const newest = cosigners.reduce((max, { seconds }) => Math.max(max, seconds), 0);
  const proven = [
    `The log ${tree.origin} signed a tree of ${tree.size} entries with the root ${toHex(tree.root)}.`,
    ...cosigners.map(
      (w) => `The witness ${w.name} saw this tree continue all it had seen before, at ${instantOf(w.seconds)}.`,
    ),
    `The history ${last?.entry.stream ?? ''} is in that tree: entries 1 to ${subject.length}, in this order, unchanged, the last of ${last?.entry.at ?? ''}.`,
    ...(streams.size > 1 ? [`So are the records of the roles of ${streams.size - 1} persons who acted in it.`] : []),
    'Each decision was made in the right order and under a role that held then, and nobody approved what they proposed.',
    ...(bundle.statement === null
      ? []
      : [`The published statement is, word for word, what entry ${bundle.statement.seq} committed to.`]),
    ...(bundle.disclosures.length === 0
      ? []
      : [`${bundle.disclosures.length} disclosed values are the ones that were committed to then.`]),
  ];
  const notProven = [
    'That nothing newer exists: this history may have gone on after the last entry shown, and roles may have changed since.',
    "That a person's own hand did it: the newsroom's server recorded it for that account.",
    'That the rating is true: only how it was decided.',
    ...(policy.quorum.kind === 'none' ? ['That everybody is shown the same log: the policy asks for no witness.'] : []),
    ...(commitments > opened
      ? [`What ${commitments - opened} further values say: they are committed to, not disclosed.`]
      : []),
    ...(bundle.statement === null ? ['What was published: the bundle carries no statement.'] : []),
  ];
  const newestEntry = entries.reduce((max, { entry }) => (entry.at > max ? entry.at : max), '');
  return {
    ok: true,
    proven,
    notProven,
    asOf: newest > 0 ? instantOf(newest) : newestEntry,
    ...(verdict === undefined ? {} : { verdict }),
  };
}

function verdictState({ subject }: ProvenHistory): VerdictState | undefined {
  const undone = new Set(
    subject.filter(({ entry }) => entry.type === 'decision.undone').map(({ entry }) => entry.data?.['undoes']),
  );
  const stateOf = (type: string): VerdictState['state'] | undefined =>
    VERDICT_STATES.find((state) => type === `verdict.${state}`);
  const last = subject.findLast(({ entry }) => stateOf(entry.type) !== undefined && !undone.has(entry.seq))?.entry;
  const state = stateOf(last?.type ?? '');
  if (last?.subject?.verdict === undefined || last.subject.version === undefined || state === undefined)
    return undefined;
  return {
    verdict: last.subject.verdict,
    version: last.subject.version,
    state,
    at: last.at,
  };
}

function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
