import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The foreign keys of ledger.leaf locked, and so rewrote, every entry as it was sealed, and took more time than all else. What they
 * checked is checked for the whole batch at once (docs/adr/0005-leaves-without-foreign-keys.md).
 */
export class SealWithoutRowLocks1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      set local proofdesk.ledger_migration = 'on';
      alter table ledger.leaf drop constraint leaf_stream_seq_fkey, drop constraint leaf_log_fkey;

      create or replace function ledger.check_leaves() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      declare bad text;
      begin
        select format('log %s', n.log) into bad
          from (select log, min(index) lo, max(index) hi, count(*) c from added group by log) n
         where n.hi - n.lo + 1 <> n.c or not exists (select 1 from ledger.log g where g.id = n.log)
            or n.lo <> coalesce((select max(l.index) + 1 from ledger.leaf l where l.log = n.log and l.index < n.lo), 0) limit 1;
        if bad is null then
          select format('entry %s/%s', a.stream, a.seq) into bad from added a
            left join ledger.entry e on e.stream = a.stream and e.seq = a.seq where e.leaf is distinct from a.leaf limit 1;
        end if;
        if bad is not null then
          raise exception using errcode = 'PL006', message = 'LEDGER_APPEND_ONLY',
            detail = 'a leaf that does not continue the tree: ' || bad;
        end if;
        return null;
      end $$;
    `);
  }

  /** There is no way back: what is recorded stays. */
  down(): Promise<void> {
    return Promise.reject(new Error('The ledger cannot be taken away by a migration.'));
  }
}
