import { EntitySchema } from 'typeorm';
import {
  big,
  check,
  createdNow,
  flag,
  instant,
  json,
  key,
  maybe,
  oneOf,
  refersTo,
  small,
  startingAt,
  text,
  uuid,
  whole,
} from './columns.js';
import {
  allegationCategoryValues,
  awaitedValues,
  dismissalReasonValues,
  kindValues,
  sourcingValues,
  taskStateValues,
} from './values.js';

/** A label as JSON: what the machine said, kept beside what a person said later. */
export interface StoredLabel {
  sourcing: string;
  kind: string;
  allegation: { category: string; hedged: boolean; accused: string } | null;
}

export interface AssertionRow {
  id: string;
  revisionId: string;
  ordinal: number;
  startOffset: number;
  endOffset: number;
  exact: string;
  exactSha256: string;
  prefix: string;
  suffix: string;
  kind: string;
  sourcing: string;
  allegationCategory: string | null;
  allegationHedged: boolean | null;
  allegationAccused: string | null;
  partlyQuoted: boolean;
  attributionOrdinal: number | null;
  checkWorthiness: number;
  checkWorthinessReasons: string[];
  needsSource: boolean;
  risk: string;
  machineLabel: StoredLabel | null;
}

export const assertionEntity = new EntitySchema<AssertionRow>({
  name: 'assertion',
  columns: {
    id: key(uuid),
    revisionId: uuid,
    ordinal: whole,
    startOffset: whole,
    endOffset: whole,
    exact: text,
    exactSha256: { ...text, name: 'exact_sha256' },
    prefix: text,
    suffix: text,
    kind: text,
    sourcing: text,
    allegationCategory: maybe(text),
    allegationHedged: maybe(flag),
    allegationAccused: maybe(text),
    partlyQuoted: flag,
    attributionOrdinal: maybe(whole),
    checkWorthiness: { type: 'double precision' },
    checkWorthinessReasons: json,
    needsSource: flag,
    risk: text,
    machineLabel: maybe(json),
  },
  uniques: [{ columns: ['revisionId', 'ordinal'] }],
  checks: [
    check('assertion_span_check', '0 <= start_offset AND start_offset < end_offset'),
    check('assertion_exact_sha256_check', `exact_sha256 = encode(sha256(convert_to(exact, 'UTF8')), 'hex')`),
    check(
      'assertion_allegation_check',
      'num_nulls(allegation_category, allegation_hedged, allegation_accused) IN (0, 3)',
    ),
    check('assertion_check_worthiness_check', 'check_worthiness BETWEEN 0 AND 1'),
    check(
      'assertion_risk_check',
      `risk = CASE WHEN allegation_category IS NULL THEN 'normal' WHEN needs_source THEN 'serious' ELSE 'sensitive' END`,
    ),
    oneOf('assertion', 'kind', kindValues),
    oneOf('assertion', 'sourcing', sourcingValues),
    oneOf('assertion', 'allegation_category', allegationCategoryValues),
  ],
  foreignKeys: [
    refersTo('article_revision', ['revision_id']),
    refersTo('attribution', ['revision_id', 'attribution_ordinal'], ['revision_id', 'ordinal']),
  ],
});

export interface ReviewTaskRow {
  assertionId: string;
  articleId: string;
  state: string;
  riskRank: number;
  checkWorthiness: number;
  queuedAt: Date;
  stateReason: string | null;
  dismissalReason: string | null;
  holderPersonId: string | null;
  leaseToken: string;
  leaseUntil: Date | null;
  awaited: string | null;
  blockedUntil: Date | null;
  returnedToPersonId: string | null;
}

/** The unit of human work on one assertion. Risk and check-worthiness are copied here so that one index is the queue's order. */
export const reviewTaskEntity = new EntitySchema<ReviewTaskRow>({
  name: 'review_task',
  columns: {
    assertionId: key(uuid),
    articleId: uuid,
    state: text,
    riskRank: small,
    checkWorthiness: { type: 'double precision' },
    queuedAt: createdNow,
    stateReason: maybe(text),
    dismissalReason: maybe(text),
    holderPersonId: maybe(uuid),
    leaseToken: startingAt(big, 0),
    leaseUntil: maybe(instant),
    awaited: maybe(text),
    blockedUntil: maybe(instant),
    returnedToPersonId: maybe(uuid),
  },
  indices: [
    { columns: ['articleId'] },
    // descending parts cannot be declared here: the migration makes it
    { name: 'review_task_queue_order_idx', synchronize: false },
    { name: 'review_task_lease_until_idx', columns: ['leaseUntil'], where: `state = 'in_check'` },
    { name: 'review_task_holder_person_id_idx', columns: ['holderPersonId'], where: 'holder_person_id IS NOT NULL' },
  ],
  checks: [
    oneOf('review_task', 'state', taskStateValues),
    check('review_task_risk_rank_check', 'risk_rank IN (0, 1, 2)'),
    oneOf('review_task', 'dismissal_reason', dismissalReasonValues),
    oneOf('review_task', 'awaited', awaitedValues),
    check('review_task_holder_check', `(state IN ('in_check', 'blocked')) = (holder_person_id IS NOT NULL)`),
    check('review_task_lease_check', `(state = 'in_check') = (lease_until IS NOT NULL)`),
    check(
      'review_task_blocked_check',
      `(state = 'blocked') = (awaited IS NOT NULL) AND (state = 'blocked') = (blocked_until IS NOT NULL)`,
    ),
    check('review_task_dismissed_check', `(state = 'dismissed') = (dismissal_reason IS NOT NULL)`),
  ],
  foreignKeys: [
    refersTo('assertion', ['assertion_id']),
    refersTo('article', ['article_id']),
    refersTo('person', ['holder_person_id']),
    refersTo('person', ['returned_to_person_id']),
  ],
});

export interface TaskDraftRow {
  assertionId: string;
  personId: string;
  ratingKey: string | null;
  rationale: string;
  updatedAt: Date;
}

export const taskDraftEntity = new EntitySchema<TaskDraftRow>({
  name: 'task_draft',
  columns: {
    assertionId: key(uuid),
    personId: key(uuid),
    ratingKey: maybe(text),
    rationale: text,
    updatedAt: createdNow,
  },
  foreignKeys: [refersTo('assertion', ['assertion_id']), refersTo('person', ['person_id'])],
});
