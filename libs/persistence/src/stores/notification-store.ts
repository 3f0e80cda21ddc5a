import { type Notification } from '@proofdesk/contract';
import { type EntityManager } from 'typeorm';
import { pageFrom, readCursor } from '../cursor.js';
import { notificationEntity, type NotificationRow } from '../entities/publications.entity.js';
import { execute, insertRows, query } from '../sql.js';

/** What the desk tells people. */
export class NotificationStore {
  constructor(private readonly manager: EntityManager) {}

  /** Tells each person once about one ledger entry, however often this runs. */
  async add(rows: readonly Omit<NotificationRow, 'createdAt' | 'readAt'>[]): Promise<void> {
    const once = 'ON CONFLICT (ledger_stream, ledger_seq, person_id) DO NOTHING';
    await insertRows(this.manager, notificationEntity, rows, once);
  }

  async list(
    personId: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ items: Notification[]; next: string | null }> {
    const cursor = readCursor(after, ['string', 'string']);
    const rows = await query<NotificationRow>(
      this.manager,
      `SELECT id, type, assertion_id AS "assertionId", article_id AS "articleId", text, created_at AS "createdAt",
              read_at AS "readAt"
         FROM notification WHERE person_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
        ORDER BY created_at DESC, id DESC LIMIT $4`,
      [personId, cursor?.[0] ?? null, cursor?.[1] ?? null, limit + 1],
    );
    const toItem = ({ createdAt, readAt, ...row }: NotificationRow): Notification => ({
      ...row,
      at: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    });
    return pageFrom(rows, limit, toItem, (row) => [row.createdAt.toISOString(), row.id]);
  }

  async markAllRead(personId: string): Promise<number> {
    const sql = 'UPDATE notification SET read_at = clock_timestamp() WHERE person_id = $1 AND read_at IS NULL';
    return execute(this.manager, sql, [personId]);
  }
}
