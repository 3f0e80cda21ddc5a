import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ledgerPageSchema, type LedgerEntry } from '@proofdesk/contract';
import { paths, queryString } from './paths.js';
import { ask } from './request.js';

export interface LedgerFilter {
  readonly stream?: string;
  readonly articleId?: string;
  readonly actorId?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
}

const SOON_MS = 2_000;
/** Asks again while something waits to be sealed or witnessed: that takes seconds, but not for ever. */
function untilProven(entries: readonly LedgerEntry[]): number | false {
  const isFresh = ({ at, proof }: LedgerEntry) => proof.state !== 'witnessed' && Date.now() - Date.parse(at) < 60_000;
  return entries.some(isFresh) ? SOON_MS : false;
}

/** The decision history, newest first, page by page. */
export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['ledger', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(ledgerPageSchema, `${paths.ledgerEntries}${queryString({ ...filter, after: pageParam, limit: 50 })}`, {
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) => untilProven(state.data?.pages.flatMap((page) => page.items) ?? []),
  });

/** The whole history of one assertion, oldest first. */
export const historyQuery = (assertionId: string) =>
  queryOptions({
    queryKey: ['history', assertionId],
    queryFn: async ({ signal }): Promise<LedgerEntry[]> => {
      const entries: LedgerEntry[] = [];
      let after: string | undefined;
      do {
        const path = paths.reviewTaskStep(assertionId, 'history');
        const page = await ask(ledgerPageSchema, `${path}${queryString({ after, limit: 200 })}`, { signal });
        entries.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined);
      return entries;
    },
    refetchInterval: ({ state }) => untilProven(state.data ?? []),
  });
