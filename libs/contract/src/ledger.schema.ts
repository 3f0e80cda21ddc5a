import { z } from 'zod';
import { pageOf, pageQuerySchema } from './paging.schema.js';
import { idSchema, instantSchema, sha256Schema } from './vocabulary.schema.js';

/** Newest first. `stream` is the assertion's id for decisions; accounts, roles and articles have streams of their own. */
export const ledgerQuerySchema = z.strictObject({
  ...pageQuerySchema.shape,
  stream: idSchema.optional(),
  articleId: idSchema.optional(),
  actorId: idSchema.optional(),
  type: z.string().max(60).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});

/** One decision in words a person can read, with the exact record beside it. */
export const ledgerEntrySchema = z
  .strictObject({
    stream: idSchema,
    seq: z.int(),
    type: z.string(),
    at: instantSchema,
    actor: z.strictObject({
      id: idSchema,
      kind: z.enum(['person', 'system']),
      name: z.string(),
      role: z.string().nullable(),
    }),
    articleId: idSchema.nullable(),
    articleTitle: z.string().nullable(),
    exact: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    /** Free text behind the keyed commitments of the record (reasons, notes, names), where it was not erased. */
    disclosed: z.record(z.string(), z.string()),
    leaf: sha256Schema,
    prev: sha256Schema,
    /** The exact bytes of the record, UTF-8. */
    body: z.string(),
  })
  .meta({ id: 'LedgerEntry' });

export const ledgerPageSchema = pageOf(ledgerEntrySchema, 'LedgerPage');
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
