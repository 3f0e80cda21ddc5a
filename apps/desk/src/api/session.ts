import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionSchema, welcomeSchema, type Session, type SignIn } from '@proofdesk/contract';
import { paths } from './paths.js';
import { isProblem } from './problem-error.js';
import { ask, tell } from './request.js';

export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  queryFn: ({ signal }) => ask(welcomeSchema, paths.welcome, { signal }),
  staleTime: Infinity,
});

/** Who is signed in, or `null`. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await ask(sessionSchema, paths.session, { signal });
    } catch (error) {
      if (isProblem(error, 'session.required')) return null;
      throw error;
    }
  },
});

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignIn) => ask(sessionSchema, paths.session, { method: 'POST', body }),
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => tell(paths.session, { method: 'DELETE' }),
    onSuccess: () => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, null);
    },
  });
}
