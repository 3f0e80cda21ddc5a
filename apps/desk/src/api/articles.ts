import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { articlePageSchema, articleSchema, ingestedSchema, type IngestArticle } from '@proofdesk/contract';
import { newKey } from './new-key.js';
import { paths, queryString } from './paths.js';
import { ask, tell } from './request.js';

const unfinished = new Set(['pending', 'running']);

/** Newest first, page by page. Asked again every two seconds while a text is still being read by the machine. */
export const articlesQuery = infiniteQueryOptions({
  queryKey: ['articles'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) =>
    ask(articlePageSchema, `${paths.articles}${queryString({ after: pageParam, limit: 30 })}`, { signal }),
  getNextPageParam: (page) => page.next ?? undefined,
  refetchInterval: (query) =>
    query.state.data?.pages.some((page) => page.items.some((each) => unfinished.has(each.extraction.state)))
      ? 2_000
      : false,
});

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ['article', id],
    queryFn: ({ signal }) => ask(articleSchema, paths.article(id), { signal }),
    refetchInterval: (query) => (unfinished.has(query.state.data?.extraction.state ?? '') ? 2_000 : false),
  });

export function useIngestArticle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: IngestArticle; key: string }) =>
      ask(ingestedSchema, paths.articles, { method: 'POST', body, idempotencyKey: key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['articles'] }),
  });
}

export function useRetryExtraction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => tell(paths.retryExtraction(id), { method: 'POST', idempotencyKey: newKey() }),
    onSettled: async (_data, _error, id) => {
      await client.invalidateQueries({ queryKey: ['articles'] });
      await client.invalidateQueries({ queryKey: ['article', id] });
    },
  });
}
