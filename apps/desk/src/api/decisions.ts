import { useRef } from 'react';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { reviewTaskSchema, type ReviewTask } from '@proofdesk/contract';
import { newKey } from './new-key.js';
import { paths } from './paths.js';
import { ProblemError } from './problem-error.js';
import { ask } from './request.js';
import { reviewTaskQuery } from './review-tasks.js';

/** One step on a review task. `etag` is the one that was on the screen when the person decided. */
export interface Step {
  readonly step: string;
  readonly etag?: string;
  readonly body?: unknown;
  /** A step that must come before it; the step itself then builds on what that one left. */
  readonly first?: Omit<Step, 'first'>;
}

interface Sent {
  readonly step: Step;
  readonly onDone?: ((task: ReviewTask) => void) | undefined;
}

/** Puts the fresh task into the cache and has every list asked again that may have changed with it. */
export async function remember(client: QueryClient, task: ReviewTask): Promise<void> {
  client.setQueryData(reviewTaskQuery(task.id).queryKey, task);
  await Promise.all(
    ['review-tasks', 'article', 'articles', 'ledger', 'publications', 'notifications']
      .map((key) => [key])
      .concat([['history', task.id]])
      .map((queryKey) => client.invalidateQueries({ queryKey })),
  );
}

export const sendStep = (
  assertionId: string,
  { step, etag, body }: Step,
  idempotencyKey: string,
): Promise<ReviewTask> =>
  ask(reviewTaskSchema, paths.reviewTaskStep(assertionId, step), {
    method: 'POST',
    body: body ?? {},
    idempotencyKey,
    ...(etag === undefined ? {} : { ifMatch: etag }),
  });

/**
 * Sends decisions on one review task. An attempt whose outcome is unknown keeps its idempotency key, so that sending it
 * again cannot decide twice; any answer ends the attempt.
 */
export function useDecision(assertionId: string) {
  const client = useQueryClient();
  const attempt = useRef<{ readonly said: string; readonly key: string } | null>(null);
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: async ({ step }: Sent): Promise<ReviewTask> => {
      const said = JSON.stringify(step);
      const key = attempt.current?.said === said ? attempt.current.key : newKey();
      attempt.current = { said, key };
      try {
        const before = step.first ? await sendStep(assertionId, step.first, newKey()) : undefined;
        const task = await sendStep(assertionId, before ? { ...step, etag: before.etag } : step, key);
        attempt.current = null;
        return task;
      } catch (refusal) {
        if (!(refusal instanceof ProblemError && refusal.isUncertain)) attempt.current = null;
        throw refusal;
      }
    },
    // Here and not beside `mutate`: what asked for the decision may be gone from the page by the time it is made.
    onSuccess: (task, { onDone }) => {
      onDone?.(task);
      void remember(client, task);
    },
  });
  const decide = (step: Step, onDone?: Sent['onDone']) => mutate({ step, onDone });
  return { decide, error, isPending, reset };
}

export type Decision = ReturnType<typeof useDecision>;
