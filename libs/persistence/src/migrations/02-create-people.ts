import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = String.raw`
CREATE TABLE person (
  id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_name_check CHECK (name <> '')
);

CREATE TABLE account (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  login text NOT NULL,
  password_hash text NOT NULL,
  is_demo boolean NOT NULL DEFAULT false,
  disabled_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_login_key UNIQUE (login),
  CONSTRAINT account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT account_login_check CHECK (login = lower(login) AND login <> '')
);

CREATE INDEX account_person_id_idx ON account (person_id);

CREATE TABLE role_grant (
  person_id uuid NOT NULL,
  role text NOT NULL,
  granted_by uuid,
  granted_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT role_grant_pkey PRIMARY KEY (person_id, role),
  CONSTRAINT role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES person(id),
  CONSTRAINT role_grant_role_check CHECK (role IN ('checker', 'editor', 'admin', 'auditor', 'reporter', 'service'))
);
`;

/** People, their accounts and roles. */
export class CreatePeople1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_grant, account, person');
  }
}
