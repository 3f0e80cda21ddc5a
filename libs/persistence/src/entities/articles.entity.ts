import { EntitySchema } from 'typeorm';
import {
  check,
  createdNow,
  day,
  flag,
  instant,
  json,
  key,
  maybe,
  oneOf,
  refersTo,
  startingAt,
  text,
  uuid,
  whole,
} from './columns.js';
import { articleOriginValues, extractionStateValues, segmentKindValues, sourceTypeValues } from './values.js';

export interface ArticleRow {
  id: string;
  title: string;
  byline: string | null;
  url: string | null;
  publishedOn: string | null;
  origin: 'draft' | 'published';
  authorPersonId: string | null;
  ingestedBy: string | null;
  createdAt: Date;
}

export const articleEntity = new EntitySchema<ArticleRow>({
  name: 'article',
  columns: {
    id: key(uuid),
    title: text,
    byline: maybe(text),
    url: maybe(text),
    publishedOn: maybe(day),
    origin: text,
    authorPersonId: maybe(uuid),
    ingestedBy: maybe(uuid),
    createdAt: createdNow,
  },
  indices: [{ columns: ['createdAt', 'id'] }],
  checks: [check('article_title_check', `title <> ''`), oneOf('article', 'origin', articleOriginValues)],
  foreignKeys: [refersTo('person', ['author_person_id']), refersTo('person', ['ingested_by'])],
});

export type ExtractionState = 'pending' | 'running' | 'done' | 'failed';

export interface ArticleRevisionRow {
  id: string;
  articleId: string;
  number: number;
  text: string;
  sha256: string;
  characters: number;
  language: string | null;
  engineName: string | null;
  engineVersion: string | null;
  extractionState: ExtractionState;
  extractionAttempts: number;
  extractionReason: string | null;
  extractionFinishedAt: Date | null;
  createdAt: Date;
}

/** A text as received: never changed, and unique by the hash of its words. */
export const articleRevisionEntity = new EntitySchema<ArticleRevisionRow>({
  name: 'article_revision',
  columns: {
    id: key(uuid),
    articleId: uuid,
    number: whole,
    text,
    sha256: text,
    characters: whole,
    language: maybe(text),
    engineName: maybe(text),
    engineVersion: maybe(text),
    extractionState: startingAt(text, 'pending'),
    extractionAttempts: startingAt(whole, 0),
    extractionReason: maybe(text),
    extractionFinishedAt: maybe(instant),
    createdAt: createdNow,
  },
  uniques: [{ columns: ['sha256'] }, { columns: ['articleId', 'number'] }],
  indices: [{ columns: ['extractionState'] }],
  checks: [
    check('article_revision_sha256_check', `sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')`),
    check('article_revision_characters_check', 'characters = char_length(text)'),
    oneOf('article_revision', 'extraction_state', extractionStateValues),
  ],
  foreignKeys: [refersTo('article', ['article_id'])],
});

export interface SegmentRow {
  revisionId: string;
  ordinal: number;
  startOffset: number;
  endOffset: number;
  kind: string;
}

export const segmentEntity = new EntitySchema<SegmentRow>({
  name: 'segment',
  columns: { revisionId: key(uuid), ordinal: key(whole), startOffset: whole, endOffset: whole, kind: text },
  checks: [
    check('segment_span_check', '0 <= start_offset AND start_offset < end_offset'),
    oneOf('segment', 'kind', segmentKindValues),
  ],
  foreignKeys: [refersTo('article_revision', ['revision_id'])],
});

export interface AttributionRow {
  revisionId: string;
  ordinal: number;
  sourceStart: number | null;
  sourceEnd: number | null;
  sourceExact: string | null;
  sourceName: string | null;
  sourceType: string | null;
  cueStart: number | null;
  cueEnd: number | null;
  cueExact: string | null;
  content: { start: number; end: number }[];
  direct: boolean;
}

export const attributionEntity = new EntitySchema<AttributionRow>({
  name: 'attribution',
  columns: {
    revisionId: key(uuid),
    ordinal: key(whole),
    sourceStart: maybe(whole),
    sourceEnd: maybe(whole),
    sourceExact: maybe(text),
    sourceName: maybe(text),
    sourceType: maybe(text),
    cueStart: maybe(whole),
    cueEnd: maybe(whole),
    cueExact: maybe(text),
    content: json,
    direct: flag,
  },
  checks: [
    check(
      'attribution_source_check',
      'num_nulls(source_start, source_end, source_exact, source_name, source_type) IN (0, 5)',
    ),
    check('attribution_cue_check', 'num_nulls(cue_start, cue_end, cue_exact) IN (0, 3)'),
    oneOf('attribution', 'source_type', sourceTypeValues),
  ],
  foreignKeys: [refersTo('article_revision', ['revision_id'])],
});
