import { type EntityManager } from 'typeorm';
import { ArticleStore } from './stores/article-store.js';
import { EvidenceStore } from './stores/evidence-store.js';
import { IdempotencyStore } from './stores/idempotency-store.js';
import { LedgerStore, type LedgerSettings } from './stores/ledger-store.js';
import { NotificationStore } from './stores/notification-store.js';
import { OutboxStore } from './stores/outbox-store.js';
import { PeopleStore } from './stores/people-store.js';
import { PublicationStore } from './stores/publication-store.js';
import { RatingScaleStore } from './stores/rating-scale-store.js';
import { SessionStore } from './stores/session-store.js';
import { SignInAttemptStore } from './stores/sign-in-attempt-store.js';
import { TaskStore } from './stores/task-store.js';
import { VerdictStore } from './stores/verdict-store.js';
import { ArticleView } from './views/article-view.js';
import { CheckpointView } from './views/checkpoint-view.js';
import { LedgerHealthView } from './views/ledger-health-view.js';
import { LedgerView } from './views/ledger-view.js';
import { PublicationView } from './views/publication-view.js';
import { TaskView } from './views/task-view.js';

/** Everything that one transaction can read and write. Stores carry no rules; those are in the pure libraries. */
export class Unit {
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly signInAttempts: SignInAttemptStore;
  readonly ratingScales: RatingScaleStore;
  readonly articles: ArticleStore;
  readonly tasks: TaskStore;
  readonly evidence: EvidenceStore;
  readonly verdicts: VerdictStore;
  readonly publications: PublicationStore;
  readonly notifications: NotificationStore;
  readonly outbox: OutboxStore;
  readonly idempotency: IdempotencyStore;
  readonly ledger: LedgerStore;
  readonly view: {
    readonly tasks: TaskView;
    readonly articles: ArticleView;
    readonly publications: PublicationView;
    readonly ledger: LedgerView;
    readonly checkpoints: CheckpointView;
    readonly ledgerHealth: LedgerHealthView;
  };

  constructor(manager: EntityManager, settings: LedgerSettings) {
    this.people = new PeopleStore(manager);
    this.sessions = new SessionStore(manager);
    this.signInAttempts = new SignInAttemptStore(manager);
    this.ratingScales = new RatingScaleStore(manager);
    this.articles = new ArticleStore(manager);
    this.tasks = new TaskStore(manager);
    this.evidence = new EvidenceStore(manager);
    this.verdicts = new VerdictStore(manager);
    this.publications = new PublicationStore(manager);
    this.notifications = new NotificationStore(manager);
    this.outbox = new OutboxStore(manager);
    this.idempotency = new IdempotencyStore(manager);
    this.ledger = new LedgerStore(manager, settings);
    this.view = {
      tasks: new TaskView(manager),
      articles: new ArticleView(manager),
      publications: new PublicationView(manager),
      ledger: new LedgerView(manager),
      checkpoints: new CheckpointView(manager),
      ledgerHealth: new LedgerHealthView(manager),
    };
  }
}
