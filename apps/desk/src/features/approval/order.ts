import { type AssertionSummary } from '@proofdesk/contract';

type Ranked = Pick<AssertionSummary, 'risk' | 'queuedAt'>;

/** Serious allegations first, then sensitive ones, then the rest; in each class the one that has waited longest. */
export function oldestSeriousFirst<T extends Ranked>(tasks: readonly T[]): T[] {
  const rank = { serious: 0, sensitive: 1, normal: 2 };
  return [...tasks].sort((a, b) => rank[a.risk] - rank[b.risk] || a.queuedAt.localeCompare(b.queuedAt));
}
