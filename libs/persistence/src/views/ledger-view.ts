import { type LedgerEntry, type LedgerQuery } from '@proofdesk/contract';
import { type EntityManager } from 'typeorm';
import { pageFrom, readCursor } from '../cursor.js';
import { query } from '../sql.js';
import { type ProofSqlRow, proofColumns, proofJoins, toProof } from './entry-proof.js';

/** The columns that a ledger entry is shown with. Free text comes from the vault, where it was not erased. */
const entrySql = `
  SELECT e.stream, e.seq, e.type, ledger.instant_text(e.at) AS at, e.doc, encode(e.leaf, 'hex') AS leaf,
         convert_from(e.body, 'UTF8') AS body, p.name AS "personName", ar.title AS "articleTitle", a.exact,
         coalesce((SELECT jsonb_object_agg(c.key, convert_from(v.value, 'UTF8')::jsonb)
            FROM jsonb_each_text(e.doc -> 'commits') c JOIN ledger.payload v ON v.commit = decode(c.value, 'hex')), '{}') AS disclosed,
         ${proofColumns}
    FROM ledger.entry e
    LEFT JOIN person p ON p.id = (e.doc #>> '{actor,person}')::uuid
    LEFT JOIN article ar ON ar.id = (e.doc #>> '{subject,article}')::uuid
    LEFT JOIN assertion a ON a.id = e.stream
    ${proofJoins}`;

interface EntryDoc {
  prev: string;
  actor: { kind: 'person' | 'service' | 'system'; id: string; person?: string; role?: string };
  subject?: { article?: string };
  commits?: Record<string, string>;
  data?: { before?: Record<string, unknown>; after?: Record<string, unknown> } & Record<string, unknown>;
}

interface EntrySqlRow extends ProofSqlRow {
  stream: string;
  seq: number;
  type: string;
  at: string;
  doc: EntryDoc;
  leaf: string;
  body: string;
  personName: string | null;
  articleTitle: string | null;
  exact: string | null;
  disclosed: Record<string, unknown>;
}

/** The machine has no person's id; every part of it shows under this one. */
const SYSTEM_ID = '00000000-0000-4000-8000-000000000000';

/** Whatever the record says beside before and after belongs to what was so afterwards. */
function change(doc: EntryDoc): { before: LedgerEntry['before']; after: LedgerEntry['after'] } {
  const { before, after, ...rest } = doc.data ?? {};
  const all = { ...rest, ...after };
  return { before: before ?? null, after: Object.keys(all).length > 0 ? all : null };
}

const toEntry = (row: EntrySqlRow): LedgerEntry => {
  const { actor, subject, prev } = row.doc;
  const isPerson = actor.kind === 'person';
  return {
    stream: row.stream,
    seq: row.seq,
    type: row.type,
    at: row.at,
    actor: {
      id: isPerson ? (actor.person ?? actor.id) : SYSTEM_ID,
      kind: isPerson ? 'person' : 'system',
      name: isPerson ? (row.personName ?? '(erased)') : actor.id,
      role: actor.role ?? null,
    },
    articleId: subject?.article ?? null,
    articleTitle: row.articleTitle,
    exact: row.exact,
    ...change(row.doc),
    disclosed: Object.fromEntries(
      Object.entries(row.disclosed).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
    committed: Object.keys(row.doc.commits ?? {}).sort(),
    proof: toProof(row),
    leaf: row.leaf,
    prev,
    body: row.body,
  };
};

/** Reads the decision history. */
export class LedgerView {
  constructor(private readonly manager: EntityManager) {}

  /** Newest first, filtered; the order of entries of one instant is by stream and seq. */
  async list({ after, limit, ...filter }: LedgerQuery): Promise<{ items: LedgerEntry[]; next: string | null }> {
    const cursor = readCursor(after, ['string', 'string', 'number']);
    const rows = await query<EntrySqlRow>(
      this.manager,
      `${entrySql}
        WHERE ($1::timestamptz IS NULL OR (e.at, e.stream, e.seq) < ($1, $2::uuid, $3::int))
          AND ($4::uuid IS NULL OR e.stream = $4) AND ($5::text IS NULL OR e.doc #>> '{subject,article}' = $5)
          AND ($6::text IS NULL OR e.doc #>> '{actor,person}' = $6 OR e.doc #>> '{actor,id}' = $6)
          AND ($7::text IS NULL OR e.type = $7)
          AND ($8::timestamptz IS NULL OR e.at >= $8) AND ($9::timestamptz IS NULL OR e.at < $9)
        ORDER BY e.at DESC, e.stream DESC, e.seq DESC LIMIT $10`,
      [
        ...(cursor ?? [null, null, null]),
        filter.stream ?? null,
        filter.articleId ?? null,
        filter.actorId ?? null,
        filter.type ?? null,
        filter.from ?? null,
        filter.to ?? null,
        limit + 1,
      ],
    );
    return pageFrom(rows, limit, toEntry, (row) => [row.at, row.stream, row.seq]);
  }

  /** The whole story of one stream, oldest first. */
  async history(
    stream: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ items: LedgerEntry[]; next: string | null }> {
    const cursor = readCursor(after, ['number']);
    const rows = await query<EntrySqlRow>(
      this.manager,
      `${entrySql} WHERE e.stream = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`,
      [stream, cursor?.[0] ?? 0, limit + 1],
    );
    return pageFrom(rows, limit, toEntry, (row) => [row.seq]);
  }

  async find(stream: string, seq: number): Promise<LedgerEntry | null> {
    const rows = await query<EntrySqlRow>(this.manager, `${entrySql} WHERE e.stream = $1 AND e.seq = $2`, [
      stream,
      seq,
    ]);
    return rows[0] === undefined ? null : toEntry(rows[0]);
  }
}
