import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, testServers, type TestDatabase } from '@proofdesk/testing';
import { Redis } from 'ioredis';
import { type JobContext } from './job-registry.js';
import { openJobQueue, type JobQueue } from './job-queue.js';
import { startOutboxRelay } from './outbox-relay.js';
import { type OutboxMessage } from './topics.js';

let database: TestDatabase;
let open: JobQueue[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(open.map((jobQueue) => jobQueue.close()));
  open = [];
});
afterAll(() => database.drop());

const message = (): OutboxMessage => ({
  id: randomUUID(),
  topic: 'extract-assertions',
  generation: 0,
  payload: { revisionId: randomUUID() },
});

/** Waits until the condition holds; fails after ten seconds. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe.each(['postgres', 'redis'] as const)('the job queue on %s', (backend) => {
  const settings = () => ({
    databaseUrl: database.url('app'),
    redisUrl: backend === 'redis' ? testServers().redisUrl : undefined,
    production: true,
  });
  async function openQueue() {
    const jobQueue = await openJobQueue(settings());
    open.push(jobQueue);
    return jobQueue;
  }
  const nothing = () => Promise.resolve();

  it('runs every job once, also when the same message is delivered twice', async () => {
    const jobQueue = await openQueue();
    const seen: string[] = [];
    const messages = Array.from({ length: 40 }, message);
    await jobQueue.add(messages);
    await jobQueue.add(messages);
    await jobQueue.work({
      'extract-assertions': async (_payload, { jobKey }) => void seen.push(jobKey),
      'announce-decision': nothing,
    });
    await jobQueue.add(messages);
    await until(() => seen.length >= 40);
    expect([...seen].sort()).toEqual(messages.map(({ id }) => `extract-assertions-${id}-g0`).sort());
    expect(jobQueue.backend).toBe(backend);
  });

  it('runs a deliberate re-drive again: the generation is part of the id', async () => {
    const jobQueue = await openQueue();
    const seen: string[] = [];
    const first = message();
    await jobQueue.work({
      'extract-assertions': async (_payload, { jobKey }) => void seen.push(jobKey),
      'announce-decision': nothing,
    });
    await jobQueue.add([first, { ...first, generation: 1 }]);
    await until(() => seen.length === 2);
  });

  it('tries three times, says which is the last, and keeps the failed job', async () => {
    const jobQueue = await openQueue();
    const contexts: JobContext[] = [];
    const before = (await jobQueue.counts('extract-assertions')).failed;
    await jobQueue.work({
      'extract-assertions': async (_payload, context) => {
        contexts.push(context);
        throw new Error('unreadable');
      },
      'announce-decision': nothing,
    });
    await jobQueue.add([message()]);
    await until(async () => (await jobQueue.counts('extract-assertions')).failed === before + 1);
    expect(contexts.map(({ attempt, isLastAttempt }) => [attempt, isLastAttempt])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  it('does not start without a handler for every topic', async () => {
    const jobQueue = await openQueue();
    const some = { 'announce-decision': nothing } as never;
    await expect(jobQueue.work(some)).rejects.toThrow('missing extract-assertions');
  });

  it('hands the outbox over, again after a delivery that failed', async () => {
    const jobQueue = await openQueue();
    const seen: string[] = [];
    const waiting = [message(), message()];
    await jobQueue.work({
      'extract-assertions': async ({ revisionId }) => void seen.push(revisionId),
      'announce-decision': nothing,
    });
    let refusals = 1;
    const relay = startOutboxRelay({
      pollMs: 10,
      jobQueue,
      take: async (_limit, deliver) => {
        if (refusals-- > 0) throw new Error('the database is away');
        const taken = waiting.splice(0);
        await deliver(taken);
        return taken.length;
      },
    });
    await until(() => seen.length === 2);
    await relay.stop();
  });
});

describe('a Redis that may lose jobs', () => {
  it('is refused, and the message says how to mend it', async () => {
    const { redisUrl } = testServers();
    const redis = new Redis(redisUrl);
    try {
      await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
      const settings = { databaseUrl: database.url('app'), redisUrl, production: true };
      await expect(openJobQueue(settings)).rejects.toThrow('redis-cli config set maxmemory-policy noeviction');
      await redis.config('SET', 'maxmemory-policy', 'noeviction');
      await redis.config('SET', 'appendonly', 'no');
      await expect(openJobQueue(settings)).rejects.toThrow('redis-cli config set appendonly yes');
    } finally {
      await redis.config('SET', 'maxmemory-policy', 'noeviction');
      await redis.config('SET', 'appendonly', 'yes');
      redis.disconnect();
    }
  });
});
