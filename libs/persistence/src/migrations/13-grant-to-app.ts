import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The app role gets what its use cases need and no more: the words of a revision, the spans and approvals can be added and
 * read, never changed; of the rest only the columns that a use case moves. The auditor reads, except password and token hashes.
 */
export class GrantToApp1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO proofdesk_app, proofdesk_sealer, proofdesk_auditor;

      GRANT SELECT, INSERT ON person, account, role_grant, session, sign_in_attempt, rating_scale, rating, article,
        article_revision, segment, attribution, assertion, review_task, task_draft, evidence, verdict, approval, publication,
        notification, outbox, job_done, idempotency_key TO proofdesk_app;
      GRANT SELECT ON migrations TO proofdesk_app, proofdesk_auditor;

      GRANT UPDATE (name) ON person TO proofdesk_app;
      GRANT UPDATE (password_hash, disabled_at) ON account TO proofdesk_app;
      -- UPDATE on one column is what SELECT ... FOR UPDATE asks for
      GRANT DELETE, UPDATE (granted_at) ON role_grant TO proofdesk_app;
      GRANT UPDATE (last_seen_at, ended_at) ON session TO proofdesk_app;
      GRANT UPDATE (failures, last_at, blocked_until), DELETE ON sign_in_attempt TO proofdesk_app;
      GRANT UPDATE (activated_at) ON rating_scale TO proofdesk_app;
      GRANT UPDATE (title, byline, url, published_on, origin, author_person_id) ON article TO proofdesk_app;
      GRANT UPDATE (language, engine_name, engine_version, extraction_state, extraction_attempts, extraction_reason,
        extraction_finished_at) ON article_revision TO proofdesk_app;
      GRANT UPDATE (kind, sourcing, allegation_category, allegation_hedged, allegation_accused, needs_source, risk, machine_label)
        ON assertion TO proofdesk_app;
      GRANT UPDATE (state, risk_rank, queued_at, state_reason, dismissal_reason, holder_person_id, lease_token, lease_until,
        awaited, blocked_until, returned_to_person_id) ON review_task TO proofdesk_app;
      GRANT UPDATE (rating_key, rationale, updated_at), DELETE ON task_draft TO proofdesk_app;
      GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawn_reason) ON evidence TO proofdesk_app;
      GRANT UPDATE (state, returned_by, returned_at, returned_reason) ON verdict TO proofdesk_app;
      GRANT UPDATE (retraction_asked_by, retraction_note, retracted_by, retracted_at) ON publication TO proofdesk_app;
      GRANT UPDATE (read_at) ON notification TO proofdesk_app;
      GRANT UPDATE (generation, dispatched_at, failed_at, last_error), DELETE ON outbox TO proofdesk_app;
      GRANT UPDATE (status, body, etag), DELETE ON idempotency_key TO proofdesk_app;

      GRANT SELECT ON person, role_grant, rating_scale, rating, article, article_revision, segment, attribution, assertion,
        review_task, evidence, verdict, approval, publication, outbox, job_done TO proofdesk_auditor;
      GRANT SELECT (id, person_id, login, is_demo, disabled_at, created_at) ON account TO proofdesk_auditor;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM proofdesk_app, proofdesk_sealer, proofdesk_auditor',
    );
  }
}
