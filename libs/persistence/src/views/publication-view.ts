import { type PublicationSummary } from '@proofdesk/contract';
import { type EntityManager } from 'typeorm';
import { pageFrom, readCursor } from '../cursor.js';
import { query, queryOne } from '../sql.js';

/** A published verdict with what its public page needs beyond verdict and evidence. */
export interface PublicationDetail {
  readonly summary: Omit<PublicationSummary, 'url'>;
  readonly verdictVersion: number;
  readonly risk: PublicationSummary['risk'];
  readonly assertion: {
    readonly id: string;
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
    readonly start: number;
    readonly end: number;
    readonly sourceType: string | null;
    readonly allegation: boolean;
  };
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly url: string | null;
    readonly byline: string | null;
    readonly publishedOn: string | null;
    readonly origin: 'draft' | 'published';
    readonly sha256: string;
  };
  readonly ratingRange: { readonly worst: number; readonly best: number };
  readonly retraction: { readonly at: string; readonly publicNote: string } | null;
}

interface PublicationSqlRow {
  id: string;
  slug: string;
  assertionId: string;
  verdictVersion: number;
  claimReviewed: string;
  hasClaimReview: boolean;
  publishedAt: Date;
  retractedAt: Date | null;
  retractionNote: string | null;
  articleId: string;
  articleTitle: string;
  url: string | null;
  byline: string | null;
  publishedOn: string | null;
  origin: 'draft' | 'published';
  sha256: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  sourcing: PublicationSummary['sourcing'];
  risk: PublicationSummary['risk'];
  isAllegation: boolean;
  sourceName: string | null;
  sourceType: string | null;
  ratingKey: string;
  ratingLabel: string;
  ratingValue: number;
  worst: number;
  best: number;
}

const publicationSql = `
  SELECT p.id, p.slug, p.assertion_id AS "assertionId", p.verdict_version AS "verdictVersion",
         p.claim_reviewed AS "claimReviewed", p.has_claim_review AS "hasClaimReview", p.published_at AS "publishedAt",
         p.retracted_at AS "retractedAt", p.retraction_note AS "retractionNote", ar.id AS "articleId",
         ar.title AS "articleTitle", ar.url, ar.byline, to_char(ar.published_on, 'YYYY-MM-DD') AS "publishedOn", ar.origin,
         rev.sha256, a.exact, a.prefix, a.suffix, a.start_offset AS start, a.end_offset AS "end", a.sourcing, a.risk,
         a.allegation_category IS NOT NULL AS "isAllegation", att.source_name AS "sourceName",
         att.source_type AS "sourceType", v.rating_key AS "ratingKey", r.label AS "ratingLabel", r.value AS "ratingValue",
         (SELECT min(x.value)::int FROM rating x WHERE x.scale_id = v.scale_id AND x.scale_version = v.scale_version AND x.value > 0) AS worst,
         (SELECT max(x.value)::int FROM rating x WHERE x.scale_id = v.scale_id AND x.scale_version = v.scale_version) AS best
    FROM publication p JOIN assertion a ON a.id = p.assertion_id JOIN article_revision rev ON rev.id = a.revision_id
    JOIN article ar ON ar.id = rev.article_id
    JOIN verdict v ON v.id = p.verdict_id AND v.version = p.verdict_version
    JOIN rating r ON r.scale_id = v.scale_id AND r.scale_version = v.scale_version AND r.key = v.rating_key
    LEFT JOIN attribution att ON att.revision_id = a.revision_id AND att.ordinal = a.attribution_ordinal`;

const toSummary = (row: PublicationSqlRow): Omit<PublicationSummary, 'url'> => ({
  slug: row.slug,
  assertionId: row.assertionId,
  claimReviewed: row.claimReviewed,
  articleTitle: row.articleTitle,
  sourcing: row.sourcing,
  sourceName: row.sourceName,
  risk: row.risk,
  rating: { key: row.ratingKey, label: row.ratingLabel, value: row.ratingValue },
  publishedAt: row.publishedAt.toISOString(),
  retractedAt: row.retractedAt?.toISOString() ?? null,
  hasClaimReview: row.hasClaimReview,
});

const toDetail = (row: PublicationSqlRow): PublicationDetail => ({
  summary: toSummary(row),
  verdictVersion: row.verdictVersion,
  risk: row.risk,
  assertion: {
    id: row.assertionId,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    start: row.start,
    end: row.end,
    sourceType: row.sourceType,
    allegation: row.isAllegation,
  },
  article: {
    id: row.articleId,
    title: row.articleTitle,
    url: row.url,
    byline: row.byline,
    publishedOn: row.publishedOn,
    origin: row.origin,
    sha256: row.sha256,
  },
  ratingRange: { worst: row.worst, best: row.best },
  retraction:
    row.retractedAt === null ? null : { at: row.retractedAt.toISOString(), publicNote: row.retractionNote ?? '' },
});

/** Reads what is public. */
export class PublicationView {
  constructor(private readonly manager: EntityManager) {}

  async list(
    after: string | undefined,
    limit: number,
  ): Promise<{ items: Omit<PublicationSummary, 'url'>[]; next: string | null }> {
    const cursor = readCursor(after, ['string', 'string']);
    const rows = await query<PublicationSqlRow>(
      this.manager,
      `${publicationSql} WHERE $1::timestamptz IS NULL OR (p.published_at, p.id) < ($1, $2::uuid)
        ORDER BY p.published_at DESC, p.id DESC LIMIT $3`,
      [cursor?.[0] ?? null, cursor?.[1] ?? null, limit + 1],
    );
    return pageFrom(rows, limit, toSummary, (row) => [row.publishedAt.toISOString(), row.id]);
  }

  async find(slug: string): Promise<PublicationDetail | null> {
    const row = await queryOne<PublicationSqlRow>(this.manager, `${publicationSql} WHERE p.slug = $1`, [slug]);
    return row && toDetail(row);
  }
}
