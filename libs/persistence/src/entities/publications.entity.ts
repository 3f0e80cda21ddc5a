import { EntitySchema } from 'typeorm';
import { check, createdNow, flag, instant, key, maybe, refersTo, text, uuid, whole } from './columns.js';

export interface PublicationRow {
  id: string;
  slug: string;
  assertionId: string;
  verdictId: string;
  verdictVersion: number;
  claimReviewed: string;
  hasClaimReview: boolean;
  publishedBy: string;
  publishedAt: Date;
  retractionAskedBy: string | null;
  retractionNote: string | null;
  retractedBy: string | null;
  retractedAt: Date | null;
}

/** What readers see. A retraction needs two editors: one asks, another completes. */
export const publicationEntity = new EntitySchema<PublicationRow>({
  name: 'publication',
  columns: {
    id: key(uuid),
    slug: text,
    assertionId: uuid,
    verdictId: uuid,
    verdictVersion: whole,
    claimReviewed: text,
    hasClaimReview: flag,
    publishedBy: uuid,
    publishedAt: createdNow,
    retractionAskedBy: maybe(uuid),
    retractionNote: maybe(text),
    retractedBy: maybe(uuid),
    retractedAt: maybe(instant),
  },
  uniques: [{ columns: ['slug'] }, { columns: ['verdictId', 'verdictVersion'] }],
  indices: [{ columns: ['assertionId'] }, { columns: ['publishedAt', 'id'] }],
  checks: [
    check('publication_slug_check', `slug ~ '^[a-z0-9][a-z0-9-]{0,99}$'`),
    check('publication_retraction_check', 'num_nulls(retraction_asked_by, retraction_note) IN (0, 2)'),
    check('publication_retracted_check', 'num_nulls(retracted_by, retracted_at) IN (0, 2)'),
    check('publication_second_editor_check', 'retracted_by IS NULL OR retracted_by <> retraction_asked_by'),
  ],
  foreignKeys: [
    refersTo('assertion', ['assertion_id']),
    refersTo('verdict', ['verdict_id', 'verdict_version'], ['id', 'version']),
    refersTo('person', ['published_by']),
    refersTo('person', ['retraction_asked_by']),
    refersTo('person', ['retracted_by']),
  ],
});

export interface NotificationRow {
  id: string;
  personId: string;
  type: string;
  assertionId: string | null;
  articleId: string | null;
  text: string;
  ledgerStream: string;
  ledgerSeq: number;
  createdAt: Date;
  readAt: Date | null;
}

/** What the desk tells one person about one ledger entry; never twice. */
export const notificationEntity = new EntitySchema<NotificationRow>({
  name: 'notification',
  columns: {
    id: key(uuid),
    personId: uuid,
    type: text,
    assertionId: maybe(uuid),
    articleId: maybe(uuid),
    text,
    ledgerStream: uuid,
    ledgerSeq: whole,
    createdAt: createdNow,
    readAt: maybe(instant),
  },
  uniques: [{ columns: ['ledgerStream', 'ledgerSeq', 'personId'] }],
  indices: [{ columns: ['personId', 'createdAt'] }],
  foreignKeys: [
    refersTo('person', ['person_id']),
    refersTo('assertion', ['assertion_id']),
    refersTo('article', ['article_id']),
  ],
});
