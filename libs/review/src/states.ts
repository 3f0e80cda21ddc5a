/** Where a review task can stand (design: the path of one assertion). Some belong to steps that have no use case yet. */
export const REVIEW_TASK_STATES = [
  'queued',
  'dismissed',
  'merged',
  'in_check',
  'blocked',
  'proposed',
  'second_check',
  'adjudication',
  'in_approval',
  'approved',
  'published',
  'correcting',
  'retracted',
  'stale',
] as const;

export type ReviewTaskState = (typeof REVIEW_TASK_STATES)[number];

/** States in which somebody still has to do something before the assertion may go to print. */
export const OPEN_STATES = [
  'queued',
  'in_check',
  'blocked',
  'proposed',
  'second_check',
  'adjudication',
  'in_approval',
  'stale',
] as const satisfies readonly ReviewTaskState[];

const open: ReadonlySet<ReviewTaskState> = new Set(OPEN_STATES);

export const isOpen = (state: ReviewTaskState): boolean => open.has(state);
