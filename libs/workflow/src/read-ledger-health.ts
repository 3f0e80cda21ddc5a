import * as crypto from 'node:crypto';
import { type LedgerAnomaly, type LedgerCheckpoint, type LedgerHealth } from '@proofdesk/contract';
import { nodeCrypto, openCheckpoint, parsePolicy, type Policy } from '@proofdesk/ledger';
import { type Unit } from '@proofdesk/persistence';
import { permit } from './act.js';
import { type Actor } from './actor.js';
import { read } from './decide.js';
import { type Desk } from './desk.js';
import { alarm, checkNewestEntries, checkNewestLeaves } from './ledger-health/check-newest-entries.js';
import { done, type Outcome } from './refusal.js';

/** What is known outside the database, against which it is held. */
export interface LedgerWatch {
  /** Text of the verifier policy that the sealer wrote; null where there is none. */
  readonly policy: string | null;
  /** The fingerprint of the ledger's barriers as it was noted when this build first met the database. */
  readonly notedFingerprint: string | null;
}

/** Newest entries and leaves that are looked at. */
const LOOKED_AT = 1_000;
/** Seconds within which receipts promise an entry to be in the signed tree. */
const PROMISED = 60;
/** Seconds after which a seal is late, though no promise is broken yet. */
const LATE = 10;
/** Findings shown; after a large fault each would say the same. */
const SHOWN = 20;

/** A quick look at the whole ledger: what waits, what was signed and seen, and everything that should not be so, in words. */
export async function readLedgerHealth(desk: Desk, actor: Actor, watch: LedgerWatch): Promise<Outcome<LedgerHealth>> {
  const allowed = permit(actor, 'audit.read');
  if (!allowed.ok) return allowed;
  return read(desk, async (unit) => done(await look(unit, watch)));
}

async function look(unit: Unit, watch: LedgerWatch): Promise<LedgerHealth> {
  const { ledgerHealth: view } = unit.view;
  const at = await view.now();
  // The checkpoint before the leaves: what is signed later than it was read cannot be missed.
  const checkpoint = await unit.view.checkpoints.newest();
  const size = checkpoint?.size ?? 0;
  const leaves = await view.newestLeaves(LOOKED_AT);
  const entries = await view.newestEntries(LOOKED_AT);
  const unsealed = await view.unsealed(size);
  const fingerprint = await view.fingerprint();
  const policy = await policyOf(watch.policy);
  const witnesses = await witnessesOf(unit, policy, size);
  const anomalies = [
    ...schemaFaults(fingerprint, watch.notedFingerprint),
    ...checkNewestLeaves(leaves, size).slice(0, SHOWN),
    ...checkNewestEntries(entries).slice(0, SHOWN),
    ...(await checkpointFaults(checkpoint, policy)),
    ...lagFaults(unsealed.oldestSeconds, checkpoint),
    ...(await witnessFaults(unit, witnesses, at)),
  ];
  return {
    at,
    entries: { unsealed: unsealed.count, oldestUnsealedSeconds: unsealed.oldestSeconds, checked: entries.length },
    checkpoint: checkpoint && { origin: checkpoint.origin, size, at: checkpoint.at },
    witnesses,
    schema: { fingerprint, noted: watch.notedFingerprint },
    anomalies: anomalies.sort((a, b) => rank(a) - rank(b)),
  };
}

const rank = ({ severity }: LedgerAnomaly): number => (severity === 'alarm' ? 0 : 1);
const warning = (code: string, text: string): LedgerAnomaly => ({ ...alarm(code, text), severity: 'warning' });

async function policyOf(text: string | null): Promise<Policy | null> {
  const parsed = text === null ? null : await parsePolicy(text, nodeCrypto(crypto));
  return parsed?.ok === true ? parsed.value : null;
}

function schemaFaults(now: string, noted: string | null): LedgerAnomaly[] {
  return noted === null || noted === now
    ? []
    : [
        alarm(
          'SCHEMA_CHANGED',
          'What guards the ledger in the database (triggers, rights, functions) is not what it was when it was set up. Somebody with the rights of a database administrator changed it.',
        ),
      ];
}

async function checkpointFaults(checkpoint: LedgerCheckpoint | null, policy: Policy | null): Promise<LedgerAnomaly[]> {
  if (policy === null)
    return [warning('NO_POLICY', 'There is no verifier policy here yet, so no signature could be checked.')];
  if (checkpoint === null) return [];
  const opened = await openCheckpoint(checkpoint.note, policy, nodeCrypto(crypto), { needQuorum: false });
  if (!opened.ok) return [alarm('CHECKPOINT_WRONG', `The newest checkpoint is not to be believed: ${opened.message}.`)];
  return opened.checkpoint.size === checkpoint.size
    ? []
    : [alarm('CHECKPOINT_WRONG', 'The newest checkpoint says another size than its row.')];
}

function lagFaults(oldest: number | null, checkpoint: LedgerCheckpoint | null): LedgerAnomaly[] {
  if (oldest === null || oldest <= LATE) return [];
  const since = `for ${Math.round(oldest)} seconds`;
  if (oldest > PROMISED)
    return [
      alarm(
        checkpoint === null ? 'NOTHING_SIGNED' : 'SEAL_LAG',
        `Entries have waited ${since} to be sealed; a minute was promised. The sealer does not run, or refuses to sign: look at its log.`,
      ),
    ];
  return [warning('SEAL_LAG', `Entries have waited ${since} to be sealed. That is usually a second.`)];
}

async function witnessesOf(unit: Unit, policy: Policy | null, size: number): Promise<LedgerHealth['witnesses']> {
  const seen = new Map((await unit.view.ledgerHealth.lastSeen()).map((each) => [each.name, each]));
  const names = new Set([...(policy?.witnesses ?? []).map(({ name }) => name), ...seen.keys()]);
  return [...names].map((name) => {
    const last = seen.get(name);
    return {
      name,
      stands: name === 'beside' ? ('beside' as const) : ('outside' as const),
      size: last?.size ?? null,
      at: last?.at ?? null,
      behind: Math.max(0, size - (last?.size ?? 0)),
    };
  });
}

/** A witness beside answers within seconds. One outside comes by mail or once a day, and nobody knows how often. */
async function witnessFaults(unit: Unit, witnesses: LedgerHealth['witnesses'], now: string): Promise<LedgerAnomaly[]> {
  if (witnesses.length === 0)
    return [warning('NO_WITNESS', 'No witness cosigns: who holds the signing key could show everybody another log.')];
  const found: LedgerAnomaly[] = [];
  for (const { name, stands, size, behind } of witnesses) {
    const since = behind === 0 ? null : await unit.view.ledgerHealth.signedAfter(size ?? 0);
    const seconds = since === null ? 0 : (Date.parse(now) - Date.parse(since)) / 1000;
    if (stands === 'beside' && seconds > PROMISED)
      found.push(
        warning(
          'WITNESS_BEHIND',
          `The witness ${name} is ${behind} entries behind, for ${Math.round(seconds)} seconds. It does not run, or refuses to cosign: look at its log.`,
        ),
      );
  }
  return found;
}
