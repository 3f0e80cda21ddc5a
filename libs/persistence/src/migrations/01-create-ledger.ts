import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { ledgerAppend } from './ledger/append.js';
import { ledgerDdlGuard } from './ledger/ddl-guard.js';
import { ledgerGrants } from './ledger/grants.js';
import { ledgerRefusals } from './ledger/refusals.js';
import { ledgerTables } from './ledger/tables.js';

/** The roles are the installation's business; without them nothing can be granted, so say which are missing. */
const requireRoles = String.raw`
do $$
declare missing text;
begin
  select string_agg(r, ', ') into missing
    from unnest(array['proofdesk_owner', 'proofdesk_app', 'proofdesk_sealer', 'proofdesk_auditor']) r
   where not exists (select 1 from pg_roles where rolname = r);
  if missing is not null then
    raise exception 'The database has no role %. Create the roles first (proofdesk doctor tells how).', missing;
  end if;
end $$;
`;

/** The append-only ledger: per-assertion hash chains, the tree's tables, and everything that refuses a change. */
export class CreateLedger1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [requireRoles, ledgerTables, ledgerRefusals, ledgerAppend, ledgerGrants, ledgerDdlGuard])
      await runner.query(sql);
  }

  /** There is no way back: what is recorded stays. */
  down(): Promise<void> {
    return Promise.reject(new Error('The ledger cannot be taken away by a migration.'));
  }
}
