import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { notificationPageSchema } from '@proofdesk/contract';
import { paths } from './paths.js';
import { ask, tell } from './request.js';

/** The newest notifications of the person, asked for every half minute. */
export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => ask(notificationPageSchema, paths.notifications, { signal }),
  refetchInterval: 30_000,
});

export function useMarkNotificationsRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => tell(paths.notificationsRead, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
}
