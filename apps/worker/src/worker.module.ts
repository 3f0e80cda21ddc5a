import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { startOutboxRelay, type JobHandlers, type JobQueue, type OutboxRelay } from '@proofdesk/job-queue';
import { listen } from '@proofdesk/persistence';
import { dispatchOutbox, type Desk } from '@proofdesk/workflow';
import { type EngineThreads } from './engine-threads.js';
import { wordsOf, type JsonLog } from './json-log.js';
import { startReconciler, type Reconciler } from './reconciler.js';

/** What the worker is made of. Nothing is read from the environment here. */
export interface WorkerParts {
  readonly desk: Desk;
  readonly databaseUrl: string;
  readonly engine: Pick<EngineThreads, 'close'>;
  readonly jobQueue: JobQueue;
  readonly handlers: JobHandlers;
  readonly concurrency: number;
  readonly log: JsonLog;
}

const PARTS = Symbol('WorkerParts');

/** Starts the processors, the outbox relay and the reconciler with the application, and ends them in the right order. */
class WorkLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private relay: OutboxRelay | undefined;
  private bell: { stop(): Promise<void> } | undefined;
  private reconciler: Reconciler | undefined;

  constructor(@Inject(PARTS) private readonly parts: WorkerParts) {}

  /** @throws Error when a kind of job has no handler: then nothing starts */
  async onApplicationBootstrap(): Promise<void> {
    const { desk, jobQueue, handlers, concurrency, log, databaseUrl } = this.parts;
    await jobQueue.work(handlers, {
      concurrency,
      onError: (topic, error) => log.line('warn', 'queue.error', { topic, error: wordsOf(error) }),
    });
    const onError = (error: unknown): void => log.line('warn', 'relay.error', { error: wordsOf(error) });
    const relay = startOutboxRelay({ take: dispatchOutbox(desk), jobQueue, onError });
    this.relay = relay;
    this.bell = listen(databaseUrl, 'outbox', () => relay.wake());
    this.reconciler = startReconciler(desk, jobQueue, log);
    log.line('info', 'worker.started', { queue: jobQueue.backend });
  }

  /** No new work first, then the running jobs end, then everything is closed. */
  async onApplicationShutdown(): Promise<void> {
    await this.bell?.stop();
    await this.reconciler?.stop();
    await this.relay?.stop();
    await this.parts.jobQueue.close();
    await this.parts.engine.close();
    await this.parts.desk.db.close();
    this.parts.log.line('info', 'worker.stopped');
  }
}

@Module({})
export class WorkerModule {
  static of(parts: WorkerParts): DynamicModule {
    return { module: WorkerModule, providers: [{ provide: PARTS, useValue: parts }, WorkLoop] };
  }
}
