import { z } from 'zod';
import {
  allegationCategorySchema,
  assertionKindSchema,
  codePointSchema,
  idSchema,
  instantSchema,
  riskSchema,
  sourcingSchema,
  taskStateSchema,
} from './vocabulary.schema.js';

export const allegationSchema = z
  .strictObject({ category: allegationCategorySchema, hedged: z.boolean(), accused: z.string() })
  .meta({ id: 'Allegation' });

/** What the engine or, after a relabelling, a person says about an assertion. */
export const labelSchema = z
  .strictObject({ sourcing: sourcingSchema, kind: assertionKindSchema, allegation: allegationSchema.nullable() })
  .meta({ id: 'Label' });

/** Who holds a review task now. `until` is database time; the desk counts down from `seconds`. */
export const leaseSchema = z
  .strictObject({
    holder: z.strictObject({ id: idSchema, name: z.string() }),
    until: instantSchema,
    seconds: z.number(),
  })
  .meta({ id: 'Lease' });

export const assertionSummarySchema = z
  .strictObject({
    id: idSchema,
    articleId: idSchema,
    articleTitle: z.string(),
    revisionId: idSchema,
    ordinal: z.int(),
    start: codePointSchema,
    end: codePointSchema,
    exact: z.string(),
    ...labelSchema.shape,
    partlyQuoted: z.boolean(),
    /** Index into the article's attributions. */
    attribution: z.int().nullable(),
    sourceName: z.string().nullable(),
    checkWorthiness: z.strictObject({ score: z.number(), reasons: z.array(z.string()) }),
    needsSource: z.boolean(),
    risk: riskSchema,
    /** The machine's own label where a person has changed it, else `null`. */
    machineLabel: labelSchema.nullable(),
    state: taskStateSchema,
    /** Why it is dismissed, blocked or returned, in words. */
    stateReason: z.string().nullable(),
    queuedAt: instantSchema,
    lease: leaseSchema.nullable(),
    /** Approvals given and needed for the live verdict; `null` before there is one. */
    approvals: z.strictObject({ given: z.int(), needed: z.int() }).nullable(),
    /** `"<seq>-<first 16 of the leaf>"`: send it back as `If-Match`. */
    etag: z.string(),
  })
  .meta({ id: 'AssertionSummary' });

export type Allegation = z.infer<typeof allegationSchema>;
export type Label = z.infer<typeof labelSchema>;
export type Lease = z.infer<typeof leaseSchema>;
export type AssertionSummary = z.infer<typeof assertionSummarySchema>;
