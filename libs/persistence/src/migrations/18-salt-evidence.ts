import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The hash of a piece of evidence stands in the ledger for ever; a salt keeps what was erased from being found by trying. It goes with
 * the first text of the piece that is erased. Pieces attached before have none.
 */
export class SaltEvidence1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      set local proofdesk.ledger_migration = 'on';
      alter table public.evidence add column salt text,
        add constraint evidence_salt_check check (salt ~ '^[0-9a-f]{64}$');

      create or replace function ledger.erase(p_stream uuid, p_seq integer, p_name text) returns boolean
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare e ledger.entry; c bytea; v jsonb; t text;
      begin
        select * into e from ledger.entry where stream = p_stream and seq = p_seq;
        c := decode(e.doc #>> array['commits', p_name], 'hex');
        delete from ledger.payload where commit = c returning convert_from(value, 'UTF8')::jsonb into v;
        if not found then return false; end if;
        for t in select v #>> '{}' where jsonb_typeof(v) = 'string'
           union all select x #>> '{}' from jsonb_path_query(v, '$.claimReviewed') x where jsonb_typeof(v) = 'object' loop
          perform ledger.blank_copies(e, p_name, t);
        end loop;
        update public.evidence set salt = null
         where e.type = 'evidence.attached' and assertion_id = p_stream and id::text = e.doc #>> '{subject,evidence}';
        return true;
      end $$;
    `);
  }

  /** There is no way back: what was recorded with a salt could not be read again. */
  down(): Promise<void> {
    return Promise.reject(new Error('The ledger cannot be taken away by a migration.'));
  }
}
