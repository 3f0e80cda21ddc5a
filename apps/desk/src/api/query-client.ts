import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.js';

const mayRetry = (count: number, error: Error): boolean =>
  count < 2 && error instanceof ProblemError && error.isUncertain;

/** One cache for the desk. Refusals are answers and are never asked for again; only lost connections are retried. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: mayRetry, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
