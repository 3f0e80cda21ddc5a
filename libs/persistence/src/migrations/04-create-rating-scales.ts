import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = String.raw`
CREATE TABLE rating_scale (
  id text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  activated_at timestamptz(3),
  CONSTRAINT rating_scale_pkey PRIMARY KEY (id, version),
  CONSTRAINT rating_scale_version_check CHECK (version > 0)
);

CREATE TABLE rating (
  scale_id text NOT NULL,
  scale_version integer NOT NULL,
  key text NOT NULL,
  value smallint NOT NULL,
  label text NOT NULL,
  definition text NOT NULL,
  ordinal smallint NOT NULL,
  CONSTRAINT rating_pkey PRIMARY KEY (scale_id, scale_version, key),
  CONSTRAINT rating_scale_id_scale_version_fkey FOREIGN KEY (scale_id, scale_version) REFERENCES rating_scale(id, version),
  CONSTRAINT rating_key_check CHECK (key ~ '^[a-z][a-z0-9-]{0,39}$')
);
`;

/** Rating scales by version. */
export class CreateRatingScales1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rating, rating_scale');
  }
}
