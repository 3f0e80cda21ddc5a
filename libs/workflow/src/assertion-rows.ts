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
  const id = randomUUID();
  const entry = triage(assertion);
  const { allegation, checkWorthiness, kind, sourcing, risk, needsSource } = assertion;
  const exactSha256 = sha256Hex(assertion.exact);
  return {
    row: {
      id,
      revisionId: revision.id,
      ordinal: assertion.ordinal,
      startOffset: assertion.start,
      endOffset: assertion.end,
      exact: assertion.exact,
      exactSha256,
      prefix: assertion.prefix,
      suffix: assertion.suffix,
      kind,
      sourcing,
      allegationCategory: allegation?.category ?? null,
      allegationHedged: allegation?.hedged ?? null,
      allegationAccused: allegation?.accused ?? null,
      partlyQuoted: assertion.partlyQuoted,
      attributionOrdinal: assertion.attribution,
      checkWorthiness: checkWorthiness.score,
      checkWorthinessReasons: [...checkWorthiness.reasons],
      needsSource,
      risk,
      machineLabel: null,
    },
    task: {
      assertionId: id,
      articleId: revision.articleId,
      state: entry.state,
      riskRank: RISK_RANK[risk],
      checkWorthiness: checkWorthiness.score,
      stateReason: entry.state === 'dismissed' ? triaged[entry.reason] : null,
      dismissalReason: entry.state === 'dismissed' ? entry.reason : null,
    },
    decision: {
      stream: id,
      type: 'assertion.queued',
      actor: { kind: 'system', id: 'worker' },
      subject: {
        article: revision.articleId,
        revision: revision.id,
        articleSha256: revision.sha256,
        assertion: id,
        wordsSha256: exactSha256,
      },
      data: {
        after: {
          state: entry.state,
          ...(entry.state === 'dismissed' && { reason: entry.reason }),
          kind,
          sourcing,
          allegation: allegation?.category ?? null,
          hedged: allegation?.hedged ?? null,
          risk,
          needsSource,
          checkWorthinessBp: Math.round(checkWorthiness.score * 10_000),
        },
      },
      said: { accused: allegation?.accused },
    },
  };
}

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
