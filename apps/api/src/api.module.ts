import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { type ReceiptSigner } from '@proofdesk/sealing';
import { type Desk } from '@proofdesk/workflow';
import { type ApiConfig } from './config.js';
import { ArticlesController } from './controllers/articles.controller.js';
import { DeskController } from './controllers/desk.controller.js';
import { LedgerController } from './controllers/ledger.controller.js';
import { PeopleController } from './controllers/people.controller.js';
import { PublicPagesController } from './controllers/public-pages.controller.js';
import { RecordsController } from './controllers/records.controller.js';
import { ReviewTasksController } from './controllers/review-tasks.controller.js';
import { type DocumentHolder, ServiceController } from './controllers/service.controller.js';
import { SessionController } from './controllers/session.controller.js';
import { TaskDecisionsController } from './controllers/task-decisions.controller.js';
import { VerdictsController } from './controllers/verdicts.controller.js';
import { Decider } from './decider.js';
import { SameSiteGuard } from './guards/same-site.guard.js';
import { SessionGuard } from './guards/session.guard.js';
import { ProblemFilter } from './http/problem-filter.js';
import { SchemaPipe } from './http/schema-pipe.js';
import { type JsonLog } from './json-log.js';
import { LedgerFiles } from './ledger-files.js';
import { Receipts } from './receipts.js';
import { CONFIG, DESK, DOCUMENT, LOG, RECEIPTS } from './tokens.js';

export interface ApiParts {
  readonly desk: Desk;
  readonly config: ApiConfig;
  readonly log: JsonLog;
  /** Signs receipts for decisions; without it answers carry none. */
  readonly receipts?: ReceiptSigner;
  /** What is known about the ledger outside the database; without it nothing is compared. */
  readonly files?: LedgerFiles;
}

/** The desk's catch-all stands last: what it is asked, nobody else could answer. */
const controllers = [
  SessionController,
  PeopleController,
  ArticlesController,
  ReviewTasksController,
  TaskDecisionsController,
  VerdictsController,
  RecordsController,
  LedgerController,
  ServiceController,
  PublicPagesController,
  DeskController,
];

@Module({})
export class ApiModule {
  static of({ desk, config, log, receipts, files }: ApiParts): DynamicModule {
    const holder: DocumentHolder = { document: null };
    return {
      module: ApiModule,
      controllers,
      providers: [
        Decider,
        Receipts,
        { provide: RECEIPTS, useValue: receipts ?? null },
        { provide: LedgerFiles, useValue: files ?? LedgerFiles.withoutNote(config) },
        { provide: DESK, useValue: desk },
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: DOCUMENT, useValue: holder },
        { provide: APP_GUARD, useClass: SameSiteGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useClass: SchemaPipe },
        { provide: APP_FILTER, useValue: new ProblemFilter(log) },
      ],
    };
  }
}
