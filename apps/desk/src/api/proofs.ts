import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  checkpointPageSchema,
  erasedSchema,
  ledgerHealthSchema,
  ledgerPolicySchema,
  type Erase,
} from '@proofdesk/contract';
import { newKey } from './new-key.js';
import { paths, queryString } from './paths.js';
import { ask, askBytes } from './request.js';

/** A quick look at the ledger, repeated while the page is open. */
export const healthQuery = queryOptions({
  queryKey: ['ledger-health'],
  queryFn: ({ signal }) => ask(ledgerHealthSchema, paths.ledgerHealth, { signal }),
  refetchInterval: 5_000,
});

/** What was signed and cosigned, newest first. */
export const checkpointsQuery = infiniteQueryOptions({
  queryKey: ['ledger-checkpoints'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) =>
    ask(checkpointPageSchema, `${paths.ledgerCheckpoints}${queryString({ after: pageParam, limit: 10 })}`, { signal }),
  getNextPageParam: (page) => page.next ?? undefined,
});

/** The verifier policy as this desk serves it. */
export const policyQuery = queryOptions({
  queryKey: ['ledger-policy'],
  queryFn: ({ signal }) => ask(ledgerPolicySchema, paths.ledgerPolicy, { signal }),
  staleTime: 60_000,
});

/** The exact bytes of a proof bundle. */
export const fetchProof = (assertionId: string): Promise<Uint8Array> => askBytes(paths.proof(assertionId));

/** Erases one text for good. */
export function useErase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Erase) =>
      ask(erasedSchema, paths.ledgerErase, { method: 'POST', body, idempotencyKey: newKey() }),
    onSuccess: (_, { stream }) =>
      Promise.all(
        [['ledger'], ['history', stream], ['review-task', stream], ['ledger-health']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
