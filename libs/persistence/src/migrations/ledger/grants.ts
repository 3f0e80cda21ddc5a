/** Who may do what in the ledger. */
export const ledgerGrants = String.raw`
-- 7. Who may do what.
revoke all on all functions in schema ledger from public;
grant usage on schema ledger to proofdesk_app, proofdesk_sealer, proofdesk_auditor;
grant select on all tables in schema ledger to proofdesk_app, proofdesk_sealer, proofdesk_auditor;
revoke select on ledger.payload from proofdesk_sealer;
grant execute on function ledger.append(uuid, bytea), ledger.lock_streams(uuid[]) to proofdesk_app;
grant insert, delete on ledger.payload to proofdesk_app;               -- delete passes the guard only when logged
grant insert on ledger.log, ledger.seal, ledger.leaf, ledger.node, ledger.checkpoint, ledger.cosignature to proofdesk_sealer;
grant execute on function ledger.fingerprint(), ledger.body_json(bytea), ledger.instant(text), ledger.instant_text(timestamptz)
  to proofdesk_app, proofdesk_sealer, proofdesk_auditor;
reset role;
`;
