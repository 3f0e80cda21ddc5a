import { UnrecoverableError } from 'bullmq';
import { openBackend, type BackendQueue, type BackendWorker, type JobQueueSettings } from './backend.js';
import { readPayload, requireEveryHandler, type JobHandler, type JobHandlers } from './job-registry.js';
import { attempts, firstPauseMs, jobId, jobTopics, queueName, type JobTopic, type OutboxMessage } from './topics.js';

const hour = 3_600;

/** How many jobs of one topic are where. */
export type JobCounts = Record<'waiting' | 'active' | 'delayed' | 'failed' | 'completed', number>;

/** The machine's queue. PostgreSQL is the queue of record (the outbox); this is only its doorbell. */
export interface JobQueue {
  readonly backend: 'redis' | 'postgres';
  /** Adds a job per message; a message that was added before is swallowed by its job id. */
  add(messages: readonly OutboxMessage[]): Promise<void>;
  /** Starts one worker per topic. @throws Error when a handler is missing */
  work(handlers: JobHandlers, options?: WorkOptions): Promise<void>;
  counts(topic: JobTopic): Promise<JobCounts>;
  /** Lets running jobs end, then closes every connection. */
  close(): Promise<void>;
}

export interface WorkOptions {
  concurrency?: number;
  onError?: (topic: JobTopic, error: Error) => void;
}

const jobOptions = {
  attempts,
  backoff: { type: 'exponential' as const, delay: firstPauseMs },
  removeOnComplete: { age: hour, count: 1_000 },
  // Failed jobs stay visible for a week.
  removeOnFail: { age: 7 * 24 * hour },
};

/** @throws Error where Redis is set up in a way that could lose jobs */
export async function openJobQueue(settings: JobQueueSettings): Promise<JobQueue> {
  const backend = await openBackend(settings);
  const queues = new Map<JobTopic, BackendQueue>();
  const workers: BackendWorker[] = [];
  const queueOf = (topic: JobTopic): BackendQueue => {
    const known = queues.get(topic);
    if (known) return known;
    const queue = backend.queue(queueName(topic));
    // Without a listener a lost connection would end the process; the relay sees the failed add instead.
    queue.on('error', () => {});
    queues.set(topic, queue);
    return queue;
  };
  return {
    backend: backend.kind,
    async add(messages) {
      for (const topic of jobTopics) {
        const jobs = messages
          .filter((message) => message.topic === topic)
          .map(({ id, generation, payload }) => ({
            name: topic,
            data: payload,
            opts: { ...jobOptions, jobId: jobId(topic, id, generation) },
          }));
        if (jobs.length === 0) continue;
        const queue = queueOf(topic);
        await queue.waitUntilReady();
        await queue.addBulk(jobs);
      }
    },
    async work(handlers, { concurrency = 4, onError = () => {} } = {}) {
      requireEveryHandler(handlers);
      for (const topic of jobTopics) {
        const worker = backend.worker(
          queueName(topic),
          processorOf(topic, handlers[topic] as JobHandler<JobTopic>),
          concurrency,
        );
        worker.on('error', (error) => onError(topic, error));
        worker.on('failed', (_job, error) => onError(topic, error));
        workers.push(worker);
        await worker.waitUntilReady();
      }
    },
    async counts(topic) {
      const counts = await queueOf(topic).getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed');
      return { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0, ...counts };
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function processorOf(topic: JobTopic, handler: JobHandler<JobTopic>) {
  return async (job: {
    id?: string | undefined;
    data: unknown;
    attemptsMade: number;
    opts: { attempts?: number | undefined };
  }) => {
    const attempt = job.attemptsMade + 1;
    const context = { jobKey: job.id ?? '', attempt, isLastAttempt: attempt >= (job.opts.attempts ?? 1) };
    let payload;
    try {
      payload = readPayload(topic, job.data);
    } catch (error) {
      // A payload that cannot be read will not get better.
      throw new UnrecoverableError((error as Error).message);
    }
    await handler(payload, context);
  };
}
