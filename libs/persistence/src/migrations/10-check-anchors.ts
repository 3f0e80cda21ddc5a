import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Every stored span says what stands there: slice(start, end) = exact, in code points, checked by the database too. */
export class CheckAnchors1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      CREATE FUNCTION span_says(whole text, span_start integer, span_end integer, exact text) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN exact IS NULL OR substring(whole FROM span_start + 1 FOR span_end - span_start) IS NOT DISTINCT FROM exact;

      CREATE FUNCTION check_assertion_anchors() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE bad uuid;
      BEGIN
        SELECT a.id INTO bad FROM added a JOIN article_revision r ON r.id = a.revision_id
         WHERE NOT span_says(r.text, a.start_offset, a.end_offset, a.exact) LIMIT 1;
        IF bad IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = format('assertion %s: the words at its place are not its words', bad),
            CONSTRAINT = 'assertion_anchor_check';
        END IF;
        RETURN NULL;
      END $$;

      CREATE TRIGGER assertion_anchor_insert AFTER INSERT ON assertion REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION check_assertion_anchors();
      CREATE TRIGGER assertion_anchor_update AFTER UPDATE ON assertion REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION check_assertion_anchors();

      CREATE FUNCTION check_attribution_anchors() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE bad integer;
      BEGIN
        SELECT a.ordinal INTO bad FROM added a JOIN article_revision r ON r.id = a.revision_id
         WHERE NOT span_says(r.text, a.source_start, a.source_end, a.source_exact)
            OR NOT span_says(r.text, a.cue_start, a.cue_end, a.cue_exact) LIMIT 1;
        IF bad IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = format('attribution %s: the words at its place are not its words', bad),
            CONSTRAINT = 'attribution_anchor_check';
        END IF;
        RETURN NULL;
      END $$;

      CREATE TRIGGER attribution_anchor_insert AFTER INSERT ON attribution REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION check_attribution_anchors();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION check_assertion_anchors, check_attribution_anchors CASCADE;
      DROP FUNCTION span_says;
    `);
  }
}
