import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = String.raw`
CREATE TABLE assertion (
  id uuid NOT NULL,
  revision_id uuid NOT NULL,
  ordinal integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  exact text NOT NULL,
  exact_sha256 text NOT NULL,
  prefix text NOT NULL,
  suffix text NOT NULL,
  kind text NOT NULL,
  sourcing text NOT NULL,
  allegation_category text,
  allegation_hedged boolean,
  allegation_accused text,
  partly_quoted boolean NOT NULL,
  attribution_ordinal integer,
  check_worthiness double precision NOT NULL,
  check_worthiness_reasons jsonb NOT NULL,
  needs_source boolean NOT NULL,
  risk text NOT NULL,
  machine_label jsonb,
  CONSTRAINT assertion_pkey PRIMARY KEY (id),
  CONSTRAINT assertion_revision_id_ordinal_key UNIQUE (revision_id, ordinal),
  CONSTRAINT assertion_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES article_revision(id),
  CONSTRAINT assertion_revision_id_attribution_ordinal_fkey FOREIGN KEY (revision_id, attribution_ordinal) REFERENCES attribution(revision_id, ordinal),
  CONSTRAINT assertion_span_check CHECK (0 <= start_offset AND start_offset < end_offset),
  CONSTRAINT assertion_exact_sha256_check CHECK (exact_sha256 = encode(sha256(convert_to(exact, 'UTF8')), 'hex')),
  CONSTRAINT assertion_allegation_check CHECK (num_nulls(allegation_category, allegation_hedged, allegation_accused) IN (0, 3)),
  CONSTRAINT assertion_check_worthiness_check CHECK (check_worthiness BETWEEN 0 AND 1),
  CONSTRAINT assertion_risk_check CHECK (risk = CASE WHEN allegation_category IS NULL THEN 'normal' WHEN needs_source THEN 'serious' ELSE 'sensitive' END),
  CONSTRAINT assertion_kind_check CHECK (kind IN ('statement', 'opinion', 'prediction', 'question', 'directive', 'headline', 'caption')),
  CONSTRAINT assertion_sourcing_check CHECK (sourcing IN ('quoted', 'reported', 'documented', 'anonymous', 'self', 'unattributed')),
  CONSTRAINT assertion_allegation_category_check CHECK (allegation_category IN ('corruption', 'fraud', 'sabotage', 'violence', 'abuse', 'conspiracy', 'espionage', 'deceit', 'other'))
);

CREATE TABLE review_task (
  assertion_id uuid NOT NULL,
  article_id uuid NOT NULL,
  state text NOT NULL,
  risk_rank smallint NOT NULL,
  check_worthiness double precision NOT NULL,
  queued_at timestamptz(3) NOT NULL DEFAULT now(),
  state_reason text,
  dismissal_reason text,
  holder_person_id uuid,
  lease_token bigint NOT NULL DEFAULT 0,
  lease_until timestamptz(3),
  awaited text,
  blocked_until timestamptz(3),
  returned_to_person_id uuid,
  CONSTRAINT review_task_pkey PRIMARY KEY (assertion_id),
  CONSTRAINT review_task_assertion_id_fkey FOREIGN KEY (assertion_id) REFERENCES assertion(id),
  CONSTRAINT review_task_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id),
  CONSTRAINT review_task_holder_person_id_fkey FOREIGN KEY (holder_person_id) REFERENCES person(id),
  CONSTRAINT review_task_returned_to_person_id_fkey FOREIGN KEY (returned_to_person_id) REFERENCES person(id),
  CONSTRAINT review_task_state_check CHECK (state IN ('queued', 'dismissed', 'merged', 'in_check', 'blocked', 'proposed', 'second_check', 'adjudication', 'in_approval', 'approved', 'published', 'correcting', 'retracted', 'stale')),
  CONSTRAINT review_task_risk_rank_check CHECK (risk_rank IN (0, 1, 2)),
  CONSTRAINT review_task_dismissal_reason_check CHECK (dismissal_reason IN ('opinion', 'not_checkable', 'duplicate', 'not_an_assertion')),
  CONSTRAINT review_task_awaited_check CHECK (awaited IN ('source', 'reply')),
  CONSTRAINT review_task_holder_check CHECK ((state IN ('in_check', 'blocked')) = (holder_person_id IS NOT NULL)),
  CONSTRAINT review_task_lease_check CHECK ((state = 'in_check') = (lease_until IS NOT NULL)),
  CONSTRAINT review_task_blocked_check CHECK ((state = 'blocked') = (awaited IS NOT NULL) AND (state = 'blocked') = (blocked_until IS NOT NULL)),
  CONSTRAINT review_task_dismissed_check CHECK ((state = 'dismissed') = (dismissal_reason IS NOT NULL))
);

CREATE INDEX review_task_article_id_idx ON review_task (article_id);

CREATE INDEX review_task_lease_until_idx ON review_task (lease_until) WHERE state = 'in_check';

CREATE INDEX review_task_holder_person_id_idx ON review_task (holder_person_id) WHERE holder_person_id IS NOT NULL;

CREATE TABLE task_draft (
  assertion_id uuid NOT NULL,
  person_id uuid NOT NULL,
  rating_key text,
  rationale text NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT task_draft_pkey PRIMARY KEY (assertion_id, person_id),
  CONSTRAINT task_draft_assertion_id_fkey FOREIGN KEY (assertion_id) REFERENCES assertion(id),
  CONSTRAINT task_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX review_task_queue_order_idx ON review_task (state, risk_rank, check_worthiness DESC, queued_at, assertion_id);
`;

/** Assertions, and the human work on each. */
export class CreateReview1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE task_draft, review_task, assertion');
  }
}
