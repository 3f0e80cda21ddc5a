import { type EntityManager } from 'typeorm';
import { execute, query, queryOne } from '../sql.js';

/** An account by its login, or an address; the subject is hashed, so that no list of addresses is kept. */
export interface ThrottleKey {
  readonly scope: 'account' | 'address';
  readonly subject: string;
}

/** Failed sign-ins that cost nothing, then one second, doubling to a quarter of an hour: never a lock for good. */
const FREE = { account: 4, address: 20 };
const LONGEST_SECONDS = 900;

/** Counts failed sign-ins. Database time only. */
export class SignInAttemptStore {
  constructor(private readonly manager: EntityManager) {}

  /** Seconds until any of these may try again; 0 when now. */
  async secondsToWait(keys: readonly ThrottleKey[]): Promise<number> {
    const row = await queryOne<{ seconds: number | null }>(
      this.manager,
      `SELECT ceil(max(extract(epoch FROM blocked_until - clock_timestamp())))::int AS seconds FROM sign_in_attempt
        WHERE (scope, subject) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
      [keys.map((key) => key.scope), keys.map((key) => key.subject)],
    );
    return Math.max(0, row?.seconds ?? 0);
  }

  /** A quiet day forgets what was counted. */
  async countFailure(key: ThrottleKey): Promise<void> {
    await query(
      this.manager,
      `INSERT INTO sign_in_attempt AS s (scope, subject, failures) VALUES ($1, $2, 1)
       ON CONFLICT (scope, subject) DO UPDATE SET
         failures = CASE WHEN s.last_at < clock_timestamp() - interval '1 day' THEN 1 ELSE s.failures + 1 END,
         last_at = clock_timestamp(),
         blocked_until = clock_timestamp() + CASE WHEN s.failures + 1 <= $3 THEN interval '0'
           ELSE make_interval(secs => least($4::float, power(2, least(s.failures - $3, 20)))) END`,
      [key.scope, key.subject, FREE[key.scope], LONGEST_SECONDS],
    );
  }

  async clear(key: ThrottleKey): Promise<void> {
    const sql = 'DELETE FROM sign_in_attempt WHERE scope = $1 AND subject = $2';
    await execute(this.manager, sql, [key.scope, key.subject]);
  }
}
