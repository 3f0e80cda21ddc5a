import { assertionEntity, reviewTaskEntity, taskDraftEntity } from './assertions.entity.js';
import { articleEntity, articleRevisionEntity, attributionEntity, segmentEntity } from './articles.entity.js';
import { idempotencyKeyEntity, jobDoneEntity, outboxEntity } from './machine.entity.js';
import { accountEntity, personEntity, roleGrantEntity } from './people.entity.js';
import { notificationEntity, publicationEntity } from './publications.entity.js';
import { ratingEntity, ratingScaleEntity } from './ratings.entity.js';
import { sessionEntity, signInAttemptEntity } from './sessions.entity.js';
import { approvalEntity, evidenceEntity, verdictEntity } from './verdicts.entity.js';

/** Every table of the public schema. */
export const entities = [
  personEntity,
  accountEntity,
  roleGrantEntity,
  sessionEntity,
  signInAttemptEntity,
  ratingScaleEntity,
  ratingEntity,
  articleEntity,
  articleRevisionEntity,
  segmentEntity,
  attributionEntity,
  assertionEntity,
  reviewTaskEntity,
  taskDraftEntity,
  evidenceEntity,
  verdictEntity,
  approvalEntity,
  publicationEntity,
  notificationEntity,
  outboxEntity,
  jobDoneEntity,
  idempotencyKeyEntity,
];
