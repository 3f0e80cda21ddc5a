/** The only way in: locks, chain, clock, role and four eyes, then the entry. */
export const ledgerAppend = String.raw`
-- 6. The only way in.
-- Creates the streams that are missing, locks all in one order (so that two actions on the same streams cannot deadlock), and tells
-- where each stands, and the time to write into the entry, read after the lock is held.
create function ledger.lock_streams(p_streams uuid[])
  returns table (stream uuid, seq integer, head text, at text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into ledger.stream (id) select distinct s from unnest(p_streams) s order by s on conflict do nothing;
  return query
    select l.id, l.seq, encode(l.head, 'hex'), ledger.instant_text(clock_timestamp())
      from (select s.id, s.seq, s.head from ledger.stream s where s.id = any (p_streams) order by s.id for update) l;
end $$;

-- The role of the actor, re-derived from the ledger: the entry must refer to the head of the person's stream (so that a
-- revocation in between is noticed), the role granted there and not revoked since, the account not disabled.
create function ledger.check_role(p_doc jsonb) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare person uuid := (p_doc #>> '{actor,person}')::uuid; s ledger.stream; ref jsonb; problem text;
begin
  select * into s from ledger.stream where id = person for share;
  select r into ref from jsonb_array_elements(coalesce(p_doc -> 'refs', '[]')) r where r ->> 'stream' = person::text;
  if person is null or s.id is null or ref is null then
    problem := 'no reference to the stream of the acting person';
  elsif (ref ->> 'seq')::integer <> s.seq or ref ->> 'leaf' <> encode(s.head, 'hex') then
    problem := format('the reference to person %s is not the head of that stream', person);
  elsif 'role.granted' is distinct from (select e.type from ledger.entry e where e.stream = person
      and e.type in ('role.granted', 'role.revoked') and e.doc #>> '{data,role}' = p_doc #>> '{actor,role}' order by e.seq desc limit 1) then
    problem := format('person %s does not hold the role %s', person, p_doc #>> '{actor,role}');
  elsif coalesce((select e.type from ledger.entry e where e.stream = person and e.type in ('account.created', 'account.disabled', 'account.enabled')
      and e.doc #>> '{subject,account}' = p_doc #>> '{actor,id}' order by e.seq desc limit 1), 'account.disabled') = 'account.disabled' then
    problem := format('account %s is unknown or disabled', p_doc #>> '{actor,id}');
  end if;
  if problem is not null then
    raise exception using errcode = 'PL005', message = 'LEDGER_ROLE', detail = problem;
  end if;
end $$;

-- Four eyes, by person: the version was proposed; the approver proposed no version of the verdict and has no standing approval of it.
create function ledger.check_four_eyes(p_stream uuid, p_doc jsonb) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare verdict text := p_doc #>> '{subject,verdict}'; version text := p_doc #>> '{subject,version}';
  person text := p_doc #>> '{actor,person}'; problem text;
begin
  if verdict is null or version is null or person is null then
    problem := 'an approval names a verdict, a version and a person';
  elsif not exists (select 1 from ledger.entry e where e.stream = p_stream and e.type = 'verdict.proposed'
      and e.doc #>> '{subject,verdict}' = verdict and e.doc #>> '{subject,version}' = version) then
    problem := 'nobody proposed this version';
  elsif exists (select 1 from ledger.entry e where e.stream = p_stream and e.type = 'verdict.proposed'
      and e.doc #>> '{subject,verdict}' = verdict and e.doc #>> '{actor,person}' = person) then
    problem := 'the approver proposed this verdict';
  elsif exists (select 1 from ledger.entry e where e.stream = p_stream and e.type = 'verdict.approved'
      and e.doc #>> '{subject,verdict}' = verdict and e.doc #>> '{subject,version}' = version and e.doc #>> '{actor,person}' = person
      and not exists (select 1 from ledger.entry u where u.stream = p_stream and u.seq > e.seq
                         and u.type = 'decision.undone' and u.doc #>> '{data,undoes}' = e.seq::text)) then
    problem := 'this person has approved this version already';
  end if;
  if problem is not null then
    raise exception using errcode = 'PL004', message = 'LEDGER_FOUR_EYES', detail = problem;
  end if;
end $$;

create function ledger.append(p_stream uuid, p_body bytea) returns table (seq integer, leaf bytea)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s ledger.stream; body jsonb; instant timestamptz; previous timestamptz; kind text; added bytea; origin text;
begin
  begin
    body := ledger.body_json(p_body);
    instant := ledger.instant(body ->> 'at');
  exception when others then
    raise exception using errcode = 'PL002', message = 'LEDGER_BAD_ENTRY', detail = sqlerrm;
  end;
  kind := body ->> 'type';
  select l.origin into origin from ledger.log l order by l.id desc limit 1;
  if octet_length(p_body) > 16384 or body ->> 'v' is distinct from '1' or body ->> 'stream' is distinct from p_stream::text
     or instant is null or kind is null or (origin is not null and body ->> 'origin' is distinct from origin) then
    raise exception using errcode = 'PL002', message = 'LEDGER_BAD_ENTRY',
      detail = 'not an entry of this stream and origin, of version 1, with a type and a time, of at most 16384 bytes';
  end if;
  insert into ledger.stream (id) values (p_stream) on conflict do nothing;
  select * into s from ledger.stream where id = p_stream for update;
  if (body ->> 'seq') is distinct from (s.seq + 1)::text or body ->> 'prev' is distinct from encode(s.head, 'hex') then
    raise exception using errcode = 'PL001', message = 'LEDGER_STALE_HEAD',
      detail = format('stream %s stands at %s %s', p_stream, s.seq, encode(s.head, 'hex'));
  end if;
  select e.at into previous from ledger.entry e where e.stream = p_stream and e.seq = s.seq;
  if abs(extract(epoch from instant - clock_timestamp())) > 5 or instant < previous then
    raise exception using errcode = 'PL003', message = 'LEDGER_CLOCK',
      detail = format('%s is not within 5 s of %s, or before %s', instant, clock_timestamp(), previous);
  end if;
  if kind like 'verdict.%' and kind <> 'verdict.stale' then perform ledger.check_role(body); end if;
  if kind = 'verdict.approved' then perform ledger.check_four_eyes(p_stream, body); end if;
  insert into ledger.entry (stream, seq, body) values (p_stream, s.seq + 1, p_body) returning entry.leaf into added;
  update ledger.stream set seq = s.seq + 1, head = added where id = p_stream;
  return query select s.seq + 1, added;
end $$;

-- What the barriers are, as one hash: compared at start-up and by fsck with the one noted after the migration.
create function ledger.fingerprint() returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(convert_to(string_agg(line, E'\n' order by line collate "C"), 'UTF8')), 'hex') from (
    select 'trigger ' || t.tgenabled::text || ' ' || pg_get_triggerdef(t.oid) from pg_trigger t
      join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'ledger'::regnamespace and not t.tgisinternal
    union all select 'function ' || pg_get_functiondef(p.oid) || ' ' || pg_get_userbyid(p.proowner) || ' ' || coalesce(p.proacl::text, '')
      from pg_proc p where p.pronamespace = 'ledger'::regnamespace
    union all select 'relation ' || c.relname || ' ' || c.relkind::text || ' ' || pg_get_userbyid(c.relowner) || ' ' || coalesce(c.relacl::text, '')
      from pg_class c where c.relnamespace = 'ledger'::regnamespace and c.relkind in ('r', 'v', 'm', 'S', 'p')
    union all select 'constraint ' || c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
      from pg_constraint c where c.connamespace = 'ledger'::regnamespace and c.contype <> 'n'
    union all select 'column ' || a.attrelid::regclass || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
        || a.attnotnull::text || ' ' || a.attgenerated::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
      from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r'
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attnum > 0 and not a.attisdropped
  ) facts (line)
$$;
`;
