import { type EntityManager } from 'typeorm';
import { publicationEntity, type PublicationRow } from '../entities/publications.entity.js';
import { execute, insertRows, queryOne } from '../sql.js';

export type PublicationFacts = Pick<
  PublicationRow,
  | 'id'
  | 'slug'
  | 'verdictId'
  | 'verdictVersion'
  | 'publishedAt'
  | 'retractionAskedBy'
  | 'retractionNote'
  | 'retractedAt'
>;

/** What readers see. */
export class PublicationStore {
  constructor(private readonly manager: EntityManager) {}

  async add(
    row: Omit<PublicationRow, 'publishedAt' | 'retractionAskedBy' | 'retractionNote' | 'retractedBy' | 'retractedAt'>,
  ): Promise<void> {
    await insertRows(this.manager, publicationEntity, [row]);
  }

  /** The newest publication of an assertion. */
  async latest(assertionId: string): Promise<PublicationFacts | null> {
    return queryOne<PublicationFacts>(
      this.manager,
      `SELECT id, slug, verdict_id AS "verdictId", verdict_version AS "verdictVersion", published_at AS "publishedAt",
              retraction_asked_by AS "retractionAskedBy", retraction_note AS "retractionNote", retracted_at AS "retractedAt"
         FROM publication WHERE assertion_id = $1 ORDER BY published_at DESC, id LIMIT 1`,
      [assertionId],
    );
  }

  async askRetraction(id: string, by: string, note: string): Promise<void> {
    const sql = 'UPDATE publication SET retraction_asked_by = $2, retraction_note = $3 WHERE id = $1';
    await execute(this.manager, sql, [id, by, note]);
  }

  async retract(id: string, by: string): Promise<void> {
    const sql = 'UPDATE publication SET retracted_by = $2, retracted_at = clock_timestamp() WHERE id = $1';
    await execute(this.manager, sql, [id, by]);
  }
}
