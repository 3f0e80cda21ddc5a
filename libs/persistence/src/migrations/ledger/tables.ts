/** The tables of the ledger and the immutable readings of their bytes (docs/ledger-format.md). */
export const ledgerTables = String.raw`
create schema ledger authorization proofdesk_owner;
set local role proofdesk_owner;

-- 2. Immutable readings of the bytes. convert_from() and text -> timestamptz are only STABLE by declaration; with UTF8
--    and a timestamp that ends in Z they depend on no setting.
create function ledger.body_json(p_body bytea) returns jsonb
  language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
  as $$ select convert_from(p_body, 'UTF8')::jsonb $$;

create function ledger.instant(p_text text) returns timestamptz
  language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
  as $$ select case when p_text ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$' then p_text::timestamptz end $$;

create function ledger.instant_text(p_at timestamptz) returns text
  language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
  as $$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

-- 3. What the app writes.
create table ledger.stream (
  id   uuid primary key,
  seq  integer not null default 0 check (seq >= 0),
  head bytea   not null default decode(repeat('00', 32), 'hex') check (octet_length(head) = 32)
);

create table ledger.entry (
  stream uuid    not null references ledger.stream (id),
  seq    integer not null check (seq > 0),
  body   bytea   not null check (octet_length(body) between 2 and 16384),
  leaf   bytea   not null generated always as (sha256('\x00'::bytea || body)) stored,
  doc    jsonb   not null generated always as (ledger.body_json(body)) stored,
  type   text    not null generated always as (ledger.body_json(body) ->> 'type') stored,
  at     timestamptz not null generated always as (ledger.instant(ledger.body_json(body) ->> 'at')) stored,
  xid    xid8    not null default pg_current_xact_id(),
  primary key (stream, seq),
  constraint entry_leaf_key unique (leaf),
  constraint entry_is_what_its_body_says check (
    (doc ->> 'v') = '1' and (doc ->> 'seq') = seq::text and (doc ->> 'stream') = stream::text
    and (doc ->> 'prev') ~ '^[0-9a-f]{64}$')
);
create index entry_xid_idx on ledger.entry (xid);                                    -- the sealer's window
create index entry_at_idx on ledger.entry (at, stream, seq);                         -- the audit screen
create index entry_type_idx on ledger.entry (type, at);
create index entry_actor_idx on ledger.entry ((doc #>> '{actor,id}'), at);
create index entry_article_idx on ledger.entry ((doc #>> '{subject,article}'), at) where doc #>> '{subject,article}' is not null;
create index entry_erased_idx on ledger.entry ((doc #>> '{data,commit}')) where type = 'payload.erased';

-- The only erasable table: commit = HMAC-SHA-256(key, value), value = the JCS bytes of what was said.
create table ledger.payload (
  commit     bytea primary key check (octet_length(commit) = 32),
  key        bytea not null check (octet_length(key) = 32),
  value      bytea not null check (octet_length(value) <= 1048576),
  created_at timestamptz not null default clock_timestamp()
);

-- 4. What the sealer writes. A log is one tree under one origin; the highest id is the open one.
create table ledger.log (
  id        integer primary key check (id > 0),
  origin    text not null unique check (origin ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$'),
  opened_at timestamptz not null default clock_timestamp()
);

-- One row for each batch given indices: the tree's size after it, and the horizon below which every entry is sealed.
create table ledger.seal (
  log       integer not null references ledger.log (id),
  size      bigint  not null check (size > 0),
  horizon   xid8    not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (log, size)
);

create table ledger.leaf (
  log    integer not null references ledger.log (id),
  index  bigint  not null check (index >= 0),
  stream uuid    not null,
  seq    integer not null,
  leaf   bytea   not null check (octet_length(leaf) = 32),
  primary key (log, index),
  constraint leaf_entry_key unique (log, stream, seq),
  foreign key (stream, seq) references ledger.entry (stream, seq)
);

-- Hashes of complete subtrees of 256^level leaves, level 1 and up (level 0 is ledger.leaf): the full tiles' roots.
create table ledger.node (
  log   integer  not null references ledger.log (id),
  level smallint not null check (level between 1 and 7),
  index bigint   not null check (index >= 0),
  hash  bytea    not null check (octet_length(hash) = 32),
  primary key (log, level, index)
);

create table ledger.checkpoint (
  log       integer not null references ledger.log (id),
  size      bigint  not null check (size >= 0),
  root      bytea   not null check (octet_length(root) = 32),
  note      text    not null check (octet_length(note) <= 65536),  -- the signed note as the sealer made it
  signed_at timestamptz not null default clock_timestamp(),
  primary key (log, size)                                          -- never two of one size
);

create table ledger.cosignature (
  log     integer not null,
  size    bigint  not null,
  witness text    not null,
  line    text    not null check (octet_length(line) <= 1024),     -- the note's signature line
  at      timestamptz not null,
  primary key (log, size, witness, line),
  foreign key (log, size) references ledger.checkpoint (log, size)
);
`;
