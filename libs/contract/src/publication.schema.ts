import { z } from 'zod';
import { pageOf } from './paging.schema.js';
import { idSchema, instantSchema, riskSchema, sourcingSchema } from './vocabulary.schema.js';

export const publicationSummarySchema = z
  .strictObject({
    slug: z.string(),
    url: z.string(),
    assertionId: idSchema,
    claimReviewed: z.string(),
    articleTitle: z.string(),
    sourcing: sourcingSchema,
    sourceName: z.string().nullable(),
    risk: riskSchema,
    rating: z.strictObject({ key: z.string(), label: z.string(), value: z.int() }),
    publishedAt: instantSchema,
    retractedAt: instantSchema.nullable(),
    /** `false` for an own-voice claim of the newsroom's own draft: no ClaimReview is exported for it. */
    hasClaimReview: z.boolean(),
  })
  .meta({ id: 'PublicationSummary' });

export const publicationPageSchema = pageOf(publicationSummarySchema, 'PublicationPage');
export type PublicationSummary = z.infer<typeof publicationSummarySchema>;
