import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  reviewTaskCountsSchema,
  reviewTaskPageSchema,
  reviewTaskSchema,
  type ReviewTask,
  type TakeNext,
} from '@proofdesk/contract';
import { newKey } from './new-key.js';
import { paths, queryString } from './paths.js';
import { ask, askMaybe } from './request.js';

export interface TaskFilter {
  readonly state?: readonly string[] | undefined;
  readonly sourcing?: readonly string[] | undefined;
  readonly risk?: readonly string[] | undefined;
  readonly needsSource?: boolean | undefined;
  readonly articleId?: string | undefined;
  readonly mine?: 'holder' | 'proposer' | 'approvable' | undefined;
}

/** Review tasks in the order in which they should be worked, page by page. Others' leases show within seconds. */
export const reviewTasksQuery = (filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: ['review-tasks', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(reviewTaskPageSchema, `${paths.reviewTasks}${queryString({ ...filter, after: pageParam, limit: 50 })}`, {
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
  });

export const countsQuery = (filter: TaskFilter) =>
  queryOptions({
    queryKey: ['review-tasks', 'counts', filter],
    queryFn: ({ signal }) =>
      ask(reviewTaskCountsSchema, `${paths.reviewTaskCounts}${queryString({ ...filter })}`, { signal }),
    placeholderData: keepPreviousData,
  });

export const reviewTaskQuery = (assertionId: string) =>
  queryOptions({
    queryKey: ['review-task', assertionId],
    queryFn: ({ signal }) => ask(reviewTaskSchema, paths.reviewTask(assertionId), { signal }),
  });

/** The next verdict that the person may approve, other than the one on the screen; `null` when there is none. */
export async function nextApprovable(exceptId: string): Promise<string | null> {
  const query = queryString({ mine: 'approvable', limit: 2 });
  const page = await ask(reviewTaskPageSchema, `${paths.reviewTasks}${query}`);
  return page.items.find(({ id }) => id !== exceptId)?.id ?? null;
}

/** Takes the next task under the filters; `null` when there is none. */
export function useTakeNext() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TakeNext): Promise<ReviewTask | null> =>
      askMaybe(reviewTaskSchema, paths.takeNext, { method: 'POST', body, idempotencyKey: newKey() }),
    onSuccess: async (task) => {
      if (task) client.setQueryData(reviewTaskQuery(task.id).queryKey, task);
      await client.invalidateQueries({ queryKey: ['review-tasks'] });
    },
  });
}
