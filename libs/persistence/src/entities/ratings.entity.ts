import { EntitySchema } from 'typeorm';
import { check, createdNow, instant, key, maybe, refersTo, small, text, whole } from './columns.js';

export interface RatingScaleRow {
  id: string;
  version: number;
  name: string;
  createdAt: Date;
  /** The scale activated last is the one in use. */
  activatedAt: Date | null;
}

export const ratingScaleEntity = new EntitySchema<RatingScaleRow>({
  name: 'rating_scale',
  columns: { id: key(text), version: key(whole), name: text, createdAt: createdNow, activatedAt: maybe(instant) },
  checks: [check('rating_scale_version_check', 'version > 0')],
});

export interface RatingRow {
  scaleId: string;
  scaleVersion: number;
  key: string;
  value: number;
  label: string;
  definition: string;
  ordinal: number;
}

export const ratingEntity = new EntitySchema<RatingRow>({
  name: 'rating',
  columns: {
    scaleId: key(text),
    scaleVersion: key(whole),
    key: key(text),
    value: small,
    label: text,
    definition: text,
    ordinal: small,
  },
  checks: [check('rating_key_check', `key ~ '^[a-z][a-z0-9-]{0,39}$'`)],
  foreignKeys: [refersTo('rating_scale', ['scale_id', 'scale_version'], ['id', 'version'])],
});
