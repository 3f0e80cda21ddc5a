export {
  sourcingSchema,
  assertionKindSchema,
  riskSchema,
  allegationCategorySchema,
  roleSchema,
  stanceSchema,
  segmentKindSchema,
  sourceTypeSchema,
  taskStateSchema,
  extractionStateSchema,
  dismissalReasonSchema,
  awaitedSchema,
  idSchema,
  instantSchema,
  daySchema,
  sha256Schema,
  codePointSchema,
} from './vocabulary.schema.js';
export { pageQuerySchema, pageOf, flagSchema, listOf } from './paging.schema.js';
export { refusalCodes, refusalCodeSchema, problemSchema, type RefusalCode, type Problem } from './problem.schema.js';
export {
  signInSchema,
  sessionSchema,
  welcomeSchema,
  type SignIn,
  type Session,
  type Welcome,
} from './session.schema.js';
export {
  personSchema,
  personPageSchema,
  addPersonSchema,
  grantRoleSchema,
  type Person,
  type AddPerson,
} from './person.schema.js';
export {
  ingestArticleSchema,
  ingestedSchema,
  articleSummarySchema,
  spanSchema,
  attributionSchema,
  articleSchema,
  articleQuerySchema,
  articlePageSchema,
  type IngestArticle,
  type Ingested,
  type ArticleSummary,
  type Article,
  type Attribution,
} from './article.schema.js';
export {
  allegationSchema,
  labelSchema,
  leaseSchema,
  assertionSummarySchema,
  type Allegation,
  type Label,
  type Lease,
  type AssertionSummary,
} from './assertion.schema.js';
export {
  reviewTaskQuerySchema,
  reviewTaskPageSchema,
  reviewTaskCountsSchema,
  takeNextSchema,
  leaseTokenSchema,
  reviewTaskSchema,
  holdSchema,
  takeOverSchema,
  dismissSchema,
  requeueSchema,
  blockSchema,
  relabelSchema,
  saveDraftSchema,
  type ReviewTaskQuery,
  type ReviewTaskCounts,
  type ReviewTask,
  type TakeNext,
  type Relabel,
} from './review-task.schema.js';
export {
  attachEvidenceSchema,
  evidenceSchema,
  withdrawEvidenceSchema,
  proposeVerdictSchema,
  approveVerdictSchema,
  returnVerdictSchema,
  publishVerdictSchema,
  retractVerdictSchema,
  verdictSchema,
  type AttachEvidence,
  type Evidence,
  type ProposeVerdict,
  type Verdict,
} from './verdict.schema.js';
export { publicationSummarySchema, publicationPageSchema, type PublicationSummary } from './publication.schema.js';
export {
  ledgerQuerySchema,
  ledgerEntrySchema,
  ledgerPageSchema,
  type LedgerQuery,
  type LedgerEntry,
} from './ledger.schema.js';
export { jobPayloadSchemas, type JobTopic, type JobPayload } from './job.schema.js';
export { notificationSchema, notificationPageSchema, type Notification } from './notification.schema.js';
