import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = String.raw`
CREATE TABLE evidence (
  id uuid NOT NULL,
  assertion_id uuid NOT NULL,
  url text,
  title text NOT NULL,
  quote text NOT NULL,
  note text NOT NULL,
  stance text NOT NULL,
  origin text NOT NULL,
  is_primary boolean NOT NULL,
  sha256 text NOT NULL,
  attached_by uuid NOT NULL,
  attached_at timestamptz(3) NOT NULL DEFAULT now(),
  withdrawn_at timestamptz(3),
  withdrawn_by uuid,
  withdrawn_reason text,
  CONSTRAINT evidence_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_assertion_id_fkey FOREIGN KEY (assertion_id) REFERENCES assertion(id),
  CONSTRAINT evidence_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES person(id),
  CONSTRAINT evidence_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  CONSTRAINT evidence_stance_check CHECK (stance IN ('supports', 'refutes', 'context')),
  CONSTRAINT evidence_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT evidence_withdrawn_check CHECK (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) IN (0, 3))
);

CREATE INDEX evidence_assertion_id_idx ON evidence (assertion_id);

CREATE TABLE verdict (
  id uuid NOT NULL,
  version integer NOT NULL,
  assertion_id uuid NOT NULL,
  state text NOT NULL,
  scale_id text NOT NULL,
  scale_version integer NOT NULL,
  rating_key text NOT NULL,
  rationale text NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz(3) NOT NULL DEFAULT now(),
  revision_id uuid NOT NULL,
  exact_sha256 text NOT NULL,
  evidence_sha256 text NOT NULL,
  risk text NOT NULL,
  returned_by uuid,
  returned_at timestamptz(3),
  returned_reason text,
  CONSTRAINT verdict_pkey PRIMARY KEY (id, version),
  CONSTRAINT verdict_assertion_id_version_key UNIQUE (assertion_id, version),
  CONSTRAINT verdict_assertion_id_fkey FOREIGN KEY (assertion_id) REFERENCES assertion(id),
  CONSTRAINT verdict_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES article_revision(id),
  CONSTRAINT verdict_scale_id_scale_version_rating_key_fkey FOREIGN KEY (scale_id, scale_version, rating_key) REFERENCES rating(scale_id, scale_version, key),
  CONSTRAINT verdict_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  CONSTRAINT verdict_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES person(id),
  CONSTRAINT verdict_state_check CHECK (state IN ('proposed', 'returned', 'approved', 'published', 'retracted', 'stale')),
  CONSTRAINT verdict_risk_check CHECK (risk IN ('serious', 'sensitive', 'normal')),
  CONSTRAINT verdict_version_check CHECK (version > 0),
  CONSTRAINT verdict_rationale_check CHECK (rationale <> ''),
  CONSTRAINT verdict_returned_check CHECK (num_nulls(returned_by, returned_at, returned_reason) IN (0, 3))
);

CREATE INDEX verdict_proposed_by_idx ON verdict (proposed_by);

CREATE TABLE approval (
  verdict_id uuid NOT NULL,
  verdict_version integer NOT NULL,
  person_id uuid NOT NULL,
  note text NOT NULL DEFAULT '',
  approved_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT approval_pkey PRIMARY KEY (verdict_id, verdict_version, person_id),
  CONSTRAINT approval_verdict_id_verdict_version_fkey FOREIGN KEY (verdict_id, verdict_version) REFERENCES verdict(id, version),
  CONSTRAINT approval_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
`;

/** Evidence, verdicts by version, approvals by person. */
export class CreateVerdicts1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE approval, verdict, evidence');
  }
}
