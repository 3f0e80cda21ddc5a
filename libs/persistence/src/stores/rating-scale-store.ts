import { type RatingScale } from '@proofdesk/verdicts';
import { type EntityManager } from 'typeorm';
import { ratingEntity, ratingScaleEntity } from '../entities/ratings.entity.js';
import { execute, insertRows, query, queryOne } from '../sql.js';

const scaleSql = `
  SELECT s.id, s.version, s.name,
         (SELECT jsonb_agg(jsonb_build_object('key', r.key, 'value', r.value, 'label', r.label, 'definition', r.definition)
                           ORDER BY r.ordinal) FROM rating r WHERE r.scale_id = s.id AND r.scale_version = s.version) AS ratings
    FROM rating_scale s`;

/** Rating scales. A version is never changed; the one activated last is in use. */
export class RatingScaleStore {
  constructor(private readonly manager: EntityManager) {}

  /** Adds a version; false when it was there. */
  async add(scale: RatingScale): Promise<boolean> {
    const { id, version, name } = scale;
    if ((await this.find(id, version)) !== null) return false;
    await insertRows(this.manager, ratingScaleEntity, [{ id, version, name }]);
    const ratings = scale.ratings.map((rating, ordinal) => ({
      scaleId: id,
      scaleVersion: version,
      ordinal,
      ...rating,
    }));
    await insertRows(this.manager, ratingEntity, ratings);
    return true;
  }

  async find(id: string, version: number): Promise<RatingScale | null> {
    return queryOne<RatingScale>(this.manager, `${scaleSql} WHERE s.id = $1 AND s.version = $2`, [id, version]);
  }

  /** Makes a version the one that new verdicts are given under. */
  async activate(id: string, version: number): Promise<void> {
    const sql = 'UPDATE rating_scale SET activated_at = clock_timestamp() WHERE id = $1 AND version = $2';
    await execute(this.manager, sql, [id, version]);
  }

  /** The version activated last; null before any was. */
  async inUse(): Promise<RatingScale | null> {
    const sql = `${scaleSql} WHERE s.activated_at IS NOT NULL ORDER BY s.activated_at DESC LIMIT 1`;
    return queryOne<RatingScale>(this.manager, sql);
  }

  async list(): Promise<RatingScale[]> {
    return query<RatingScale>(this.manager, `${scaleSql} ORDER BY s.id, s.version`);
  }
}
