import { type Article, type ArticleSummary } from '@proofdesk/contract';
import { type EntityManager } from 'typeorm';
import {
  articleEntity,
  articleRevisionEntity,
  attributionEntity,
  segmentEntity,
  type ArticleRow,
  type AttributionRow,
  type ExtractionState,
  type SegmentRow,
} from '../entities/articles.entity.js';
import { execute, insertRows, query, queryOne } from '../sql.js';

export interface RevisionFacts {
  readonly id: string;
  readonly articleId: string;
  readonly sha256: string;
  readonly title: string;
  readonly extractionState: ExtractionState;
  readonly extractionAttempts: number;
}

export interface FinishedExtraction {
  readonly language: string;
  readonly engineName: string;
  readonly engineVersion: string;
}

/** Articles and their immutable revisions. */
export class ArticleStore {
  constructor(private readonly manager: EntityManager) {}

  async findBySha256(sha256: string): Promise<{ articleId: string; revisionId: string } | null> {
    const sql = 'SELECT article_id AS "articleId", id AS "revisionId" FROM article_revision WHERE sha256 = $1';
    return queryOne(this.manager, sql, [sha256]);
  }

  async add(article: Omit<ArticleRow, 'createdAt'>): Promise<void> {
    await insertRows(this.manager, articleEntity, [article]);
  }

  /** Answers false when these words are here already (also when a twin commits first: then nothing of ours may stay). */
  async addRevision(revision: {
    readonly id: string;
    readonly articleId: string;
    readonly number: number;
    readonly text: string;
    readonly sha256: string;
    readonly characters: number;
  }): Promise<boolean> {
    await insertRows(this.manager, articleRevisionEntity, [revision], 'ON CONFLICT (sha256) DO NOTHING');
    const sql = 'SELECT 1 FROM article_revision WHERE id = $1';
    return (await queryOne(this.manager, sql, [revision.id])) !== null;
  }

  async textOf(revisionId: string): Promise<string | null> {
    const sql = 'SELECT text FROM article_revision WHERE id = $1';
    return (await queryOne<{ text: string }>(this.manager, sql, [revisionId]))?.text ?? null;
  }

  /** Facts about a revision, its row locked until the transaction ends. */
  async lockRevision(revisionId: string): Promise<RevisionFacts | null> {
    return queryOne<RevisionFacts>(
      this.manager,
      `SELECT r.id, r.article_id AS "articleId", r.sha256, a.title, r.extraction_state AS "extractionState",
              r.extraction_attempts AS "extractionAttempts"
         FROM article_revision r JOIN article a ON a.id = r.article_id WHERE r.id = $1 FOR UPDATE OF r`,
      [revisionId],
    );
  }

  async latestRevisionId(articleId: string): Promise<string | null> {
    const sql = 'SELECT id FROM article_revision WHERE article_id = $1 ORDER BY number DESC LIMIT 1';
    return (await queryOne<{ id: string }>(this.manager, sql, [articleId]))?.id ?? null;
  }

  async addSegments(rows: readonly SegmentRow[]): Promise<void> {
    await insertRows(this.manager, segmentEntity, rows);
  }

  async addAttributions(rows: readonly AttributionRow[]): Promise<void> {
    await insertRows(this.manager, attributionEntity, rows);
  }

  async startExtraction(revisionId: string): Promise<void> {
    await execute(
      this.manager,
      `UPDATE article_revision SET extraction_state = 'running', extraction_attempts = extraction_attempts + 1
        WHERE id = $1 AND extraction_state IN ('pending', 'running')`,
      [revisionId],
    );
  }

  async finishExtraction(revisionId: string, result: FinishedExtraction): Promise<void> {
    await execute(
      this.manager,
      `UPDATE article_revision SET extraction_state = 'done', extraction_reason = NULL, language = $2, engine_name = $3,
              engine_version = $4, extraction_finished_at = clock_timestamp() WHERE id = $1`,
      [revisionId, result.language, result.engineName, result.engineVersion],
    );
  }

  async setExtraction(revisionId: string, state: ExtractionState, reason: string | null): Promise<void> {
    await execute(
      this.manager,
      `UPDATE article_revision SET extraction_state = $2, extraction_reason = $3,
              extraction_finished_at = CASE WHEN $2 = 'failed' THEN clock_timestamp() END WHERE id = $1`,
      [revisionId, state, reason],
    );
  }

  async authorOf(articleId: string): Promise<{ authorPersonId: string | null } | null> {
    const sql = 'SELECT author_person_id AS "authorPersonId" FROM article WHERE id = $1';
    return queryOne(this.manager, sql, [articleId]);
  }

  async segmentsOf(revisionId: string): Promise<Article['segments']> {
    return query(
      this.manager,
      'SELECT start_offset AS start, end_offset AS "end", kind FROM segment WHERE revision_id = $1 ORDER BY ordinal',
      [revisionId],
    );
  }

  /** Whether there is anything of this article; for links from elsewhere. */
  async titleOf(articleId: string): Promise<ArticleSummary['title'] | null> {
    const sql = 'SELECT title FROM article WHERE id = $1';
    return (await queryOne<{ title: string }>(this.manager, sql, [articleId]))?.title ?? null;
  }
}
