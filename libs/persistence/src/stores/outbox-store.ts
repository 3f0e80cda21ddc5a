import { type EntityManager } from 'typeorm';
import { execute, query } from '../sql.js';

/** One piece of machine work: what, on what, and which drive of it. */
export interface OutboxJob {
  readonly topic: string;
  /** What the work is on, or an id of its own. */
  readonly id: string;
  readonly generation: number;
  readonly payload: object;
}

/** Seconds after which dispatched work that nobody recorded as done is driven again. */
export const REDRIVE_SECONDS = 60;

/** The outbox: written with the state change, handed to the queue later, never read by a cursor. */
export class OutboxStore {
  constructor(private readonly manager: EntityManager) {}

  async add(jobs: readonly Omit<OutboxJob, 'generation'>[]): Promise<void> {
    if (jobs.length === 0) return;
    await query(
      this.manager,
      'INSERT INTO outbox (topic, key, payload) SELECT topic, id, payload FROM jsonb_to_recordset($1::jsonb) AS j(topic text, id uuid, payload jsonb)',
      [JSON.stringify(jobs)],
    );
  }

  /** Locks up to `limit` undispatched rows, skipping those another relay holds. */
  async takeUndispatched(limit: number): Promise<OutboxJob[]> {
    return query<OutboxJob>(
      this.manager,
      `SELECT topic, key AS id, generation, payload FROM outbox WHERE dispatched_at IS NULL AND failed_at IS NULL
        ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
  }

  async markDispatched(jobs: readonly OutboxJob[]): Promise<void> {
    await execute(
      this.manager,
      `UPDATE outbox o SET dispatched_at = clock_timestamp(), last_error = NULL
         FROM unnest($1::text[], $2::uuid[]) AS j (topic, key) WHERE o.topic = j.topic AND o.key = j.key`,
      [jobs.map((job) => job.topic), jobs.map((job) => job.id)],
    );
  }

  /** Notes that the last attempt failed for good: the reconciler leaves it, a person may drive it again. */
  async markFailed(topic: string, key: string, reason: string): Promise<void> {
    const sql = 'UPDATE outbox SET failed_at = clock_timestamp(), last_error = $3 WHERE topic = $1 AND key = $2';
    await execute(this.manager, sql, [topic, key, reason.slice(0, 2000)]);
  }

  /** Drives one piece of work again under a new job id; answers false where there is none. */
  async redrive(topic: string, key: string): Promise<boolean> {
    const sql = `UPDATE outbox SET generation = generation + 1, dispatched_at = NULL, failed_at = NULL
                  WHERE topic = $1 AND key = $2`;
    return (await execute(this.manager, sql, [topic, key])) > 0;
  }

  /** Drives again what was dispatched more than `seconds` ago and never recorded as done; answers how many. */
  async redriveLost(seconds: number): Promise<number> {
    return execute(
      this.manager,
      `UPDATE outbox o SET generation = o.generation + 1, dispatched_at = NULL
        WHERE o.failed_at IS NULL AND o.dispatched_at < clock_timestamp() - make_interval(secs => $1)
          AND NOT EXISTS (SELECT 1 FROM job_done d WHERE d.topic = o.topic AND d.key = o.key)`,
      [seconds],
    );
  }

  /** Drops rows whose work was done more than these hours ago; what was done stays in job_done. */
  async dropDone(hours: number): Promise<number> {
    return execute(
      this.manager,
      `DELETE FROM outbox o USING job_done d WHERE d.topic = o.topic AND d.key = o.key
          AND d.done_at < clock_timestamp() - make_interval(hours => $1)`,
      [hours],
    );
  }

  /** Records that the work is done, in the transaction of its effect; false when it was done before: then do nothing. */
  async markDone(topic: string, key: string, jobKey: string): Promise<boolean> {
    const rows = await query(
      this.manager,
      'INSERT INTO job_done (topic, key, job_key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key',
      [topic, key, jobKey],
    );
    return rows.length > 0;
  }

  /** What waits, what runs or is lost, and what failed for good. */
  async counts(): Promise<{ waiting: number; dispatched: number; failed: number }> {
    const [row] = await query<{ waiting: number; dispatched: number; failed: number }>(
      this.manager,
      `SELECT count(*) FILTER (WHERE dispatched_at IS NULL AND failed_at IS NULL)::int AS waiting,
              count(*) FILTER (WHERE dispatched_at IS NOT NULL AND failed_at IS NULL)::int AS dispatched,
              count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS failed
         FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM job_done d WHERE d.topic = o.topic AND d.key = o.key)`,
    );
    return row ?? { waiting: 0, dispatched: 0, failed: 0 };
  }
}
