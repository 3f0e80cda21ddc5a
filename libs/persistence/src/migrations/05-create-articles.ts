import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = String.raw`
CREATE TABLE article (
  id uuid NOT NULL,
  title text NOT NULL,
  byline text,
  url text,
  published_on date,
  origin text NOT NULL,
  author_person_id uuid,
  ingested_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT article_pkey PRIMARY KEY (id),
  CONSTRAINT article_author_person_id_fkey FOREIGN KEY (author_person_id) REFERENCES person(id),
  CONSTRAINT article_ingested_by_fkey FOREIGN KEY (ingested_by) REFERENCES person(id),
  CONSTRAINT article_title_check CHECK (title <> ''),
  CONSTRAINT article_origin_check CHECK (origin IN ('draft', 'published'))
);

CREATE INDEX article_created_at_id_idx ON article (created_at, id);

CREATE TABLE article_revision (
  id uuid NOT NULL,
  article_id uuid NOT NULL,
  number integer NOT NULL,
  text text NOT NULL,
  sha256 text NOT NULL,
  characters integer NOT NULL,
  language text,
  engine_name text,
  engine_version text,
  extraction_state text NOT NULL DEFAULT 'pending',
  extraction_attempts integer NOT NULL DEFAULT 0,
  extraction_reason text,
  extraction_finished_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT article_revision_pkey PRIMARY KEY (id),
  CONSTRAINT article_revision_sha256_key UNIQUE (sha256),
  CONSTRAINT article_revision_article_id_number_key UNIQUE (article_id, number),
  CONSTRAINT article_revision_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id),
  CONSTRAINT article_revision_sha256_check CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  CONSTRAINT article_revision_characters_check CHECK (characters = char_length(text)),
  CONSTRAINT article_revision_extraction_state_check CHECK (extraction_state IN ('pending', 'running', 'done', 'failed'))
);

CREATE INDEX article_revision_extraction_state_idx ON article_revision (extraction_state);

CREATE TABLE segment (
  revision_id uuid NOT NULL,
  ordinal integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  kind text NOT NULL,
  CONSTRAINT segment_pkey PRIMARY KEY (revision_id, ordinal),
  CONSTRAINT segment_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES article_revision(id),
  CONSTRAINT segment_span_check CHECK (0 <= start_offset AND start_offset < end_offset),
  CONSTRAINT segment_kind_check CHECK (kind IN ('headline', 'byline', 'dateline', 'caption', 'body', 'furniture'))
);

CREATE TABLE attribution (
  revision_id uuid NOT NULL,
  ordinal integer NOT NULL,
  source_start integer,
  source_end integer,
  source_exact text,
  source_name text,
  source_type text,
  cue_start integer,
  cue_end integer,
  cue_exact text,
  content jsonb NOT NULL,
  direct boolean NOT NULL,
  CONSTRAINT attribution_pkey PRIMARY KEY (revision_id, ordinal),
  CONSTRAINT attribution_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES article_revision(id),
  CONSTRAINT attribution_source_check CHECK (num_nulls(source_start, source_end, source_exact, source_name, source_type) IN (0, 5)),
  CONSTRAINT attribution_cue_check CHECK (num_nulls(cue_start, cue_end, cue_exact) IN (0, 3)),
  CONSTRAINT attribution_source_type_check CHECK (source_type IN ('person', 'organization', 'document', 'group', 'self', 'unknown'))
);
`;

/** Articles, their immutable revisions, and what the engine found in them. */
export class CreateArticles1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attribution, segment, article_revision, article');
  }
}
