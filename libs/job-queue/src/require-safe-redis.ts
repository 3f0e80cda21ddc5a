import { Redis } from 'ioredis';

/**
 * Refuses a Redis that may throw jobs away: an eviction policy other than `noeviction`, or, in production, no append-only
 * file. Where the server hides its settings (managed services), its word is not checked.
 * @throws Error that names the setting and the command that mends it
 */
export async function requireSafeRedis(url: string, production: boolean): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
    retryStrategy: () => null,
  });
  redis.on('error', () => {});
  try {
    await redis.connect();
    const policy = await setting(redis, 'maxmemory-policy');
    if (policy !== null && policy !== 'noeviction') {
      throw new Error(
        `Redis may evict jobs: maxmemory-policy is "${policy}". Set it: redis-cli config set maxmemory-policy noeviction`,
      );
    }
    if (production && (await setting(redis, 'appendonly')) === 'no') {
      throw new Error(
        'Redis keeps no append-only file and would lose jobs when it is killed. Set it: redis-cli config set appendonly yes',
      );
    }
  } finally {
    redis.disconnect();
  }
}

async function setting(redis: Redis, name: string): Promise<string | null> {
  try {
    const answer = (await redis.config('GET', name)) as string[];
    return answer[1] ?? null;
  } catch {
    return null;
  }
}
