import { infiniteQueryOptions } from '@tanstack/react-query';
import { publicationPageSchema } from '@proofdesk/contract';
import { paths, queryString } from './paths.js';
import { ask } from './request.js';

/** Published verdicts, newest first, page by page. */
export const publicationsQuery = infiniteQueryOptions({
  queryKey: ['publications'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) =>
    ask(publicationPageSchema, `${paths.publications}${queryString({ after: pageParam, limit: 50 })}`, { signal }),
  getNextPageParam: (page) => page.next ?? undefined,
});
