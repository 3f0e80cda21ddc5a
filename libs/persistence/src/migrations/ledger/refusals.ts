/** Triggers that refuse every change of what is recorded, whoever asks. */
export const ledgerRefusals = String.raw`
-- 5. Refusals.
create function ledger.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception using errcode = 'PL006', message = 'LEDGER_APPEND_ONLY',
    detail = format('%s on %I.%I is refused: what is recorded stays', tg_op, tg_table_schema, tg_table_name);
end $$;

do $$
declare t text;
begin
  foreach t in array array['entry', 'log', 'seal', 'leaf', 'node', 'checkpoint', 'cosignature'] loop
    execute format('create trigger %I before update or delete on ledger.%I for each row execute function ledger.refuse_change()', t || '_append_only', t);
    execute format('create trigger %I before truncate on ledger.%I for each statement execute function ledger.refuse_change()', t || '_no_truncate', t);
    execute format('alter table ledger.%I enable always trigger %I', t, t || '_append_only');
    execute format('alter table ledger.%I enable always trigger %I', t, t || '_no_truncate');
  end loop;
end $$;

-- An entry may only follow the head of its stream, whoever inserts it.
create function ledger.check_entry() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare s ledger.stream; body jsonb;
begin
  body := ledger.body_json(new.body);
  select * into s from ledger.stream where id = new.stream for update;
  if not found or new.seq <> s.seq + 1 or body ->> 'prev' is distinct from encode(s.head, 'hex') then
    raise exception using errcode = 'PL001', message = 'LEDGER_STALE_HEAD',
      detail = format('stream %s stands at %s %s', new.stream, s.seq, encode(s.head, 'hex'));
  end if;
  new.xid := pg_current_xact_id();
  return new;
end $$;
create trigger entry_follows_head before insert on ledger.entry for each row execute function ledger.check_entry();
alter table ledger.entry enable always trigger entry_follows_head;

-- A stream starts empty and moves only onto the entry that follows its head.
create function ledger.check_stream() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.seq = 0 and new.head = decode(repeat('00', 32), 'hex') then return new; end if;
  elsif tg_op = 'UPDATE' then
    if new.id = old.id and new.seq = old.seq + 1 and exists (
      select 1 from ledger.entry e where e.stream = new.id and e.seq = new.seq and e.leaf = new.head
         and e.doc ->> 'prev' = encode(old.head, 'hex')) then
      return new;
    end if;
  end if;
  raise exception using errcode = 'PL006', message = 'LEDGER_APPEND_ONLY',
    detail = format('%s on ledger.stream is refused: only ledger.append moves a head', tg_op);
end $$;
create trigger stream_guard before insert or update or delete on ledger.stream for each row execute function ledger.check_stream();
create trigger stream_no_truncate before truncate on ledger.stream for each statement execute function ledger.refuse_change();
alter table ledger.stream enable always trigger stream_guard;
alter table ledger.stream enable always trigger stream_no_truncate;

-- A payload is written once, and leaves only after a payload.erased entry names it.
create function ledger.check_payload() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' and exists (
    select 1 from ledger.entry e where e.type = 'payload.erased' and e.doc #>> '{data,commit}' = encode(old.commit, 'hex')) then
    return old;
  end if;
  raise exception using errcode = 'PL006', message = 'LEDGER_APPEND_ONLY',
    detail = format('%s on ledger.payload is refused: append payload.erased first, then delete', tg_op);
end $$;
create trigger payload_guard before update or delete on ledger.payload for each row execute function ledger.check_payload();
create trigger payload_no_truncate before truncate on ledger.payload for each statement execute function ledger.refuse_change();
alter table ledger.payload enable always trigger payload_guard;
alter table ledger.payload enable always trigger payload_no_truncate;

-- Leaves continue the tree without a gap and carry the hash of the entry they stand for.
create function ledger.check_leaves() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare bad text;
begin
  select format('log %s', n.log) into bad from (select log, min(index) lo, max(index) hi, count(*) c from added group by log) n
   where n.hi - n.lo + 1 <> n.c
      or n.lo <> coalesce((select max(l.index) + 1 from ledger.leaf l where l.log = n.log and l.index < n.lo), 0) limit 1;
  if bad is null then
    select format('entry %s/%s', a.stream, a.seq) into bad from added a
      left join ledger.entry e on e.stream = a.stream and e.seq = a.seq where e.leaf is distinct from a.leaf limit 1;
  end if;
  if bad is not null then
    raise exception using errcode = 'PL006', message = 'LEDGER_APPEND_ONLY', detail = 'a leaf that does not continue the tree: ' || bad;
  end if;
  return null;
end $$;
create trigger leaf_continues after insert on ledger.leaf referencing new table as added
  for each statement execute function ledger.check_leaves();
alter table ledger.leaf enable always trigger leaf_continues;
`;
