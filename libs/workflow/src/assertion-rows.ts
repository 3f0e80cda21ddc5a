import { randomUUID } from 'node:crypto';
import { type Check, type CheckedAssertion, type CheckedAttribution } from '@proofdesk/extraction';
import { type AssertionRow, type AttributionRow, type Decision, type ReviewTaskRow } from '@proofdesk/persistence';
import { RISK_RANK, triage } from '@proofdesk/review';
import { sha256Hex } from './binding-now.js';

type NewTask = Pick<
  ReviewTaskRow,
  'assertionId' | 'articleId' | 'state' | 'riskRank' | 'checkWorthiness' | 'stateReason' | 'dismissalReason'
>;

/** Everything one assertion adds: its row, its review task and the first entry of its history. */
export interface NewAssertion {
  readonly row: AssertionRow;
  readonly task: NewTask;
  readonly decision: Decision;
}

/** Why a fresh assertion was triaged away, in words; a checker can pull it back. */
const triaged = {
  opinion: 'No check needed: this is an opinion.',
  not_checkable: 'No check needed: this cannot be checked as true or false.',
};

/** Where the assertion comes from. */
export interface RevisionOfCheck {
  readonly id: string;
  readonly articleId: string;
  readonly sha256: string;
}

/** Turns a check into what the database and the ledger get. Kinds that cannot be checked enter already triaged. */
export const assertionsOf = (check: Check, revision: RevisionOfCheck): NewAssertion[] =>
  check.assertions.map((assertion) => newAssertion(assertion, revision));

function newAssertion(assertion: CheckedAssertion, revision: RevisionOfCheck): NewAssertion {
  const row = assertionRow(assertion, revision.id);
  const entry = triage(assertion);
  const isDismissed = entry.state === 'dismissed';
  const task = {
    assertionId: row.id,
    articleId: revision.articleId,
    state: entry.state,
    riskRank: RISK_RANK[assertion.risk],
    checkWorthiness: row.checkWorthiness,
    stateReason: isDismissed ? triaged[entry.reason] : null,
    dismissalReason: isDismissed ? entry.reason : null,
  };
  return { row, task, decision: firstDecision(row, task, revision) };
}

const assertionRow = (assertion: CheckedAssertion, revisionId: string): AssertionRow => ({
  id: randomUUID(),
  revisionId,
  ordinal: assertion.ordinal,
  startOffset: assertion.start,
  endOffset: assertion.end,
  exact: assertion.exact,
  exactSha256: sha256Hex(assertion.exact),
  prefix: assertion.prefix,
  suffix: assertion.suffix,
  kind: assertion.kind,
  sourcing: assertion.sourcing,
  allegationCategory: assertion.allegation?.category ?? null,
  allegationHedged: assertion.allegation?.hedged ?? null,
  allegationAccused: assertion.allegation?.accused ?? null,
  partlyQuoted: assertion.partlyQuoted,
  attributionOrdinal: assertion.attribution,
  checkWorthiness: assertion.checkWorthiness.score,
  checkWorthinessReasons: [...assertion.checkWorthiness.reasons],
  needsSource: assertion.needsSource,
  risk: assertion.risk,
  machineLabel: null,
});

/** The first entry of an assertion's history: how the machine labelled it and where it went. */
const firstDecision = (row: AssertionRow, task: NewTask, revision: RevisionOfCheck): Decision => ({
  stream: row.id,
  type: 'assertion.queued',
  actor: { kind: 'system', id: 'worker' },
  subject: {
    article: revision.articleId,
    revision: revision.id,
    articleSha256: revision.sha256,
    assertion: row.id,
    wordsSha256: row.exactSha256,
  },
  data: {
    after: {
      state: task.state,
      ...(task.dismissalReason !== null && { reason: task.dismissalReason }),
      kind: row.kind,
      sourcing: row.sourcing,
      allegation: row.allegationCategory,
      hedged: row.allegationHedged,
      risk: row.risk,
      needsSource: row.needsSource,
      checkWorthinessBp: Math.round(row.checkWorthiness * 10_000),
    },
  },
  said: { accused: row.allegationAccused },
});

/** The row of one attribution. */
export const attributionRow = (
  { source, cue, content, direct }: CheckedAttribution,
  revisionId: string,
  ordinal: number,
): AttributionRow => ({
  revisionId,
  ordinal,
  sourceStart: source?.start ?? null,
  sourceEnd: source?.end ?? null,
  sourceExact: source?.exact ?? null,
  sourceName: source?.name ?? null,
  sourceType: source?.type ?? null,
  cueStart: cue?.start ?? null,
  cueEnd: cue?.end ?? null,
  cueExact: cue?.exact ?? null,
  content: content.map(({ start, end }) => ({ start, end })),
  direct,
});
