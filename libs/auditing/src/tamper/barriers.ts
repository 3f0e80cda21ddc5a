import { type Client } from 'pg';
import { connect } from './sample-log.js';

export type Attacker = 'app' | 'sealer' | 'auditor' | 'migrator' | 'superuser';

/** One try against the ledger of a running database. `{…}` stand for an entry that is there. */
export interface Try {
  readonly who: Attacker;
  readonly tries: string;
  readonly sql: readonly string[];
  /** Refused with this SQLSTATE (42501 right missing, PL006 trigger, 428C9 generated column, 23505 key), or null: it works. */
  readonly refused: string | null;
}

const UPDATE = 'UPDATE ledger.entry SET body = body';
const DELETE = 'DELETE FROM ledger.entry';
const TRUNCATE = 'TRUNCATE ledger.entry CASCADE';
const DISABLE = 'ALTER TABLE ledger.entry DISABLE TRIGGER ALL';
const DISABLE_OWN = 'ALTER TABLE ledger.entry DISABLE TRIGGER entry_append_only';
const REPLICA = 'SET LOCAL session_replication_role = replica';
const DROP = 'DROP TRIGGER entry_append_only ON ledger.entry';
/** What a migration of the ledger says so that the event trigger lets it through; anybody who may run DDL can say it. */
const MEANT = "SET LOCAL proofdesk.ledger_migration = 'on'";

const noRight = (who: Attacker, tries: string, ...sql: string[]): Try => ({ who, tries, sql, refused: '42501' });
const byTrigger = (who: Attacker, tries: string, ...sql: string[]): Try => ({ who, tries, sql, refused: 'PL006' });
const works = (who: Attacker, tries: string, ...sql: string[]): Try => ({ who, tries, sql, refused: null });

/** The attacks of the integrity report §2.4, and what else each login might try. */
export const TRIES: readonly Try[] = [
  noRight('app', 'UPDATE an entry', UPDATE),
  noRight('app', 'DELETE an entry', DELETE),
  noRight('app', 'TRUNCATE the entries', TRUNCATE),
  noRight('app', 'disable the triggers', DISABLE),
  noRight('app', 'call itself a replica (session_replication_role)', REPLICA),
  noRight(
    'app',
    'INSERT an entry past ledger.append',
    "INSERT INTO ledger.entry (stream, seq, body) VALUES (gen_random_uuid(), 1, '{}')",
  ),
  {
    who: 'app',
    tries: 'choose the leaf hash itself',
    refused: '428C9',
    sql: ["INSERT INTO ledger.entry (stream, seq, body, leaf) VALUES (gen_random_uuid(), 1, '{}', '\\x00')"],
  },
  noRight('app', 'move the head of a stream', 'UPDATE ledger.stream SET seq = 0'),
  noRight('app', 'seal', "INSERT INTO ledger.checkpoint (log, size, root, note) VALUES (1, 99, '\\x00', 'x')"),
  noRight('app', 'delete from the vault', 'DELETE FROM ledger.payload'),
  noRight('app', 'become the owner', 'SET LOCAL ROLE proofdesk_owner'),
  noRight('sealer', 'append an entry', "SELECT ledger.append(gen_random_uuid(), '{}')"),
  noRight('sealer', 'read the vault', 'SELECT value FROM ledger.payload'),
  noRight('sealer', 'change a checkpoint', "UPDATE ledger.checkpoint SET note = 'x'"),
  {
    who: 'sealer',
    tries: 'sign a second tree of one size',
    refused: '23505',
    sql: [
      "INSERT INTO ledger.checkpoint (log, size, root, note) SELECT log, size, sha256('x'), 'x' FROM ledger.checkpoint LIMIT 1",
    ],
  },
  byTrigger(
    'sealer',
    'leave a gap in the tree',
    'INSERT INTO ledger.leaf (log, index, stream, seq, leaf) SELECT 1, 1000, stream, seq, leaf FROM ledger.entry e WHERE NOT EXISTS (SELECT 1 FROM ledger.leaf l WHERE l.stream = e.stream AND l.seq = e.seq) LIMIT 1',
  ),
  noRight('auditor', 'append an entry', "SELECT ledger.append(gen_random_uuid(), '{}')"),
  noRight('auditor', 'change a verdict', "UPDATE verdict SET rationale = 'x'"),
  byTrigger('migrator', 'UPDATE an entry, as owner', UPDATE),
  byTrigger('migrator', 'DELETE an entry, as owner', DELETE),
  byTrigger('migrator', 'TRUNCATE the entries, as owner', TRUNCATE),
  {
    who: 'migrator',
    tries: 'choose the leaf hash itself, as owner',
    refused: '428C9',
    sql: ["INSERT INTO ledger.entry (stream, seq, body, leaf) VALUES (gen_random_uuid(), 1, '{}', '\\x00')"],
  },
  noRight('migrator', 'call itself a replica', REPLICA),
  works('migrator', 'disable the trigger as owner, then UPDATE', MEANT, DISABLE_OWN, UPDATE),
  byTrigger('superuser', 'UPDATE an entry', UPDATE),
  byTrigger('superuser', 'call itself a replica, then UPDATE', REPLICA, UPDATE),
  byTrigger('superuser', 'call itself a replica, then DELETE', REPLICA, DELETE),
  byTrigger('superuser', 'call itself a replica, then TRUNCATE', REPLICA, TRUNCATE),
  byTrigger('superuser', 'call itself a replica, then move a head', REPLICA, 'UPDATE ledger.stream SET seq = 0'),
  works('superuser', 'drop the trigger, then UPDATE', MEANT, DROP, UPDATE),
  works(
    'superuser',
    'disable all triggers, then DELETE what is sealed',
    MEANT,
    DISABLE,
    'ALTER TABLE ledger.leaf DISABLE TRIGGER ALL',
    'DELETE FROM ledger.leaf',
    DELETE,
  ),
  works(
    'superuser',
    'make the leaf hash a plain column, then choose it',
    MEANT,
    DISABLE,
    'ALTER TABLE ledger.entry ALTER COLUMN leaf DROP EXPRESSION',
    'UPDATE ledger.entry SET leaf = sha256(leaf)',
  ),
];

/** What came of a try: the SQLSTATE of the refusal, or null where it worked. Nothing is left of it. */
export async function attempt(client: Client, { sql }: Try): Promise<string | null> {
  await client.query('BEGIN');
  try {
    for (const statement of sql) await client.query(statement);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? 'no code';
  } finally {
    await client.query('ROLLBACK');
  }
}

/** All tries, each by its own login. */
export async function attemptAll(
  url: (who: Attacker) => string,
): Promise<{ readonly what: Try; readonly came: string | null }[]> {
  const outcomes: { what: Try; came: string | null }[] = [];
  for (const who of [...new Set(TRIES.map((each) => each.who))]) {
    const client = await connect(url(who));
    try {
      for (const what of TRIES.filter((each) => each.who === who))
        outcomes.push({ what, came: await attempt(client, what) });
    } finally {
      await client.end();
    }
  }
  return outcomes;
}
