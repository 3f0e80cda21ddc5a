import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * One narrow way to delete from the vault: `ledger.erase`, which takes key and value of one commitment away and blanks
 * the copies of its text that stand in tables and stored answers. It works only where an entry `payload.erased` names
 * the commitment already, and the app has no other right to delete there any more.
 */
export class ErasePayloads1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      set local proofdesk.ledger_migration = 'on';

      create function ledger.blank_copies(p_entry ledger.entry, p_name text, p_text text) returns void
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      declare gone constant text := '(erased)'; s uuid := p_entry.stream; json text := to_jsonb(p_text)::text; size integer := length(p_text);
      begin
        update public.verdict set rationale = gone where assertion_id = s and rationale = p_text;
        update public.verdict set returned_reason = gone where assertion_id = s and returned_reason = p_text;
        update public.approval a set note = gone from public.verdict v
         where v.id = a.verdict_id and v.version = a.verdict_version and v.assertion_id = s and a.note = p_text;
        update public.publication set claim_reviewed = gone where assertion_id = s and claim_reviewed = p_text;
        update public.publication set retraction_note = gone where assertion_id = s and retraction_note = p_text;
        update public.review_task set state_reason = gone where assertion_id = s and right(state_reason, size) = p_text;
        update public.task_draft set rationale = gone where assertion_id = s and rationale = p_text;
        update public.assertion set allegation_accused = gone where id = s and allegation_accused = p_text;
        update public.assertion set machine_label = jsonb_set(machine_label, '{allegation,accused}', to_jsonb(gone))
         where id = s and machine_label #>> '{allegation,accused}' = p_text;
        update public.evidence set withdrawn_reason = gone where assertion_id = s and withdrawn_reason = p_text;
        if p_entry.type = 'evidence.attached' then
          update public.evidence e set
              url = case when p_name = 'url' then null else e.url end,
              title = case when p_name = 'title' then gone else e.title end,
              quote = case when p_name = 'quote' then gone else e.quote end,
              note = case when p_name = 'note' then gone else e.note end,
              origin = case when p_name = 'origin' then gone else e.origin end
           where e.assertion_id = s and e.id::text = p_entry.doc #>> '{subject,evidence}';
        end if;
        update public.article a set
            title = case when p_name = 'title' then gone else a.title end,
            byline = case when p_name = 'byline' then null else a.byline end,
            url = case when p_name = 'url' then null else a.url end
         where a.id = s and p_entry.type = 'article.ingested';
        update public.person set name = gone where id = s and p_name = 'name';
        update public.account set login = 'erased-' || id where person_id = s and p_name = 'login' and login = p_text;
        update public.notification set text = gone
         where right(text, size) = p_text and (ledger_stream = s or assertion_id = s or article_id = s);
        -- Answers kept for retries hold whole tasks; a retry of one that is gone meets its ETag.
        delete from public.idempotency_key where strpos(body, json) > 0 or size >= 8 and strpos(body, substr(json, 2)) > 0;
      end $$;

      create function ledger.erase(p_stream uuid, p_seq integer, p_name text) returns boolean
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
        return true;
      end $$;

      revoke all on function ledger.blank_copies(ledger.entry, text, text), ledger.erase(uuid, integer, text) from public;
      grant execute on function ledger.erase(uuid, integer, text) to proofdesk_app;
      revoke delete on ledger.payload from proofdesk_app;
      -- An auditor checks that what was announced is in the ledger, and reads nobody's notifications.
      grant select (id, ledger_stream, ledger_seq) on public.notification to proofdesk_auditor;
    `);
  }

  /** There is no way back: what was erased stays so. */
  down(): Promise<void> {
    return Promise.reject(new Error('The ledger cannot be taken away by a migration.'));
  }
}
