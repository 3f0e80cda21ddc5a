import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * After a restore the sealer opens a new log, whose first entry says what was signed before. This one entry it may append;
 * `ledger.append` itself stays the app's, and only the app's.
 */
export class ContinueLog1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      set local proofdesk.ledger_migration = 'on';
      create function ledger.continue_log(p_log integer, p_origin text, p_stream uuid, p_body bytea,
                                          p_commit bytea, p_key bytea, p_value bytea) returns bytea
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare added bytea;
      begin
        if ledger.body_json(p_body) ->> 'type' is distinct from 'log.continued'
           or p_log <= (select coalesce(max(id), 0) from ledger.log) then
          raise exception using errcode = 'PL002', message = 'LEDGER_BAD_ENTRY',
            detail = 'a log is continued under a higher number, by an entry log.continued';
        end if;
        insert into ledger.log (id, origin) values (p_log, p_origin);
        insert into ledger.payload (commit, key, value) values (p_commit, p_key, p_value);
        select a.leaf into added from ledger.append(p_stream, p_body) a;
        return added;
      end $$;
      revoke all on function ledger.continue_log(integer, text, uuid, bytea, bytea, bytea, bytea) from public;
      grant execute on function ledger.continue_log(integer, text, uuid, bytea, bytea, bytea, bytea) to proofdesk_sealer;
    `);
  }

  /** There is no way back: what is recorded stays. */
  down(): Promise<void> {
    return Promise.reject(new Error('The ledger cannot be taken away by a migration.'));
  }
}
