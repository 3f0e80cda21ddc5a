export { type Actor, type PersonActor, type SystemActor, type Role } from './actor.js';
export { type Desk, type Engine, type DemoAccount } from './desk.js';
export { type Outcome, type Refusal, done, refuse } from './refusal.js';
export {
  type OnAssertion,
  type Matching,
  type Held,
  type PageRequest,
  type Page,
  type DismissalReason,
} from './command.js';
export { giveUpWork } from './give-up-work.js';
export { dispatchOutbox } from './dispatch-outbox.js';
export { reconcile, type Reconciled } from './reconcile.js';
export { decideOnce, type DecisionRequest, type Answer } from './decide-once.js';
export { signIn, type SignInCommand, type SignedIn } from './sign-in.js';
export { signOut } from './sign-out.js';
export { resolveSession, type ResolvedSession } from './resolve-session.js';
export { readWelcome } from './read-welcome.js';
export { listPeople } from './list-people.js';
export { addPerson, type AddPersonCommand } from './add-person.js';
export { grantRole } from './grant-role.js';
export { revokeRole } from './revoke-role.js';
export { erasePayload, type ErasePayload, type LegalBasis } from './erase-payload.js';
export { disableAccount } from './disable-account.js';
export { enableAccount } from './enable-account.js';
export { ingestArticle, type ArticleBody, type ArticleMeta, type IngestCommand } from './ingest-article.js';
export { extractAssertions } from './extract-assertions.js';
export { failExtraction } from './fail-extraction.js';
export { retryExtraction } from './retry-extraction.js';
export { listArticles, type ArticleFilter } from './list-articles.js';
export { readArticle } from './read-article.js';
export { listReviewTasks } from './list-review-tasks.js';
export { countReviewTasks } from './count-review-tasks.js';
export { takeNextTask } from './take-next-task.js';
export { leaseTask } from './lease-task.js';
export { renewLease } from './renew-lease.js';
export { releaseLease } from './release-lease.js';
export { takeOverLease } from './take-over-lease.js';
export { expireLeases } from './expire-leases.js';
export { readReviewTask } from './read-review-task.js';
export { saveDraft } from './save-draft.js';
export { relabelAssertion } from './relabel-assertion.js';
export { dismissAssertion } from './dismiss-assertion.js';
export { requeueAssertion } from './requeue-assertion.js';
export { blockTask } from './block-task.js';
export { unblockTask } from './unblock-task.js';
export { wakeBlockedTasks } from './wake-blocked-tasks.js';
export { attachEvidence } from './attach-evidence.js';
export { withdrawEvidence } from './withdraw-evidence.js';
export { proposeVerdict } from './propose-verdict.js';
export { returnVerdict } from './return-verdict.js';
export { approveVerdict } from './approve-verdict.js';
export { publishVerdict } from './publish-verdict.js';
export { retractVerdict } from './retract-verdict.js';
export { listPublications } from './list-publications.js';
export { readPublication, type PublishedVerdict } from './read-publication.js';
export { readHistory } from './read-history.js';
export { listLedgerEntries } from './list-ledger-entries.js';
export { listCheckpoints } from './list-checkpoints.js';
export { readLedgerHealth, type LedgerWatch } from './read-ledger-health.js';
export { readLedgerPolicy } from './read-ledger-policy.js';
export { recordExport } from './record-export.js';
export { permitProof } from './permit-proof.js';
export { announceDecision } from './announce-decision.js';
export { listNotifications } from './list-notifications.js';
export { markNotificationsRead } from './mark-notifications-read.js';
