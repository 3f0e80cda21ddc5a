import { type EntityManager } from 'typeorm';
import { execute, query, queryOne } from '../sql.js';

export interface StoredAnswer {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly body: string | null;
  readonly etag: string | null;
}

export interface RequestKey {
  readonly actorId: string;
  readonly route: string;
  readonly key: string;
}

/** Answers by idempotency key. The row is written first, in the transaction of the effect: a twin waits for it. */
export class IdempotencyStore {
  constructor(private readonly manager: EntityManager) {}

  /** Takes the key, or answers with what stands under it. */
  async take(request: RequestKey, fingerprint: string): Promise<StoredAnswer | null> {
    const { actorId, route, key } = request;
    const [taken] = await query<{ key: string }>(
      this.manager,
      `INSERT INTO idempotency_key (actor_id, route, key, fingerprint) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key`,
      [actorId, route, key, fingerprint],
    );
    if (taken !== undefined) return null;
    return queryOne<StoredAnswer>(
      this.manager,
      'SELECT fingerprint, status, body, etag FROM idempotency_key WHERE actor_id = $1 AND route = $2 AND key = $3',
      [actorId, route, key],
    );
  }

  async answer(
    request: RequestKey,
    answer: { readonly status: number; readonly body: string; readonly etag: string | null },
  ): Promise<void> {
    await execute(
      this.manager,
      'UPDATE idempotency_key SET status = $4, body = $5, etag = $6 WHERE actor_id = $1 AND route = $2 AND key = $3',
      [request.actorId, request.route, request.key, answer.status, answer.body, answer.etag],
    );
  }

  /** Forgets answers older than these days; answers how many. */
  async forgetOlderThan(days: number): Promise<number> {
    const sql = 'DELETE FROM idempotency_key WHERE created_at < clock_timestamp() - make_interval(days => $1)';
    return execute(this.manager, sql, [days]);
  }
}
