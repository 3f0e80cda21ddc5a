import { type Article, type ArticleSummary, type Attribution } from '@proofdesk/contract';
import { OPEN_STATES } from '@proofdesk/review';
import { type EntityManager } from 'typeorm';
import { pageFrom, readCursor } from '../cursor.js';
import { type AttributionRow } from '../entities/articles.entity.js';
import { query, queryOne } from '../sql.js';
import { type Viewer } from './task-view.js';

const openList = OPEN_STATES.map((state) => `'${state}'`).join(', ');

/** An article with its newest revision and its progress, computed from its assertions. */
const articleSql = `
  SELECT ar.id, ar.title, ar.byline, ar.url, to_char(ar.published_on, 'YYYY-MM-DD') AS "publishedOn", ar.origin,
         ar.author_person_id AS "authorPersonId", ar.created_at AS "createdAt",
         r.id AS "revisionId", r.number, r.sha256, r.characters, r.language, r.engine_name AS "engineName",
         r.engine_version AS "engineVersion", r.extraction_state AS "extractionState",
         r.extraction_attempts AS attempts, r.extraction_reason AS reason, r.extraction_finished_at AS "finishedAt",
         p.assertions, p.open, p.dismissed, p.approved, p.published, p.serious, p."seriousOpen", p."needsSource", p."bySourcing"
    FROM article ar
    JOIN LATERAL (SELECT q.* FROM article_revision q WHERE q.article_id = ar.id ORDER BY q.number DESC LIMIT 1) r ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(n), 0)::int AS assertions,
             coalesce(sum(n) FILTER (WHERE state IN (${openList})), 0)::int AS open,
             coalesce(sum(n) FILTER (WHERE state = 'dismissed'), 0)::int AS dismissed,
             coalesce(sum(n) FILTER (WHERE state = 'approved'), 0)::int AS approved,
             coalesce(sum(n) FILTER (WHERE state IN ('published', 'correcting')), 0)::int AS published,
             coalesce(sum(n) FILTER (WHERE risk = 'serious'), 0)::int AS serious,
             coalesce(sum(n) FILTER (WHERE risk = 'serious' AND state IN (${openList})), 0)::int AS "seriousOpen",
             coalesce(sum(n) FILTER (WHERE needs_source), 0)::int AS "needsSource",
             coalesce((SELECT jsonb_object_agg(x.sourcing, x.n) FROM (
               SELECT b.sourcing, count(*)::int AS n FROM assertion b WHERE b.revision_id = r.id GROUP BY 1) x), '{}') AS "bySourcing"
        FROM (SELECT t.state, a.risk, a.needs_source, count(*) AS n FROM assertion a JOIN review_task t ON t.assertion_id = a.id
               WHERE a.revision_id = r.id GROUP BY 1, 2, 3) g
    ) p`;

type ArticleSqlRow = Omit<ArticleSummary, 'createdAt' | 'revision' | 'extraction' | 'progress'> &
  ArticleSummary['progress'] & {
    createdAt: Date;
    revisionId: string;
    number: number;
    sha256: string;
    characters: number;
    language: string | null;
    engineName: string | null;
    engineVersion: string | null;
    extractionState: ArticleSummary['extraction']['state'];
    attempts: number;
    reason: string | null;
    finishedAt: Date | null;
  };

const toSummary = (row: ArticleSqlRow): ArticleSummary => ({
  id: row.id,
  title: row.title,
  byline: row.byline,
  url: row.url,
  publishedOn: row.publishedOn,
  origin: row.origin,
  authorPersonId: row.authorPersonId,
  createdAt: row.createdAt.toISOString(),
  revision: { id: row.revisionId, number: row.number, sha256: row.sha256, characters: row.characters },
  extraction: {
    state: row.extractionState,
    attempts: row.attempts,
    reason: row.reason,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  },
  progress: {
    assertions: row.assertions,
    open: row.open,
    dismissed: row.dismissed,
    approved: row.approved,
    published: row.published,
    serious: row.serious,
    seriousOpen: row.seriousOpen,
    needsSource: row.needsSource,
    bySourcing: row.bySourcing,
  },
});

const toAttribution = (row: AttributionRow): Attribution => ({
  source:
    row.sourceStart === null
      ? null
      : {
          start: row.sourceStart,
          end: row.sourceEnd ?? 0,
          exact: row.sourceExact ?? '',
          name: row.sourceName ?? '',
          type: (row.sourceType ?? 'unknown') as NonNullable<Attribution['source']>['type'],
        },
  cue: row.cueStart === null ? null : { start: row.cueStart, end: row.cueEnd ?? 0, exact: row.cueExact ?? '' },
  content: row.content,
  direct: row.direct,
});

export interface ArticleFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly extraction?: ArticleSummary['extraction']['state'] | undefined;
  readonly open?: boolean | undefined;
}

/** An article without its assertions and words: those come from the task view and the revision. */
export type ArticleHead = Omit<Article, 'text' | 'segments' | 'attributions' | 'assertions'>;

/** Reads articles, newest first. */
export class ArticleView {
  constructor(private readonly manager: EntityManager) {}

  async list(viewer: Viewer, filter: ArticleFilter): Promise<{ items: ArticleSummary[]; next: string | null }> {
    const cursor = readCursor(filter.after, ['string', 'string']);
    const rows = await query<ArticleSqlRow>(
      this.manager,
      `${articleSql}
        WHERE ($1::timestamptz IS NULL OR (ar.created_at, ar.id) < ($1, $2::uuid))
          AND ($3::text IS NULL OR r.extraction_state = $3)
          AND ($4::boolean IS NULL OR (p.open > 0 OR r.extraction_state <> 'done') = $4)
          AND ($5::boolean IS FALSE OR ar.author_person_id = $6)
        ORDER BY ar.created_at DESC, ar.id DESC LIMIT $7`,
      [
        cursor?.[0] ?? null,
        cursor?.[1] ?? null,
        filter.extraction ?? null,
        filter.open ?? null,
        viewer.ownArticlesOnly,
        viewer.personId,
        filter.limit + 1,
      ],
    );
    return pageFrom(rows, filter.limit, toSummary, (row) => [row.createdAt.toISOString(), row.id]);
  }

  async find(articleId: string): Promise<ArticleHead | null> {
    const row = await queryOne<ArticleSqlRow>(this.manager, `${articleSql} WHERE ar.id = $1`, [articleId]);
    if (row === null) return null;
    const engine =
      row.engineName === null || row.engineVersion === null
        ? null
        : { name: row.engineName, version: row.engineVersion };
    return { ...toSummary(row), language: row.language, engine };
  }

  async attributionsOf(revisionId: string): Promise<Attribution[]> {
    return (await this.attributionRows(revisionId, null)).map(toAttribution);
  }

  async attribution(revisionId: string, ordinal: number): Promise<Attribution | null> {
    const [row] = await this.attributionRows(revisionId, ordinal);
    return row === undefined ? null : toAttribution(row);
  }

  private async attributionRows(revisionId: string, ordinal: number | null): Promise<AttributionRow[]> {
    return query<AttributionRow>(
      this.manager,
      `SELECT ordinal, source_start AS "sourceStart", source_end AS "sourceEnd", source_exact AS "sourceExact",
              source_name AS "sourceName", source_type AS "sourceType", cue_start AS "cueStart", cue_end AS "cueEnd",
              cue_exact AS "cueExact", content, direct
         FROM attribution WHERE revision_id = $1 AND ($2::int IS NULL OR ordinal = $2) ORDER BY ordinal`,
      [revisionId, ordinal],
    );
  }
}
