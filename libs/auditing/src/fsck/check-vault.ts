import { createHash } from 'node:crypto';
import { type SyncCrypto, toHex } from '@proofdesk/ledger';
import { evidencePieceBytes } from '@proofdesk/provenance';
import { type ClientBase } from 'pg';
import { copyRows, type RowCursor } from '../reading/copy-rows.js';
import { type AuditFinding } from './audit-finding.js';

type Found = Omit<AuditFinding, 'part'>;
type OnFindings = (found: readonly Found[]) => void;

/** Every value in the vault opens its commitment, and none is there that was erased. */
export async function checkVault(client: ClientBase, crypto: SyncCrypto, onFindings: OnFindings): Promise<number> {
  let count = 0;
  await copyRows(client, 'SELECT commit, key, value FROM ledger.payload', (row) => {
    count++;
    const commit = row.bytes() ?? Buffer.alloc(0);
    const key = row.bytes() ?? Buffer.alloc(0);
    const opened = crypto.hmacSha256(key, row.bytes() ?? Buffer.alloc(0));
    if (!commit.equals(opened))
      onFindings([
        {
          code: 'VAULT_DIFFERS',
          row: `ledger.payload ${toHex(commit)}`,
          message: 'the value does not open its commitment',
        },
      ]);
    return undefined;
  });
  const { rows } = await client.query<{ stream: string; seq: number; commit: string }>(
    `SELECT e.stream, e.seq, e.doc #>> '{data,commit}' AS commit FROM ledger.entry e
       JOIN ledger.payload p ON p.commit = decode(e.doc #>> '{data,commit}', 'hex')
      WHERE e.type = 'payload.erased' ORDER BY e.at LIMIT 20`,
  );
  onFindings(
    rows.map(({ stream, seq, commit }) => ({
      code: 'VAULT_DIFFERS',
      stream,
      seq,
      row: `ledger.payload ${commit}`,
      message: 'it was erased, and is still there',
    })),
  );
  return count;
}

/** Texts that stand in a table and, as a commitment, in the log: [column, how to find both]. */
const SAID: readonly (readonly [column: string, sql: string])[] = [
  [
    'rationale',
    `SELECT v.assertion_id AS stream, e.seq, 'verdict ' || v.version AS key, v.rationale AS here, p.value
       FROM verdict v JOIN ledger.entry e ON e.stream = v.assertion_id AND e.type = 'verdict.proposed'
                       AND e.doc #>> '{subject,version}' = v.version::text
       JOIN ledger.payload p ON p.commit = decode(e.doc #>> '{commits,rationale}', 'hex')`,
  ],
  [
    'returned_reason',
    `SELECT v.assertion_id AS stream, e.seq, 'verdict ' || v.version AS key, v.returned_reason AS here, p.value
       FROM verdict v JOIN ledger.entry e ON e.stream = v.assertion_id AND e.type = 'verdict.returned'
                       AND e.doc #>> '{subject,version}' = v.version::text
       JOIN ledger.payload p ON p.commit = decode(e.doc #>> '{commits,reason}', 'hex')`,
  ],
  [
    'claim_reviewed',
    `SELECT b.assertion_id AS stream, e.seq, 'publication ' || b.verdict_version AS key, b.claim_reviewed AS here,
            convert_to((convert_from(p.value, 'UTF8')::jsonb -> 'claimReviewed')::text, 'UTF8') AS value
       FROM publication b JOIN ledger.entry e ON e.stream = b.assertion_id AND e.type = 'verdict.published'
                           AND e.doc #>> '{subject,version}' = b.verdict_version::text
       JOIN ledger.payload p ON p.commit = decode(e.doc #>> '{commits,statement}', 'hex')`,
  ],
];

/** What people wrote is in the tables as they wrote it: rationale, reasons, published claims, and every piece of evidence. */
export async function checkTexts(client: ClientBase, onFindings: OnFindings): Promise<void> {
  for (const [column, said] of SAID) {
    const sql = `SELECT stream, seq, key FROM (${said}) s
       WHERE normalize(here) IS DISTINCT FROM normalize(convert_from(value, 'UTF8')::jsonb #>> '{}') ORDER BY stream, seq LIMIT 20`;
    const { rows } = await client.query<{ stream: string; seq: number; key: string }>(sql);
    onFindings(
      rows.map(({ stream, seq, key }) => ({
        code: 'PROJECTION_DIFFERS',
        stream,
        seq,
        row: `${key}.${column}`,
        message: 'the text in the table is not the one that was committed to',
      })),
    );
  }
  await copyRows(client, EVIDENCE, (row) => {
    const found = evidenceFault(row);
    if (found !== undefined) onFindings([found]);
    return undefined;
  });
}

/** Pieces of which a part was erased can no longer be hashed again. */
const EVIDENCE = `
  SELECT v.assertion_id, v.id, v.salt, v.url, v.title, v.quote, v.note, v.stance, v.origin, v.is_primary::int AS is_primary, v.sha256
    FROM evidence v
   WHERE NOT EXISTS (SELECT 1 FROM ledger.entry e JOIN ledger.entry x ON x.stream = e.stream AND x.type = 'payload.erased'
                      WHERE e.stream = v.assertion_id AND e.type = 'evidence.attached' AND e.doc #>> '{subject,evidence}' = v.id::text
                        AND e.doc -> 'commits' @> jsonb_build_object(x.doc #>> '{data,name}', x.doc #>> '{data,commit}'))`;

function evidenceFault(row: RowCursor): Found | undefined {
  const stream = row.uuid() ?? '';
  const id = row.uuid() ?? '';
  const [salt, url, title, quote, note, stance, origin] = [
    row.text(),
    row.text(),
    row.text(),
    row.text(),
    row.text(),
    row.text(),
    row.text(),
  ];
  const isPrimary = row.int4() === 1;
  const texts = {
    title: title ?? '',
    quote: quote ?? '',
    note: note ?? '',
    stance: stance ?? '',
    origin: origin ?? '',
  };
  const hash = createHash('sha256')
    .update(evidencePieceBytes({ salt: salt ?? null, url, ...texts, isPrimary }))
    .digest('hex');
  return hash === row.text()
    ? undefined
    : {
        code: 'PROJECTION_DIFFERS',
        stream,
        row: `evidence ${id}`,
        message: 'what was captured is not what was hashed then',
      };
}
