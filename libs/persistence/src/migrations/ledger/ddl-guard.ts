/** Refuses changes of the schema outside a ledger migration, where the server lets us say so. */
export const ledgerDdlGuard = String.raw`
-- 8. DDL on the schema outside a ledger migration is refused, where this server lets us say so (event triggers need a superuser).
--    A migration that means it says:  set local proofdesk.ledger_migration = 'on';
set local proofdesk.ledger_migration = 'on';
create function public.proofdesk_guard_ledger_ddl() returns event_trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare touched text;
begin
  if current_setting('proofdesk.ledger_migration', true) = 'on' then return; end if;
  if tg_event = 'sql_drop' then
    select object_identity into touched from pg_event_trigger_dropped_objects()
     where schema_name = 'ledger' or address_names[1] = 'ledger' limit 1;
  else
    select object_identity into touched from pg_event_trigger_ddl_commands()
     where schema_name = 'ledger' or object_identity like '% on ledger.%' limit 1;
  end if;
  if touched is not null then
    raise exception using errcode = 'PL006', message = 'LEDGER_APPEND_ONLY', detail = format('%s of %s outside a ledger migration', tg_tag, touched);
  end if;
end $$;
do $$
begin
  create event trigger proofdesk_ledger_ddl on ddl_command_end execute function public.proofdesk_guard_ledger_ddl();
  create event trigger proofdesk_ledger_drop on sql_drop execute function public.proofdesk_guard_ledger_ddl();
  alter event trigger proofdesk_ledger_ddl enable always;
  alter event trigger proofdesk_ledger_drop enable always;
exception when insufficient_privilege then
  raise notice 'event triggers need a superuser: DDL on schema ledger is detected by its fingerprint, not refused';
end $$;
`;
