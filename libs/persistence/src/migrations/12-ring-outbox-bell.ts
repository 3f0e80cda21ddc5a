import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tells the relay, at commit, that the outbox has something; the relay looks by itself too, so a lost bell only costs time. */
export class RingOutboxBell1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      CREATE FUNCTION ring_outbox_bell() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM pg_notify('outbox', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER outbox_bell AFTER INSERT OR UPDATE OF generation ON outbox FOR EACH STATEMENT EXECUTE FUNCTION ring_outbox_bell();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION ring_outbox_bell CASCADE');
  }
}
