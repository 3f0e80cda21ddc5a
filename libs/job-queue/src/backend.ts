import { createPostgresBackend, Queue, Worker, type BulkJobOptions, type Processor } from 'bullmq';
import { requireSafeRedis } from './require-safe-redis.js';

export const queueSchema = 'bullmq';

/** Where BullMQ keeps its jobs: Redis if and only if an address is given, else the schema `bullmq` of the database. */
export interface JobQueueSettings {
  redisUrl?: string | undefined;
  /** Connection string of the app role; used without `redisUrl`. */
  databaseUrl: string;
  /** Production also refuses a Redis that keeps no append-only file. */
  production?: boolean;
}

/** The two classes of BullMQ on the chosen back end. */
export interface Backend {
  kind: 'redis' | 'postgres';
  queue(name: string): BackendQueue;
  worker(name: string, processor: Processor, concurrency: number): BackendWorker;
}

/** What both back ends' queues have in common, as far as it is used here. */
export interface BackendQueue {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: BulkJobOptions }[]): Promise<unknown>;
  getJobCounts(
    ...states: ('waiting' | 'active' | 'delayed' | 'failed' | 'completed')[]
  ): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export interface BackendWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: unknown, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** A job whose worker has died is taken up by another after about so long; a living worker renews its lock at half time. */
const lockMs = 15_000;
const stalledMs = 5_000;

/** @throws Error that says how to set Redis up, where its settings could lose jobs */
export async function openBackend(settings: JobQueueSettings): Promise<Backend> {
  return settings.redisUrl === undefined
    ? postgresBackend(settings.databaseUrl)
    : redisBackend(settings.redisUrl, settings.production ?? false);
}

async function redisBackend(url: string, production: boolean): Promise<Backend> {
  await requireSafeRedis(url, production);
  return {
    kind: 'redis',
    // A producer fails fast when Redis is away (the outbox row waits); a worker keeps trying.
    queue: (name) => new Queue(name, { connection: { url, enableOfflineQueue: false, maxRetriesPerRequest: 1 } }),
    worker: (name, processor, concurrency) =>
      new Worker(name, processor, {
        connection: { url, maxRetriesPerRequest: null },
        concurrency,
        lockDuration: lockMs,
        stalledInterval: stalledMs,
        maxStalledCount: 3,
      }),
  };
}

function postgresBackend(connectionString: string): Backend {
  // Each worker's LISTEN takes a connection of its own, so a pool must not be smaller than four.
  const connection = { connectionString, schema: queueSchema, max: 4 };
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection }, createPostgresBackend),
    worker: (name, processor, concurrency) =>
      new Worker(
        name,
        processor,
        { connection, concurrency, lockDuration: lockMs, stalledInterval: stalledMs, maxStalledCount: 3 },
        createPostgresBackend,
      ),
  };
}
