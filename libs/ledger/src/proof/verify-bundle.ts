import { concatBytes, toHex, utf8 } from '../encoding/bytes.js';
import { type VerifierCrypto } from '../encoding/crypto.js';
import { type Checkpoint } from '../note/checkpoint.js';
import { type CheckpointCode, openCheckpoint } from '../note/open-checkpoint.js';
import { type Policy } from '../note/policy.js';
import { decodeEntry } from '../record/entry-bytes.js';
import { NO_ENTRY } from '../record/entry.js';
import { opensCommitment } from '../record/commitment.js';
import { verifyInclusion } from '../tree/verify-proof.js';
import { base64Bytes, type BundledStream, hexBytes, parseBundle, type ProofBundle } from './bundle.js';
import { type Findings, type Fault, faultFindings, provenFindings } from './findings.js';
import { type ProvenEntry, type ProvenHistory, type ReplayRules } from './replay.js';

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };
const fault = (step: number, message: string): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault: { step, message },
});

/** Which of the numbered steps each way to disbelieve a checkpoint belongs to. */
const CHECKPOINT_STEP: Record<CheckpointCode, number> = {
  MALFORMED: 2,
  UNKNOWN_ORIGIN: 3,
  NOT_SIGNED: 4,
  WRONG_SIGNATURE: 4,
  WRONG_COSIGNATURE: 5,
  NO_QUORUM: 5,
};

/**
 * Verifies a proof bundle offline, in the 13 steps of docs/ledger-format.md (after the integrity report §2.7). Keys and
 * origin come from the policy alone; the rules that the history must have followed are handed in. Never throws on bad
 * data: whatever is wrong is named in the findings, and then nothing is proven.
 */
export async function verifyBundle(
  bytes: Uint8Array,
  policy: Policy,
  crypto: VerifierCrypto,
  rules: ReplayRules,
): Promise<Findings> {
  const parsed = await parseBundle(bytes, crypto);
  if (!parsed.ok) return faultFindings({ step: parsed.step, message: parsed.message });
  const bundle = parsed.value;
  const opened = await openCheckpoint(bundle.checkpoint, policy, crypto);
  if (!opened.ok) return faultFindings({ step: CHECKPOINT_STEP[opened.code], message: opened.message });
  const origins = new Set([opened.checkpoint.origin, ...policy.formerOrigins]);
  const streams = new Map<string, readonly ProvenEntry[]>();
  for (const stream of bundle.streams) {
    const proven = await proveStream(stream, opened.checkpoint, origins, crypto);
    if (!proven.ok) return faultFindings(proven.fault);
    streams.set(stream.stream, proven.value);
  }
  const history: ProvenHistory = { subject: streams.get(bundle.streams[0]?.stream ?? '') ?? [], streams };
  const wrong =
    refsFault(history) ??
    replayFault(history, rules) ??
    (await statementFault(bundle, history, crypto)) ??
    (await disclosureFault(bundle, history, crypto));
  return wrong === undefined
    ? provenFindings(bundle, opened.checkpoint, opened.cosigners, policy, history)
    : faultFindings(wrong);
}

/** Steps 3 and 6 to 10 for one stream. */
async function proveStream(
  stream: BundledStream,
  tree: Checkpoint,
  origins: ReadonlySet<string>,
  crypto: VerifierCrypto,
): Promise<Outcome<ProvenEntry[]>> {
  const proven: ProvenEntry[] = [];
  for (const [i, bundled] of stream.entries.entries()) {
    const where = `entry ${i + 1} of stream ${stream.stream}`;
    const bytes = utf8(bundled.body);
    const decoded = decodeEntry(bytes);
    if (!decoded.ok) return fault(6, `${where}: ${decoded.refusal.message}`);
    const entry = decoded.value;
    if (!origins.has(entry.origin))
      return fault(3, `${where}: written for ${entry.origin}, which the policy does not know`);
    const leaf = await crypto.sha256(concatBytes(Uint8Array.of(0), bytes));
    const before = proven.at(-1);
    if (entry.stream !== stream.stream || entry.seq !== i + 1)
      return fault(8, `${where}: it calls itself entry ${entry.seq} of ${entry.stream}`);
    if (entry.prev !== (before?.leaf ?? NO_ENTRY)) return fault(8, `${where}: it does not follow the entry before`);
    if (before !== undefined && entry.at < before.entry.at)
      return fault(8, `${where}: it is older than the entry before`);
    const proof = bundled.proof.map(base64Bytes);
    if (!(await verifyInclusion(leaf, bundled.index, tree.size, tree.root, proof, crypto)))
      return fault(9, `${where}: not proven to be in the tree`);
    if (before !== undefined && bundled.index <= before.index)
      return fault(10, `${where}: its place in the tree is before the entry it follows`);
    proven.push({ entry, leaf: toHex(leaf), index: bundled.index });
  }
  return { ok: true, value: proven };
}

/** Step 8, across streams: a reference into a bundled stream names an entry by its right hash. */
function refsFault({ streams }: ProvenHistory): Fault | undefined {
  for (const entries of streams.values()) {
    for (const { entry } of entries) {
      const wrong = (entry.refs ?? []).find(
        (ref) => streams.has(ref.stream) && streams.get(ref.stream)?.[ref.seq - 1]?.leaf !== ref.leaf,
      );
      if (wrong !== undefined)
        return {
          step: 8,
          message: `entry ${entry.seq} of stream ${entry.stream}: it refers to an entry ${wrong.seq} of ${wrong.stream} that is not so`,
        };
    }
  }
  return undefined;
}

/** Step 11. */
function replayFault(history: ProvenHistory, rules: ReplayRules): Fault | undefined {
  const broken = rules(history);
  return broken && { step: 11, message: `entry ${broken.seq} of stream ${broken.stream}: ${broken.message}` };
}

/** Step 12: the statement is what the last publication or correction committed to. */
async function statementFault(
  { statement }: ProofBundle,
  { subject }: ProvenHistory,
  crypto: VerifierCrypto,
): Promise<Fault | undefined> {
  if (statement === null) return undefined;
  const last = subject.findLast(
    ({ entry }) =>
      (entry.type === 'verdict.published' || entry.type === 'verdict.corrected') &&
      entry.commits?.['statement'] !== undefined,
  );
  if (last?.entry.seq !== statement.seq)
    return { step: 12, message: 'The statement does not belong to the last publication' };
  const commit = hexBytes(last.entry.commits?.['statement'] ?? '');
  return (await opensCommitment(commit, hexBytes(statement.key), statement.value, crypto))
    ? undefined
    : { step: 12, message: 'The statement is not the one that was published' };
}

/** Step 13: each disclosed value opens its commitment, and none is disclosed twice. */
async function disclosureFault(
  { disclosures }: ProofBundle,
  { streams }: ProvenHistory,
  crypto: VerifierCrypto,
): Promise<Fault | undefined> {
  const seen = new Set<string>();
  for (const { stream, seq, name, key, value } of disclosures) {
    const where = `${name} of entry ${seq} of stream ${stream}`;
    if (seen.has(where)) return { step: 13, message: `${where} is disclosed twice` };
    seen.add(where);
    const commits = streams.get(stream)?.[seq - 1]?.entry.commits;
    const commit = commits !== undefined && Object.hasOwn(commits, name) ? commits[name] : undefined;
    if (commit === undefined || !(await opensCommitment(hexBytes(commit), hexBytes(key), value, crypto))) {
      return { step: 13, message: `${where}: the disclosed value is not what was committed to` };
    }
  }
  return undefined;
}
