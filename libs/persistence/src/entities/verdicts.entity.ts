import { EntitySchema } from 'typeorm';
import {
  check,
  createdNow,
  flag,
  instant,
  key,
  maybe,
  oneOf,
  refersTo,
  startingAt,
  text,
  uuid,
  whole,
} from './columns.js';
import { riskValues, stanceValues, verdictStateValues } from './values.js';

export interface EvidenceRow {
  id: string;
  assertionId: string;
  url: string | null;
  title: string;
  quote: string;
  note: string;
  stance: string;
  origin: string;
  isPrimary: boolean;
  /** 32 random bytes as hex that the hash covers; gone once a text of the piece is erased. */
  salt: string | null;
  sha256: string;
  attachedBy: string;
  attachedAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
}

export const evidenceEntity = new EntitySchema<EvidenceRow>({
  name: 'evidence',
  columns: {
    id: key(uuid),
    assertionId: uuid,
    url: maybe(text),
    title: text,
    quote: text,
    note: text,
    stance: text,
    origin: text,
    isPrimary: flag,
    salt: maybe(text),
    sha256: text,
    attachedBy: uuid,
    attachedAt: createdNow,
    withdrawnAt: maybe(instant),
    withdrawnBy: maybe(uuid),
    withdrawnReason: maybe(text),
  },
  indices: [{ columns: ['assertionId'] }],
  checks: [
    oneOf('evidence', 'stance', stanceValues),
    check('evidence_salt_check', `salt ~ '^[0-9a-f]{64}$'`),
    check('evidence_sha256_check', `sha256 ~ '^[0-9a-f]{64}$'`),
    check('evidence_withdrawn_check', 'num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) IN (0, 3)'),
  ],
  foreignKeys: [
    refersTo('assertion', ['assertion_id']),
    refersTo('person', ['attached_by']),
    refersTo('person', ['withdrawn_by']),
  ],
});

export interface VerdictRow {
  id: string;
  version: number;
  assertionId: string;
  state: string;
  scaleId: string;
  scaleVersion: number;
  ratingKey: string;
  rationale: string;
  proposedBy: string;
  proposedAt: Date;
  revisionId: string;
  exactSha256: string;
  evidenceSha256: string;
  risk: string;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnedReason: string | null;
}

/** One version of a verdict. The id stays over the versions, one for each assertion. */
export const verdictEntity = new EntitySchema<VerdictRow>({
  name: 'verdict',
  columns: {
    id: key(uuid),
    version: key(whole),
    assertionId: uuid,
    state: text,
    scaleId: text,
    scaleVersion: whole,
    ratingKey: text,
    rationale: text,
    proposedBy: uuid,
    proposedAt: createdNow,
    revisionId: uuid,
    exactSha256: { ...text, name: 'exact_sha256' },
    evidenceSha256: { ...text, name: 'evidence_sha256' },
    risk: text,
    returnedBy: maybe(uuid),
    returnedAt: maybe(instant),
    returnedReason: maybe(text),
  },
  uniques: [{ columns: ['assertionId', 'version'] }],
  indices: [{ columns: ['proposedBy'] }],
  checks: [
    oneOf('verdict', 'state', verdictStateValues),
    oneOf('verdict', 'risk', riskValues),
    check('verdict_version_check', 'version > 0'),
    check('verdict_rationale_check', `rationale <> ''`),
    check('verdict_returned_check', 'num_nulls(returned_by, returned_at, returned_reason) IN (0, 3)'),
  ],
  foreignKeys: [
    refersTo('assertion', ['assertion_id']),
    refersTo('article_revision', ['revision_id']),
    refersTo('rating', ['scale_id', 'scale_version', 'rating_key'], ['scale_id', 'scale_version', 'key']),
    refersTo('person', ['proposed_by']),
    refersTo('person', ['returned_by']),
  ],
});

export interface ApprovalRow {
  verdictId: string;
  verdictVersion: number;
  personId: string;
  note: string;
  approvedAt: Date;
}

export const approvalEntity = new EntitySchema<ApprovalRow>({
  name: 'approval',
  columns: {
    verdictId: key(uuid),
    verdictVersion: key(whole),
    personId: key(uuid),
    note: startingAt(text, ''),
    approvedAt: createdNow,
  },
  foreignKeys: [
    refersTo('verdict', ['verdict_id', 'verdict_version'], ['id', 'version']),
    refersTo('person', ['person_id']),
  ],
});
