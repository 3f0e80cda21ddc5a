import { type ClientBase } from 'pg';
import { type AuditFinding } from './audit-finding.js';

type Found = Omit<AuditFinding, 'part'>;

/** What must be true of the machine's work at every instant: [code, what is wrong, SQL that gives the rows for which it is]. */
const INVARIANTS: readonly (readonly [code: 'OUTBOX_ORPHAN' | 'OUTBOX_LOST', message: string, sql: string])[] = [
  [
    'OUTBOX_ORPHAN',
    'it announces an entry that is not there',
    `SELECT 'outbox ' || o.topic || ' ' || o.key AS row FROM outbox o WHERE o.topic = 'announce-decision'
        AND NOT EXISTS (SELECT 1 FROM ledger.entry e WHERE e.stream = (o.payload ->> 'stream')::uuid AND e.seq = (o.payload ->> 'seq')::int)`,
  ],
  [
    'OUTBOX_ORPHAN',
    'it asks for the extraction of a revision that is not there',
    `SELECT 'outbox ' || o.topic || ' ' || o.key AS row FROM outbox o WHERE o.topic = 'extract-assertions'
        AND NOT EXISTS (SELECT 1 FROM article_revision r WHERE r.id = o.key)`,
  ],
  [
    'OUTBOX_ORPHAN',
    'its work is recorded as done under a drive that has not begun',
    `SELECT 'job_done ' || d.topic || ' ' || d.key AS row FROM job_done d JOIN outbox o ON o.topic = d.topic AND o.key = d.key
      WHERE substring(d.job_key from '-g([0-9]{1,9})$')::int > o.generation`,
  ],
  [
    'OUTBOX_ORPHAN',
    'it tells of an entry that is not there',
    `SELECT 'notification ' || n.id AS row FROM notification n
      WHERE NOT EXISTS (SELECT 1 FROM ledger.entry e WHERE e.stream = n.ledger_stream AND e.seq = n.ledger_seq)`,
  ],
  [
    'OUTBOX_LOST',
    'it waits for extraction, and no work for it is in the outbox',
    `SELECT 'article_revision ' || r.id AS row FROM article_revision r WHERE r.extraction_state IN ('pending', 'running')
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.topic = 'extract-assertions' AND o.key = r.id)`,
  ],
  [
    'OUTBOX_LOST',
    'it is extracted, and nobody recorded the work as done',
    `SELECT 'article_revision ' || r.id AS row FROM article_revision r WHERE r.extraction_state = 'done'
        AND NOT EXISTS (SELECT 1 FROM job_done d WHERE d.topic = 'extract-assertions' AND d.key = r.id)`,
  ],
  [
    'OUTBOX_LOST',
    'its extraction is recorded as done, and it waits for it',
    `SELECT 'article_revision ' || r.id AS row FROM article_revision r WHERE r.extraction_state <> 'done'
        AND EXISTS (SELECT 1 FROM job_done d WHERE d.topic = 'extract-assertions' AND d.key = r.id)`,
  ],
];

/** The outbox and what was done with it agree with what waits and what is finished. */
export async function checkOutbox(client: ClientBase): Promise<Found[]> {
  const found: Found[] = [];
  for (const [code, message, sql] of INVARIANTS) {
    const { rows } = await client.query<{ row: string }>(`${sql} ORDER BY 1 LIMIT 20`);
    found.push(...rows.map(({ row }) => ({ code, row, message })));
  }
  return found;
}
