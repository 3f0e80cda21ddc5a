import { type EntityManager } from 'typeorm';
import { execute, query, queryOne } from '../sql.js';
import { type Role } from './people-store.js';

/** Minutes without a request after which a session ends, and hours after which it ends whatever happens. */
export const SESSION_IDLE_MINUTES = 30;
export const SESSION_HOURS = 12;

export interface OpenSession {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly personName: string;
  readonly login: string;
  readonly isDemo: boolean;
  readonly roles: Role[];
  readonly expiresAt: Date;
}

/** Sessions, known by the SHA-256 of their token. */
export class SessionStore {
  constructor(private readonly manager: EntityManager) {}

  /** Opens a session and answers when it ends at the latest. */
  async open(id: string, accountId: string, tokenSha256: Buffer): Promise<Date> {
    const [row] = await query<{ expiresAt: Date }>(
      this.manager,
      `INSERT INTO session (id, account_id, token_sha256, expires_at)
       VALUES ($1, $2, $3, clock_timestamp() + make_interval(hours => $4)) RETURNING expires_at AS "expiresAt"`,
      [id, accountId, tokenSha256, SESSION_HOURS],
    );
    if (row === undefined) throw new Error('no session was written');
    return row.expiresAt;
  }

  /** The open session behind a token with its person and roles as they are now; moves the idle limit. */
  async use(tokenSha256: Buffer): Promise<OpenSession | null> {
    const session = await queryOne<OpenSession & { isFresh: boolean }>(
      this.manager,
      `SELECT s.id, s.account_id AS "accountId", a.person_id AS "personId", p.name AS "personName", a.login,
              a.is_demo AS "isDemo", s.expires_at AS "expiresAt",
              s.last_seen_at > clock_timestamp() - interval '1 minute' AS "isFresh",
              coalesce((SELECT array_agg(g.role ORDER BY g.role) FROM role_grant g WHERE g.person_id = p.id), '{}') AS roles
         FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
        WHERE s.token_sha256 = $1 AND s.ended_at IS NULL AND a.disabled_at IS NULL AND s.expires_at > clock_timestamp()
          AND s.last_seen_at > clock_timestamp() - make_interval(mins => $2)`,
      [tokenSha256, SESSION_IDLE_MINUTES],
    );
    // One write a minute is enough for an idle limit of thirty.
    if (session !== null && !session.isFresh)
      await execute(this.manager, 'UPDATE session SET last_seen_at = clock_timestamp() WHERE id = $1', [session.id]);
    return session;
  }

  /** Answers false when it had ended before. */
  async end(id: string): Promise<boolean> {
    const sql = 'UPDATE session SET ended_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL';
    return (await execute(this.manager, sql, [id])) > 0;
  }

  async endAllOf(accountId: string): Promise<number> {
    const sql = 'UPDATE session SET ended_at = clock_timestamp() WHERE account_id = $1 AND ended_at IS NULL';
    return execute(this.manager, sql, [accountId]);
  }
}
