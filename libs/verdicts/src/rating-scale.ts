/** A value on a newsroom's scale (schema.org `Rating`): `key` is stable, `label` is what readers see. */
export interface Rating {
  readonly key: string;
  readonly value: number;
  readonly label: string;
  readonly definition: string;
}

/** One version of a scale; a verdict is bound to the version it was given under. */
export interface RatingScale {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly ratings: readonly Rating[];
}

export const findRating = (scale: RatingScale, key: string): Rating | null =>
  scale.ratings.find((rating) => rating.key === key) ?? null;

/** Worst and best value, for `worstRating` and `bestRating`. A rating of 0 or less ("cannot tell") lies outside the range. */
export function ratingRange(scale: RatingScale): { readonly worst: number; readonly best: number } {
  const values = scale.ratings.map((rating) => rating.value).filter((value) => value > 0);
  return values.length === 0 ? { worst: 0, best: 0 } : { worst: Math.min(...values), best: Math.max(...values) };
}

/** What is wrong with a scale, in words; empty when it can be used. */
export function faultsOfScale(scale: RatingScale): string[] {
  const keys = scale.ratings.map((rating) => rating.key);
  const faults: string[] = [];
  if (scale.ratings.length < 2) faults.push('a scale needs at least two ratings');
  if (new Set(keys).size !== keys.length) faults.push('two ratings have the same key');
  if (scale.ratings.some((rating) => !Number.isInteger(rating.value))) faults.push('a value is not a whole number');
  return faults;
}
