import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = String.raw`
CREATE TABLE session (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  token_sha256 bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_token_sha256_key UNIQUE (token_sha256),
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT session_token_sha256_check CHECK (octet_length(token_sha256) = 32)
);

CREATE INDEX session_account_id_idx ON session (account_id);

CREATE TABLE sign_in_attempt (
  scope text NOT NULL,
  subject text NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  last_at timestamptz(3) NOT NULL DEFAULT now(),
  blocked_until timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (scope, subject),
  CONSTRAINT sign_in_attempt_scope_check CHECK (scope IN ('account', 'address'))
);
`;

/** Sessions and the throttle of failed sign-ins. */
export class CreateSessions1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_attempt, session');
  }
}
