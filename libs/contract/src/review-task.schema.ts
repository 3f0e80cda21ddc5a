import { z } from 'zod';
import { attributionSchema } from './article.schema.js';
import { assertionSummarySchema, labelSchema } from './assertion.schema.js';
import { flagSchema, listOf, pageOf, pageQuerySchema } from './paging.schema.js';
import { evidenceSchema, verdictSchema } from './verdict.schema.js';
import {
  assertionKindSchema,
  awaitedSchema,
  dismissalReasonSchema,
  idSchema,
  instantSchema,
  riskSchema,
  sourcingSchema,
  taskStateSchema,
} from './vocabulary.schema.js';

const filters = {
  state: listOf(taskStateSchema).optional(),
  sourcing: listOf(sourcingSchema).optional(),
  kind: listOf(assertionKindSchema).optional(),
  risk: listOf(riskSchema).optional(),
  needsSource: flagSchema.optional(),
  articleId: idSchema.optional(),
  /** `holder`: leased by me; `proposer`: my verdicts; `approvable`: in approval and mine to decide. */
  mine: z.enum(['holder', 'proposer', 'approvable']).optional(),
};

/** Order of every list: risk, then check-worthiness, then age; a returned verdict comes first for its proposer. */
export const reviewTaskQuerySchema = z.strictObject({ ...pageQuerySchema.shape, ...filters });
export const reviewTaskPageSchema = pageOf(assertionSummarySchema, 'ReviewTaskPage');
/** Number of review tasks by state, sourcing and risk under the same filters. */
export const reviewTaskCountsSchema = z
  .strictObject({
    total: z.int(),
    byState: z.partialRecord(taskStateSchema, z.int()),
    bySourcing: z.partialRecord(sourcingSchema, z.int()),
    byRisk: z.partialRecord(riskSchema, z.int()),
  })
  .meta({ id: 'ReviewTaskCounts' });

/** Takes the first queued task under the filters that the person may work on. */
export const takeNextSchema = z
  .strictObject({
    sourcing: z.array(sourcingSchema).optional(),
    risk: z.array(riskSchema).optional(),
    needsSource: z.boolean().optional(),
    articleId: idSchema.optional(),
  })
  .meta({ id: 'TakeNext' });

/** The lease token is the fence: every write of the holder carries it. */
export const leaseTokenSchema = z.string().regex(/^\d{1,19}$/);

/** A review task with all that a checker or an editor needs to decide. */
export const reviewTaskSchema = z
  .strictObject({
    ...assertionSummarySchema.shape,
    prefix: z.string(),
    suffix: z.string(),
    attributionDetail: attributionSchema.nullable(),
    evidence: z.array(evidenceSchema),
    verdicts: z.array(verdictSchema),
    draft: z.strictObject({ rating: z.string().nullable(), rationale: z.string() }).nullable(),
    /** Only for the holder. */
    leaseToken: leaseTokenSchema.nullable(),
    blocked: z.strictObject({ awaited: awaitedSchema, until: instantSchema, note: z.string() }).nullable(),
    publication: z.strictObject({ slug: z.string(), publishedAt: instantSchema, url: z.string() }).nullable(),
    /** What must still be attached before a verdict can be proposed, in words; empty when the rule is met. */
    evidenceRule: z.strictObject({ met: z.boolean(), needed: z.array(z.string()) }),
    /** What closes the publish gate, in words; empty when it is open. */
    publishGate: z.array(z.string()),
    ratingScale: z.strictObject({
      id: z.string(),
      version: z.int(),
      name: z.string(),
      ratings: z.array(z.strictObject({ key: z.string(), value: z.int(), label: z.string(), definition: z.string() })),
    }),
  })
  .meta({ id: 'ReviewTask' });

const note = z.string().trim().min(1, 'say why').max(2000);
const token = { leaseToken: leaseTokenSchema };

export const holdSchema = z.strictObject(token).meta({ id: 'Hold' });
export const takeOverSchema = z.strictObject({ reason: note }).meta({ id: 'TakeOver' });
export const dismissSchema = z
  .strictObject({ reason: dismissalReasonSchema, note: z.string().trim().max(2000).default('') })
  .meta({ id: 'Dismiss' });
export const requeueSchema = z.strictObject({ reason: note }).meta({ id: 'Requeue' });
export const blockSchema = z
  .strictObject({ ...token, awaited: awaitedSchema, until: instantSchema, note })
  .meta({ id: 'Block' });
/** The lease token is needed while somebody holds the task; an editor may relabel without. */
export const relabelSchema = z
  .strictObject({ ...labelSchema.shape, reason: note, leaseToken: leaseTokenSchema.optional() })
  .meta({ id: 'Relabel' });
export const saveDraftSchema = z
  .strictObject({ ...token, rating: z.string().max(40).nullable(), rationale: z.string().max(20000) })
  .meta({ id: 'SaveDraft' });

export type ReviewTaskQuery = z.infer<typeof reviewTaskQuerySchema>;
export type ReviewTaskCounts = z.infer<typeof reviewTaskCountsSchema>;
export type ReviewTask = z.infer<typeof reviewTaskSchema>;
export type TakeNext = z.infer<typeof takeNextSchema>;
export type Relabel = z.infer<typeof relabelSchema>;
