import { useEffect } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { reviewTaskSchema, type ReviewTask } from '@proofdesk/contract';
import { sendStep } from './decisions.js';
import { newKey } from './new-key.js';
import { paths } from './paths.js';
import { ask } from './request.js';
import { reviewTaskQuery } from './review-tasks.js';

const heartbeatMs = 60_000;

/** Renews the hold every minute while the task is on the screen; when the hold is lost, the task is read afresh. */
export function useHeartbeat(assertionId: string, leaseToken: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (leaseToken === null) return;
    const { queryKey } = reviewTaskQuery(assertionId);
    const beat = () =>
      sendStep(assertionId, { step: 'lease/renew', body: { leaseToken } }, newKey())
        .then((task) => client.setQueryData(queryKey, task))
        .catch(() => client.invalidateQueries({ queryKey }));
    const timer = setInterval(() => void beat(), heartbeatMs);
    return () => clearInterval(timer);
  }, [assertionId, leaseToken, client]);
}

interface Draft {
  readonly leaseToken: string;
  readonly rating: string | null;
  readonly rationale: string;
}

/** Keeps the unfinished verdict on the server: it survives release, expiry and take-over. */
export function useSaveDraft(assertionId: string) {
  return useMutation({
    mutationFn: (body: Draft): Promise<ReviewTask> =>
      ask(reviewTaskSchema, paths.reviewTaskStep(assertionId, 'draft'), { method: 'PUT', body }),
  });
}
