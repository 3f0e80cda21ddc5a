import { articleQuerySchema, idSchema, riskSchema, sourcingSchema, taskStateSchema } from '@proofdesk/contract';
import { z } from 'zod';

export const queueTabs = ['serious', 'unsourced', 'quotes', 'all', 'mine', 'set-aside'] as const;
export type QueueTab = (typeof queueTabs)[number];

const split = (value: unknown) => (typeof value === 'string' ? value.split(',') : value);
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(split, z.array(item).min(1).max(20).optional()).catch(undefined);
const flag = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean().optional(),
);

/** What the review queue shows, in the address: reloading or sharing it gives the same list. */
export const queueSearchSchema = z.object({
  tab: z.enum(queueTabs).optional().catch(undefined),
  sourcing: list(sourcingSchema),
  risk: list(riskSchema),
  state: list(taskStateSchema),
  needsSource: flag.catch(undefined),
  articleId: idSchema.optional().catch(undefined),
});
export type QueueSearch = z.infer<typeof queueSearchSchema>;

export const articleSearchSchema = z.object({ at: idSchema.optional().catch(undefined) });
export const articlesSearchSchema = z.object({
  extraction: articleQuerySchema.shape.extraction.catch(undefined),
  feed: flag.catch(undefined),
});

/** The filters of the decision history; days are whole days in the reader's time zone. */
export const auditSearchSchema = z.object({
  actorId: idSchema.optional().catch(undefined),
  type: z.string().max(60).optional().catch(undefined),
  articleId: idSchema.optional().catch(undefined),
  stream: idSchema.optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
});
export type AuditSearch = z.infer<typeof auditSearchSchema>;

export const signInSearchSchema = z.object({ to: z.string().startsWith('/').max(2000).optional().catch(undefined) });

/** `?sourcing=quoted,self&needsSource=true`: an address that a person can read and write. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value !== undefined) parts.set(name, String(value));
  const text = parts.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** The other way; the schemas above make lists and flags of the strings. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
