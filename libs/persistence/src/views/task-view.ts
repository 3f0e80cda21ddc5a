import { type AssertionSummary, type ReviewTaskCounts, type ReviewTaskQuery } from '@proofdesk/contract';
import { type EntityManager } from 'typeorm';
import { pageFrom, readCursor } from '../cursor.js';
import { query, queryOne } from '../sql.js';
import { assertionSql, toSummary, type AssertionSqlRow } from './assertion-view.js';

export type TaskFilter = Omit<ReviewTaskQuery, 'after' | 'limit'>;

/** Who looks. `ownArticlesOnly`: a reporter sees nothing but own articles. */
export interface Viewer {
  readonly personId: string | null;
  readonly ownArticlesOnly: boolean;
}

/** Conditions of the filters; each parameter is bound, `$1` is always the viewer. */
function conditions(viewer: Viewer, filter: TaskFilter): { where: string; params: unknown[] } {
  const params: unknown[] = [viewer.personId];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const parts = ['$1::uuid IS NOT DISTINCT FROM $1::uuid'];
  if (viewer.ownArticlesOnly) parts.push('ar.author_person_id = $1');
  if (filter.state) parts.push(`t.state = ANY (${bind(filter.state)}::text[])`);
  if (filter.sourcing) parts.push(`a.sourcing = ANY (${bind(filter.sourcing)}::text[])`);
  if (filter.kind) parts.push(`a.kind = ANY (${bind(filter.kind)}::text[])`);
  if (filter.risk) parts.push(`a.risk = ANY (${bind(filter.risk)}::text[])`);
  if (filter.needsSource !== undefined) parts.push(`a.needs_source = ${bind(filter.needsSource)}`);
  if (filter.articleId !== undefined) parts.push(`t.article_id = ${bind(filter.articleId)}`);
  if (filter.mine !== undefined) parts.push(mine[filter.mine]);
  return { where: parts.join(' AND '), params };
}

const mine = {
  holder: 't.holder_person_id = $1',
  proposer: 'EXISTS (SELECT 1 FROM verdict m WHERE m.assertion_id = a.id AND m.proposed_by = $1)',
  approvable: `t.state = 'in_approval' AND ar.author_person_id IS DISTINCT FROM $1
    AND NOT EXISTS (SELECT 1 FROM verdict m WHERE m.assertion_id = a.id AND m.proposed_by = $1)
    AND NOT EXISTS (SELECT 1 FROM verdict m JOIN approval p ON p.verdict_id = m.id AND p.verdict_version = m.version
                     WHERE m.assertion_id = a.id AND m.state = 'proposed' AND p.person_id = $1)`,
};

/** The order of every list as one comparable row: returned to the viewer, risk, check-worthiness, age, id. */
const orderKey = `(CASE WHEN t.returned_to_person_id = $1 THEN 0 ELSE 1 END), t.risk_rank, (-t.check_worthiness), t.queued_at, t.assertion_id`;
const rank = { serious: 0, sensitive: 1, normal: 2 } as const;

/** Reads review tasks in the queue's order. */
export class TaskView {
  constructor(private readonly manager: EntityManager) {}

  async find(assertionId: string): Promise<AssertionSqlRow | null> {
    return queryOne<AssertionSqlRow>(this.manager, `${assertionSql} WHERE t.assertion_id = $1`, [assertionId]);
  }

  async list(
    viewer: Viewer,
    { after, limit, ...filter }: ReviewTaskQuery,
  ): Promise<{ items: AssertionSummary[]; next: string | null }> {
    const cursor = readCursor(after, ['number', 'number', 'number', 'string', 'string']);
    const { where, params } = conditions(viewer, filter);
    const n = params.length;
    const beyond =
      cursor === null
        ? ''
        : `AND (${orderKey}) > ($${n + 1}::int, $${n + 2}::int, $${n + 3}::float8, $${n + 4}::timestamptz, $${n + 5}::uuid)`;
    const rows = await query<AssertionSqlRow>(
      this.manager,
      `${assertionSql} WHERE ${where} ${beyond} ORDER BY ${orderKey} LIMIT ${limit + 1}`,
      [...params, ...(cursor ?? [])],
    );
    return pageFrom(rows, limit, toSummary, (row) => [
      viewer.personId !== null && row.returnedToPersonId === viewer.personId ? 0 : 1,
      rank[row.risk],
      -row.checkWorthiness,
      row.queuedAt.toISOString(),
      row.id,
    ]);
  }

  async count(viewer: Viewer, filter: TaskFilter): Promise<ReviewTaskCounts> {
    const { where, params } = conditions(viewer, filter);
    const rows = await query<{ state: string; sourcing: string; risk: string; count: number }>(
      this.manager,
      `SELECT t.state, a.sourcing, a.risk, count(*)::int AS count FROM review_task t JOIN assertion a ON a.id = t.assertion_id
         JOIN article ar ON ar.id = t.article_id WHERE ${where} GROUP BY 1, 2, 3`,
      params,
    );
    const by = (part: 'state' | 'sourcing' | 'risk'): Record<string, number> => {
      const sums: Record<string, number> = {};
      for (const row of rows) sums[row[part]] = (sums[row[part]] ?? 0) + row.count;
      return sums;
    };
    const total = rows.reduce((sum, row) => sum + row.count, 0);
    return { total, byState: by('state'), bySourcing: by('sourcing'), byRisk: by('risk') };
  }

  /** The assertions of one revision in the order of the text. */
  async ofRevision(revisionId: string): Promise<AssertionSummary[]> {
    const sql = `${assertionSql} WHERE a.revision_id = $1 ORDER BY a.ordinal`;
    return (await query<AssertionSqlRow>(this.manager, sql, [revisionId])).map(toSummary);
  }
}
