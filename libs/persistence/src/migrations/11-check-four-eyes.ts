import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Nobody approves an own verdict or an own article: the database refuses what a broken rule might let through. */
export class CheckFourEyes1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      CREATE FUNCTION check_four_eyes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM verdict v WHERE v.id = NEW.verdict_id AND v.proposed_by = NEW.person_id) THEN
          RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = 'the approver proposed this verdict', CONSTRAINT = 'approval_four_eyes_check';
        END IF;
        IF EXISTS (SELECT 1 FROM verdict v JOIN article_revision r ON r.id = v.revision_id JOIN article a ON a.id = r.article_id
                    WHERE v.id = NEW.verdict_id AND a.author_person_id = NEW.person_id) THEN
          RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = 'the approver wrote the article', CONSTRAINT = 'approval_four_eyes_check';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER approval_four_eyes BEFORE INSERT OR UPDATE ON approval FOR EACH ROW EXECUTE FUNCTION check_four_eyes();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION check_four_eyes CASCADE');
  }
}
