/**
 * The cells that the tables hold for some streams ($1), by the names that ReplayedStream gives them: one row for each
 * table row, `prefix` before the dot and the columns as an object. Cells that hold nothing are left out.
 */
export const PROJECTION_ROWS = `
  SELECT t.assertion_id AS stream, 'review_task' AS prefix, jsonb_build_object('state', t.state, 'article_id', t.article_id,
         'dismissal_reason', t.dismissal_reason, 'awaited', t.awaited, 'holder_person_id', t.holder_person_id,
         'lease_token', t.lease_token) AS columns
    FROM review_task t WHERE t.assertion_id = ANY ($1)
  UNION ALL
  SELECT a.id, 'assertion', jsonb_build_object('revision_id', a.revision_id, 'exact_sha256', a.exact_sha256, 'kind', a.kind,
         'sourcing', a.sourcing, 'allegation_category', a.allegation_category, 'allegation_hedged', a.allegation_hedged,
         'risk', a.risk, 'needs_source', a.needs_source)
    FROM assertion a WHERE a.id = ANY ($1)
  UNION ALL
  SELECT e.assertion_id, 'evidence ' || e.id, jsonb_build_object('sha256', e.sha256, 'attached_by', e.attached_by,
         'withdrawn_by', e.withdrawn_by)
    FROM evidence e WHERE e.assertion_id = ANY ($1)
  UNION ALL
  SELECT v.assertion_id, 'verdict ' || v.version, jsonb_build_object('id', v.id, 'state', v.state, 'rating_key', v.rating_key,
         'scale_id', v.scale_id, 'scale_version', v.scale_version, 'evidence_sha256', v.evidence_sha256,
         'exact_sha256', v.exact_sha256, 'revision_id', v.revision_id, 'risk', v.risk, 'proposed_by', v.proposed_by,
         'returned_by', v.returned_by)
    FROM verdict v WHERE v.assertion_id = ANY ($1)
  UNION ALL
  SELECT v.assertion_id, 'approval ' || p.verdict_version || ' by ' || p.person_id, to_jsonb(p.verdict_id)
    FROM approval p JOIN verdict v ON v.id = p.verdict_id AND v.version = p.verdict_version WHERE v.assertion_id = ANY ($1)
  UNION ALL
  SELECT p.assertion_id, 'publication ' || p.verdict_version, jsonb_build_object('published_by', p.published_by,
         'has_claim_review', p.has_claim_review, 'retraction_asked_by', p.retraction_asked_by, 'retracted_by', p.retracted_by)
    FROM publication p WHERE p.assertion_id = ANY ($1)
  UNION ALL
  SELECT g.person_id, 'role_grant ' || g.role, to_jsonb(coalesce(g.granted_by::text, 'system'))
    FROM role_grant g WHERE g.person_id = ANY ($1)
  UNION ALL
  SELECT c.person_id, 'account ' || c.id, jsonb_build_object('disabled', c.disabled_at IS NOT NULL)
    FROM account c WHERE c.person_id = ANY ($1)
  UNION ALL
  SELECT r.article_id, 'article_revision ' || r.id, jsonb_build_object('sha256', r.sha256, 'number', r.number,
         'characters', r.characters, 'extraction_state',
         CASE WHEN r.extraction_state IN ('done', 'failed') THEN r.extraction_state ELSE 'open' END)
    FROM article_revision r WHERE r.article_id = ANY ($1)`;

/** One row of PROJECTION_ROWS. `columns` is an object, or the one value of a row that is a fact by being there. */
export interface ProjectionRow {
  readonly stream: string;
  readonly prefix: string;
  readonly columns: Readonly<Record<string, unknown>> | string;
}

/** Rows about which the ledger has no stream at all: [table, SQL that gives `key` of the first few]. */
export const ORPHANS: readonly (readonly [table: string, sql: string])[] = (
  [
    ['review_task', 'assertion_id', 'assertion_id'],
    ['assertion', 'id', 'id'],
    ['evidence', 'assertion_id', 'id'],
    ['verdict', 'assertion_id', "id || ' version ' || version"],
    ['publication', 'assertion_id', 'id'],
    ['role_grant', 'person_id', "person_id || ' ' || role"],
    ['account', 'person_id', 'id'],
    ['article_revision', 'article_id', 'id'],
    ['article', 'id', 'id'],
  ] as const
).map(([table, stream, key]) => [
  table,
  `SELECT (${key})::text AS key FROM ${table} t
    WHERE NOT EXISTS (SELECT 1 FROM ledger.stream s WHERE s.id = t.${stream} AND s.seq > 0) ORDER BY 1 LIMIT 20`,
]);
