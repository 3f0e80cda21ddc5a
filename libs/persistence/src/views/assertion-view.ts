import { type AssertionSummary, type Label } from '@proofdesk/contract';
import { formatStreamETag } from '@proofdesk/ledger';
import { approvalsNeeded, graverRisk, isLive, type Risk, type VerdictState } from '@proofdesk/verdicts';

/** One row of `assertionSql`, with everything a summary needs. */
export interface AssertionSqlRow {
  id: string;
  articleId: string;
  articleTitle: string;
  revisionId: string;
  ordinal: number;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  kind: AssertionSummary['kind'];
  sourcing: AssertionSummary['sourcing'];
  category: NonNullable<AssertionSummary['allegation']>['category'] | null;
  hedged: boolean | null;
  accused: string | null;
  partlyQuoted: boolean;
  attribution: number | null;
  sourceName: string | null;
  checkWorthiness: number;
  reasons: string[];
  needsSource: boolean;
  risk: Risk;
  machineLabel: Label | null;
  state: AssertionSummary['state'];
  stateReason: string | null;
  queuedAt: Date;
  returnedToPersonId: string | null;
  holderPersonId: string | null;
  holderName: string | null;
  leaseToken: string;
  leaseUntil: Date | null;
  leaseSeconds: number | null;
  awaited: 'source' | 'reply' | null;
  blockedUntil: Date | null;
  verdictState: VerdictState | null;
  verdictRisk: Risk | null;
  approvalsGiven: number;
  seq: number;
  head: string;
}

/** Everything about assertions and their review tasks in one statement, so that the ETag belongs to the state beside it. */
export const assertionSql = `
  SELECT a.id, t.article_id AS "articleId", ar.title AS "articleTitle", a.revision_id AS "revisionId", a.ordinal,
         a.start_offset AS start, a.end_offset AS "end", a.exact, a.prefix, a.suffix, a.kind, a.sourcing,
         a.allegation_category AS category, a.allegation_hedged AS hedged, a.allegation_accused AS accused,
         a.partly_quoted AS "partlyQuoted", a.attribution_ordinal AS attribution, att.source_name AS "sourceName",
         t.check_worthiness AS "checkWorthiness", a.check_worthiness_reasons AS reasons, a.needs_source AS "needsSource",
         a.risk, a.machine_label AS "machineLabel", t.state, t.state_reason AS "stateReason", t.queued_at AS "queuedAt",
         t.returned_to_person_id AS "returnedToPersonId", t.holder_person_id AS "holderPersonId", h.name AS "holderName",
         t.lease_token AS "leaseToken", t.lease_until AS "leaseUntil",
         extract(epoch FROM t.lease_until - clock_timestamp())::float AS "leaseSeconds",
         t.awaited, t.blocked_until AS "blockedUntil", v.state AS "verdictState", v.risk AS "verdictRisk",
         (SELECT count(*)::int FROM approval p WHERE p.verdict_id = v.id AND p.verdict_version = v.version) AS "approvalsGiven",
         s.seq, encode(s.head, 'hex') AS head
    FROM review_task t JOIN assertion a ON a.id = t.assertion_id JOIN article ar ON ar.id = t.article_id
    JOIN ledger.stream s ON s.id = t.assertion_id
    LEFT JOIN attribution att ON att.revision_id = a.revision_id AND att.ordinal = a.attribution_ordinal
    LEFT JOIN person h ON h.id = t.holder_person_id
    LEFT JOIN LATERAL (SELECT w.* FROM verdict w WHERE w.assertion_id = a.id ORDER BY w.version DESC LIMIT 1) v ON true`;

const toApprovals = (row: AssertionSqlRow): AssertionSummary['approvals'] =>
  row.verdictState === null || row.verdictRisk === null || !isLive(row.verdictState)
    ? null
    : { given: row.approvalsGiven, needed: approvalsNeeded(graverRisk(row.verdictRisk, row.risk)) };

const toLease = (row: AssertionSqlRow): AssertionSummary['lease'] =>
  row.holderPersonId === null || row.leaseUntil === null
    ? null
    : {
        holder: { id: row.holderPersonId, name: row.holderName ?? '' },
        until: row.leaseUntil.toISOString(),
        seconds: Math.max(0, Math.round((row.leaseSeconds ?? 0) * 10) / 10),
      };

/** The summary that lists and articles show. */
export const toSummary = (row: AssertionSqlRow): AssertionSummary => ({
  id: row.id,
  articleId: row.articleId,
  articleTitle: row.articleTitle,
  revisionId: row.revisionId,
  ordinal: row.ordinal,
  start: row.start,
  end: row.end,
  exact: row.exact,
  sourcing: row.sourcing,
  kind: row.kind,
  allegation:
    row.category === null ? null : { category: row.category, hedged: row.hedged ?? false, accused: row.accused ?? '' },
  partlyQuoted: row.partlyQuoted,
  attribution: row.attribution,
  sourceName: row.sourceName,
  checkWorthiness: { score: row.checkWorthiness, reasons: row.reasons },
  needsSource: row.needsSource,
  risk: row.risk,
  machineLabel: row.machineLabel,
  state: row.state,
  stateReason: row.stateReason,
  queuedAt: row.queuedAt.toISOString(),
  lease: toLease(row),
  approvals: toApprovals(row),
  etag: formatStreamETag(row.seq, row.head),
});
