import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = String.raw`
CREATE TABLE outbox (
  topic text NOT NULL,
  key uuid NOT NULL,
  generation integer NOT NULL DEFAULT 0,
  payload jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  dispatched_at timestamptz(3),
  failed_at timestamptz(3),
  last_error text,
  CONSTRAINT outbox_pkey PRIMARY KEY (topic, key),
  CONSTRAINT outbox_topic_check CHECK (topic IN ('extract-assertions', 'announce-decision'))
);

CREATE INDEX outbox_undispatched_idx ON outbox (created_at) WHERE dispatched_at IS NULL;

CREATE TABLE job_done (
  topic text NOT NULL,
  key uuid NOT NULL,
  job_key text NOT NULL,
  done_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT job_done_pkey PRIMARY KEY (topic, key)
);

CREATE TABLE idempotency_key (
  actor_id uuid NOT NULL,
  route text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status integer,
  body text,
  etag text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (actor_id, route, key),
  CONSTRAINT idempotency_key_answer_check CHECK (num_nulls(status, body) IN (0, 2))
);

CREATE INDEX idempotency_key_created_at_idx ON idempotency_key (created_at);
`;

/** The outbox, what has been done, and the answers given. */
export class CreateMachineWork1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key, job_done, outbox');
  }
}
