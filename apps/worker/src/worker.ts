import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  openJobQueue,
  startOutboxRelay,
  type JobQueue,
  type OutboxMessage,
  type OutboxRelay,
  type TakeOutbox,
} from '@proofdesk/job-queue';
import { Database, REDRIVE_SECONDS } from '@proofdesk/persistence';
import { expireLeases, wakeBlockedTasks, type Desk } from '@proofdesk/workflow';
import { type WorkerConfig } from './config.js';
import { handlersOf } from './handlers.js';
import { OutboxBell } from './outbox-bell.js';
import { startRounds } from './rounds.js';
import { ThreadedEngine } from './threaded-engine.js';

const second = 1_000;

/** Takes up to `limit` rows of the outbox under lock, delivers them, and marks them dispatched, in one transaction. */
export const takeOutbox =
  (db: Database): TakeOutbox =>
  (limit, deliver) =>
    db.transaction(async ({ outbox }) => {
      const jobs = await outbox.takeUndispatched(limit);
      if (jobs.length === 0) return 0;
      await deliver(
        jobs.map(({ topic, key, generation, payload }) => ({ id: key, topic, generation, payload }) as OutboxMessage),
      );
      await outbox.markDispatched(jobs);
      return jobs.length;
    });

/** The machine's half of the desk: jobs, outbox relay, and the rounds that mend what was lost. */
@Injectable()
export class Worker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('worker');
  private readonly endings: (() => Promise<unknown>)[] = [];

  constructor(private readonly config: WorkerConfig) {}

  async onApplicationBootstrap(): Promise<void> {
    const { databaseUrl, redisUrl, isProduction, newsroom } = this.config;
    const db = await Database.open({ url: databaseUrl });
    this.endings.unshift(() => db.close());
    const engine = new ThreadedEngine();
    this.endings.unshift(() => engine.close());
    const jobQueue = await openJobQueue({ databaseUrl, redisUrl, production: isProduction });
    this.endings.unshift(() => jobQueue.close());
    const desk: Desk = { db, engine, newsroom, publicUrl: '', demoAccounts: [] };
    const onError = (topic: string, error: Error) => this.log.error(`${topic}: ${error.message}`);
    await jobQueue.work(handlersOf(desk), { concurrency: this.config.concurrency, onError });
    const relay = this.relay(db, jobQueue);
    this.makeRounds(desk, relay);
    this.log.log(`working on ${jobQueue.backend}`);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const end of this.endings.splice(0)) await end().catch((error: unknown) => this.log.error(String(error)));
  }

  private relay(db: Database, jobQueue: JobQueue): OutboxRelay {
    const onError = (error: unknown) => this.log.warn(`outbox relay: ${(error as Error).message}`);
    const relay = startOutboxRelay({ take: takeOutbox(db), jobQueue, onError });
    const bell = new OutboxBell(this.config.databaseUrl, () => relay.wake());
    this.endings.unshift(
      () => bell.stop(),
      () => relay.stop(),
    );
    return relay;
  }

  private makeRounds(desk: Desk, relay: OutboxRelay): void {
    const redrive = async () => {
      const lost = await desk.db.transaction(({ outbox }) => outbox.redriveLost(REDRIVE_SECONDS));
      if (lost > 0) {
        this.log.warn(`${lost} jobs were lost by the queue and are driven again`);
        relay.wake();
      }
    };
    const rounds = [
      { name: 'expire leases', everyMs: 5 * second, run: () => expireLeases(desk) },
      { name: 'wake blocked tasks', everyMs: 15 * second, run: () => wakeBlockedTasks(desk) },
      { name: 'redrive lost jobs', everyMs: 15 * second, run: redrive },
      {
        name: 'drop done work',
        everyMs: 600 * second,
        run: () => desk.db.transaction(({ outbox }) => outbox.dropDone(24)),
      },
      {
        name: 'forget answers',
        everyMs: 3_600 * second,
        run: () => desk.db.transaction(({ idempotency }) => idempotency.forgetOlderThan(14)),
      },
    ];
    this.endings.unshift(startRounds(rounds, (name, error) => this.log.error(`${name}: ${(error as Error).message}`)));
  }
}
