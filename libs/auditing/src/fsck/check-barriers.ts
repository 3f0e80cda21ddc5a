import { type ClientBase } from 'pg';
import { type AuditFinding } from './audit-finding.js';

type Found = Omit<AuditFinding, 'part'>;

const REFUSED = ['entry', 'log', 'seal', 'leaf', 'node', 'checkpoint', 'cosignature'];
/** Triggers that must be there and fire always, also for a session that calls itself a replica: [table, trigger]. */
const TRIGGERS: readonly (readonly [string, string])[] = [
  ...REFUSED.flatMap((table) => [[table, `${table}_append_only`] as const, [table, `${table}_no_truncate`] as const]),
  ['entry', 'entry_follows_head'],
  ['stream', 'stream_guard'],
  ['stream', 'stream_no_truncate'],
  ['payload', 'payload_guard'],
  ['payload', 'payload_no_truncate'],
  ['leaf', 'leaf_continues'],
];

export interface BarriersSeen {
  /** Of everything that guards the ledger, as the database tells it now. */
  readonly fingerprint: string;
  readonly findings: readonly Found[];
}

/**
 * Whether what refuses changes of the ledger still stands. A trigger that was taken away and put back leaves no trace
 * here: what was done meanwhile shows in chains, tree and receipts.
 * @param expected the fingerprint noted after the last migration, where somebody noted it outside the database
 */
export async function checkBarriers(client: ClientBase, expected: string | undefined): Promise<BarriersSeen> {
  const { rows } = await client.query<{ table: string; trigger: string; enabled: string }>(
    `SELECT c.relname AS "table", t.tgname AS trigger, t.tgenabled::text AS enabled FROM pg_trigger t
       JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'ledger'::regnamespace AND NOT t.tgisinternal`,
  );
  const enabled = new Map(rows.map((row) => [`${row.table} ${row.trigger}`, row.enabled]));
  const findings: Found[] = TRIGGERS.flatMap(([table, trigger]) => {
    const state = enabled.get(`${table} ${trigger}`);
    const message =
      state === undefined ? 'the trigger is gone' : state === 'A' ? undefined : 'the trigger does not fire always';
    return message === undefined
      ? []
      : [{ code: 'BARRIER_MISSING' as const, row: `trigger ${trigger} on ledger.${table}`, message }];
  });
  findings.push(...(await grantFaults(client)));
  const [answer] = (await client.query<{ fingerprint: string }>('SELECT ledger.fingerprint() AS fingerprint')).rows;
  const fingerprint = answer?.fingerprint ?? '';
  if (expected !== undefined && expected !== fingerprint)
    findings.push({
      code: 'BARRIER_MISSING',
      row: 'schema ledger',
      message: `its fingerprint is ${fingerprint}, ${expected} was noted`,
    });
  return { fingerprint, findings };
}

/** Rights to change what is recorded, which nobody but the owner may have. */
async function grantFaults(client: ClientBase): Promise<Found[]> {
  const { rows } = await client.query<{ grantee: string; right: string; table: string }>(
    `SELECT coalesce(r.rolname, 'PUBLIC') AS grantee, a.privilege_type AS right, c.relname AS "table"
       FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE c.relnamespace = 'ledger'::regnamespace AND c.relkind = 'r' AND a.grantee <> c.relowner
        AND (a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
          OR a.privilege_type = 'INSERT' AND c.relname IN ('entry', 'stream')) ORDER BY 3, 1, 2`,
  );
  return rows.map(({ grantee, right, table }) => ({
    code: 'BARRIER_MISSING',
    row: `ledger.${table}`,
    message: `${grantee} has the right to ${right}`,
  }));
}
