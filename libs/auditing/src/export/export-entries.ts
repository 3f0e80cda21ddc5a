import { type LedgerEntry } from '@proofdesk/ledger';
import { Client } from 'pg';
import { csvRow } from './csv.js';

/** Which entries; what is left out does not matter. */
export interface EntryFilter {
  readonly stream?: string | undefined;
  readonly articleId?: string | undefined;
  /** Id of the person or of the account. */
  readonly actorId?: string | undefined;
  readonly type?: string | undefined;
  /** RFC 3339: from this time on. */
  readonly from?: string | undefined;
  /** RFC 3339: before this time. */
  readonly to?: string | undefined;
}

export type EntryFormat = 'jsonl' | 'csv';

interface Row {
  readonly stream: string;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly leaf: string;
  readonly index: string | null;
  readonly checkpoint: string | null;
  readonly body: string;
  readonly disclosed: Readonly<Record<string, unknown>>;
}

const AT_A_TIME = 500;

/**
 * The entries that fit, oldest first, as a text in pieces: JSON Lines with the exact bytes of each entry (`body`), so that
 * everything can be hashed again, or CSV after RFC 4180 for a spreadsheet. Any number of them: rows come through a cursor,
 * as they were at one instant, and memory does not grow.
 * @param url connection string of a role that may read the ledger and its vault: app or auditor
 */
export async function* exportEntries(url: string, filter: EntryFilter, format: EntryFormat): AsyncGenerator<string> {
  const client = new Client({
    connectionString: url,
    options: '-c TimeZone=UTC',
    application_name: 'proofdesk-export',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`DECLARE entries NO SCROLL CURSOR FOR ${SQL}`, parameters(filter));
    const { head, line } = FORMATS[format];
    if (head !== '') yield head;
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${AT_A_TIME} FROM entries`);
      if (rows.length === 0) return;
      yield rows.map(line).join('');
    }
  } finally {
    await client.end();
  }
}

const SQL = `
  SELECT e.stream, e.seq, ledger.instant_text(e.at) AS at, e.type, encode(e.leaf, 'hex') AS leaf, l.index,
         (SELECT min(c.size) FROM ledger.checkpoint c WHERE c.log = l.log AND c.size > l.index) AS checkpoint,
         convert_from(e.body, 'UTF8') AS body,
         coalesce((SELECT jsonb_object_agg(c.key, convert_from(v.value, 'UTF8')::jsonb)
            FROM jsonb_each_text(e.doc -> 'commits') c JOIN ledger.payload v ON v.commit = decode(c.value, 'hex')), '{}') AS disclosed
    FROM ledger.entry e
    LEFT JOIN ledger.leaf l ON l.log = (SELECT max(id) FROM ledger.log) AND l.stream = e.stream AND l.seq = e.seq
   WHERE ($1::uuid IS NULL OR e.stream = $1) AND ($2::text IS NULL OR e.doc #>> '{subject,article}' = $2)
     AND ($3::text IS NULL OR e.doc #>> '{actor,person}' = $3 OR e.doc #>> '{actor,id}' = $3)
     AND ($4::text IS NULL OR e.type = $4)
     AND ($5::timestamptz IS NULL OR e.at >= $5) AND ($6::timestamptz IS NULL OR e.at < $6)
   ORDER BY e.at, e.stream, e.seq`;

const parameters = (filter: EntryFilter): (string | null)[] => [
  filter.stream ?? null,
  filter.articleId ?? null,
  filter.actorId ?? null,
  filter.type ?? null,
  filter.from ?? null,
  filter.to ?? null,
];

const COLUMNS = ['at', 'type', 'stream', 'seq', 'actor_kind', 'actor_person', 'actor_account', 'actor_role', 'article'];
const PROOF_COLUMNS = ['leaf', 'index', 'checkpoint', 'disclosed', 'body'];

const FORMATS: Readonly<Record<EntryFormat, { head: string; line: (row: Row) => string }>> = {
  jsonl: {
    head: '',
    line: ({ index, checkpoint, ...row }) =>
      `${JSON.stringify({ ...row, index: index === null ? null : Number(index), checkpoint: checkpoint === null ? null : Number(checkpoint) })}\n`,
  },
  csv: { head: csvRow([...COLUMNS, ...PROOF_COLUMNS]), line: asCsv },
};

function asCsv({ at, type, stream, seq, leaf, index, checkpoint, disclosed, body }: Row): string {
  const { actor, subject } = JSON.parse(body) as LedgerEntry;
  const person = actor.kind === 'person' ? actor.person : '';
  const role = actor.kind === 'system' ? '' : actor.role;
  const who = [actor.kind, person, actor.id, role, subject?.article ?? ''];
  const texts = Object.keys(disclosed).length === 0 ? '' : JSON.stringify(disclosed);
  return csvRow([at, type, stream, String(seq), ...who, leaf, index ?? '', checkpoint ?? '', texts, body]);
}
