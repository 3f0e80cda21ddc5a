import { z } from 'zod';
import { assertionSummarySchema } from './assertion.schema.js';
import { flagSchema, pageOf, pageQuerySchema } from './paging.schema.js';
import {
  codePointSchema,
  daySchema,
  extractionStateSchema,
  idSchema,
  instantSchema,
  segmentKindSchema,
  sha256Schema,
  sourceTypeSchema,
  sourcingSchema,
} from './vocabulary.schema.js';

const meta = {
  title: z.string().trim().min(1).max(500).optional(),
  byline: z.string().trim().max(300).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .optional(),
  publishedOn: daySchema.optional(),
  /** The person on this desk who wrote it: may neither check nor approve it. */
  authorPersonId: idSchema.optional(),
  /** `draft`: the newsroom's own, about to be printed. `published`: printed by somebody else (its URL is the claim's origin). */
  origin: z.enum(['draft', 'published']).default('draft'),
};

/** Exactly one of `text` and `html`. Raw bodies (`text/plain`, `text/html`) are accepted as well, with the rest in the query. */
export const ingestArticleSchema = z
  .union([z.strictObject({ text: z.string(), ...meta }), z.strictObject({ html: z.string(), ...meta })])
  .meta({ id: 'IngestArticle' });

export const ingestedSchema = z
  .strictObject({
    articleId: idSchema,
    revisionId: idSchema,
    sha256: sha256Schema,
    /** `false` when the same words were already here: nothing was added. */
    created: z.boolean(),
  })
  .meta({ id: 'Ingested' });

const extractionSchema = z.strictObject({
  state: extractionStateSchema,
  attempts: z.int(),
  reason: z.string().nullable(),
  finishedAt: instantSchema.nullable(),
});

/** Computed from the article's assertions, never typed. */
const progressSchema = z.strictObject({
  assertions: z.int(),
  open: z.int(),
  dismissed: z.int(),
  approved: z.int(),
  published: z.int(),
  serious: z.int(),
  seriousOpen: z.int(),
  needsSource: z.int(),
  bySourcing: z.partialRecord(sourcingSchema, z.int()),
});

export const articleSummarySchema = z
  .strictObject({
    id: idSchema,
    title: z.string(),
    byline: z.string().nullable(),
    url: z.string().nullable(),
    publishedOn: daySchema.nullable(),
    origin: z.enum(['draft', 'published']),
    authorPersonId: idSchema.nullable(),
    createdAt: instantSchema,
    revision: z.strictObject({ id: idSchema, number: z.int(), sha256: sha256Schema, characters: z.int() }),
    extraction: extractionSchema,
    progress: progressSchema,
  })
  .meta({ id: 'ArticleSummary' });

export const spanSchema = z.strictObject({ start: codePointSchema, end: codePointSchema });

export const attributionSchema = z
  .strictObject({
    source: z
      .strictObject({ ...spanSchema.shape, exact: z.string(), name: z.string(), type: sourceTypeSchema })
      .nullable(),
    cue: z.strictObject({ ...spanSchema.shape, exact: z.string() }).nullable(),
    content: z.array(spanSchema),
    direct: z.boolean(),
  })
  .meta({ id: 'Attribution' });

/** The whole article: its text, segments, attributions and every assertion in text order. */
export const articleSchema = z
  .strictObject({
    ...articleSummarySchema.shape,
    text: z.string(),
    language: z.string().nullable(),
    engine: z.strictObject({ name: z.string(), version: z.string() }).nullable(),
    segments: z.array(z.strictObject({ ...spanSchema.shape, kind: segmentKindSchema })),
    attributions: z.array(attributionSchema),
    assertions: z.array(assertionSummarySchema),
  })
  .meta({ id: 'Article' });

export const articleQuerySchema = z.strictObject({
  ...pageQuerySchema.shape,
  extraction: extractionStateSchema.optional(),
  open: flagSchema.optional(),
});
export const articlePageSchema = pageOf(articleSummarySchema, 'ArticlePage');

export type IngestArticle = z.infer<typeof ingestArticleSchema>;
export type Ingested = z.infer<typeof ingestedSchema>;
export type ArticleSummary = z.infer<typeof articleSummarySchema>;
export type Article = z.infer<typeof articleSchema>;
export type Attribution = z.infer<typeof attributionSchema>;
