import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = String.raw`
CREATE TABLE publication (
  id uuid NOT NULL,
  slug text NOT NULL,
  assertion_id uuid NOT NULL,
  verdict_id uuid NOT NULL,
  verdict_version integer NOT NULL,
  claim_reviewed text NOT NULL,
  has_claim_review boolean NOT NULL,
  published_by uuid NOT NULL,
  published_at timestamptz(3) NOT NULL DEFAULT now(),
  retraction_asked_by uuid,
  retraction_note text,
  retracted_by uuid,
  retracted_at timestamptz(3),
  CONSTRAINT publication_pkey PRIMARY KEY (id),
  CONSTRAINT publication_slug_key UNIQUE (slug),
  CONSTRAINT publication_verdict_id_verdict_version_key UNIQUE (verdict_id, verdict_version),
  CONSTRAINT publication_assertion_id_fkey FOREIGN KEY (assertion_id) REFERENCES assertion(id),
  CONSTRAINT publication_verdict_id_verdict_version_fkey FOREIGN KEY (verdict_id, verdict_version) REFERENCES verdict(id, version),
  CONSTRAINT publication_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id),
  CONSTRAINT publication_retraction_asked_by_fkey FOREIGN KEY (retraction_asked_by) REFERENCES person(id),
  CONSTRAINT publication_retracted_by_fkey FOREIGN KEY (retracted_by) REFERENCES person(id),
  CONSTRAINT publication_slug_check CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
  CONSTRAINT publication_retraction_check CHECK (num_nulls(retraction_asked_by, retraction_note) IN (0, 2)),
  CONSTRAINT publication_retracted_check CHECK (num_nulls(retracted_by, retracted_at) IN (0, 2)),
  CONSTRAINT publication_second_editor_check CHECK (retracted_by IS NULL OR retracted_by <> retraction_asked_by)
);

CREATE INDEX publication_assertion_id_idx ON publication (assertion_id);

CREATE INDEX publication_published_at_id_idx ON publication (published_at, id);

CREATE TABLE notification (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  type text NOT NULL,
  assertion_id uuid,
  article_id uuid,
  text text NOT NULL,
  ledger_stream uuid NOT NULL,
  ledger_seq integer NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  read_at timestamptz(3),
  CONSTRAINT notification_pkey PRIMARY KEY (id),
  CONSTRAINT notification_ledger_stream_ledger_seq_person_id_key UNIQUE (ledger_stream, ledger_seq, person_id),
  CONSTRAINT notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT notification_assertion_id_fkey FOREIGN KEY (assertion_id) REFERENCES assertion(id),
  CONSTRAINT notification_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id)
);

CREATE INDEX notification_person_id_created_at_idx ON notification (person_id, created_at);
`;

/** What readers see, and what the desk tells its people. */
export class CreatePublications1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification, publication');
  }
}
