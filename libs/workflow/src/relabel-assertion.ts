import { type Relabel, type ReviewTask } from '@proofdesk/contract';
import { type EntryData } from '@proofdesk/ledger';
import { type StoredLabel, type TaskFacts } from '@proofdesk/persistence';
import { needsSource, RISK_RANK, riskOf, type Label } from '@proofdesk/review';
import { type Actor } from './actor.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { recordOnTask } from './record-on-task.js';
import { done, refuse, type Outcome } from './refusal.js';

type FullLabel = TaskFacts['label'];

/**
 * Corrects sourcing, kind or allegation by hand. The machine's label stays beside it, risk and place in the queue follow,
 * and the history has both. The holder gives the lease token; an editor needs none.
 */
export async function relabelAssertion(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & Relabel,
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch, reason } = command;
  const label: FullLabel = { sourcing: command.sourcing, kind: command.kind, allegation: command.allegation };
  const isEditor = actor.kind === 'person' && actor.roles.includes('editor');
  // A checker without a token holds nothing, and an empty one never fits.
  const leaseToken = command.leaseToken ?? (isEditor ? null : '');
  const ask = { assertionId, ifMatch, leaseToken, action: 'task.relabel' } as const;
  return decideOnTask(desk, actor, ask, async ({ unit, task }) => {
    if (isSame(task.label, label)) return refuse('request.invalid', 'The label is the same as before.');
    const machine: StoredLabel = task.machineLabel ?? stored(task.label);
    const derived = { needsSource: needsSource(label), risk: riskOf(label) };
    const machineLabel = isSame(machine as Label<FullLabel['allegation']> as FullLabel, label) ? null : machine;
    await unit.tasks.relabel(assertionId, label, { ...derived, machineLabel });
    await unit.tasks.update(assertionId, { riskRank: RISK_RANK[derived.risk] });
    await recordOnTask(unit, task, actor, {
      type: 'assertion.relabelled',
      role: command.leaseToken === undefined ? 'editor' : 'checker',
      ...(command.leaseToken !== undefined && { leaseToken: command.leaseToken }),
      before: inTokens(task.label, task),
      after: inTokens(label, derived),
      said: { reason, accusedBefore: task.label.allegation?.accused, accusedAfter: label.allegation?.accused },
    });
    return done(null);
  });
}

const stored = ({ sourcing, kind, allegation }: FullLabel): StoredLabel => ({
  sourcing,
  kind,
  allegation: allegation === null ? null : { ...allegation },
});

const isSame = (a: FullLabel, b: FullLabel): boolean =>
  a.sourcing === b.sourcing &&
  a.kind === b.kind &&
  a.allegation?.category === b.allegation?.category &&
  a.allegation?.hedged === b.allegation?.hedged &&
  a.allegation?.accused === b.allegation?.accused;

/** The enumerable part of a label; whom it accuses is free text. */
const inTokens = (label: FullLabel, derived: { readonly needsSource: boolean; readonly risk: string }): EntryData => ({
  sourcing: label.sourcing,
  kind: label.kind,
  allegation: label.allegation?.category ?? null,
  hedged: label.allegation?.hedged ?? null,
  risk: derived.risk,
  needsSource: derived.needsSource,
});
