import { type LedgerFilter } from '../../api/ledger.js';
import { type AuditSearch } from '../../routes/search.js';

/** Days of the address become instants: from the first moment of `from` to the last of `to`, in the reader's time zone. */
export function ledgerFilterOf({ from, to, ...rest }: AuditSearch): LedgerFilter {
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as LedgerFilter;
  return {
    ...set,
    ...(from === undefined ? {} : { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(`${to}T23:59:59.999`).toISOString() }),
  };
}
