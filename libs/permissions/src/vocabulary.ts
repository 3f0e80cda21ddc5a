/** What a person may be on this desk. One person may hold several roles; `service` is a machine that delivers articles. */
export const roles = ['checker', 'editor', 'admin', 'auditor', 'reporter', 'service'] as const;
export type Role = (typeof roles)[number];

/** The states of a review task, in the order of the path of one assertion. */
export const taskStates = [
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
export type TaskState = (typeof taskStates)[number];

export const risks = ['serious', 'sensitive', 'normal'] as const;
export type Risk = (typeof risks)[number];

/** States in which the work on an assertion is not finished: its labels may still be mended. */
export const openStates = [
  'queued',
  'in_check',
  'blocked',
  'proposed',
  'second_check',
  'adjudication',
  'in_approval',
] as const satisfies readonly TaskState[];
