import { NARROW_CLASSES, WIDE_CLASSES } from '../models/word-classes.generated.js';
import { SCORED_WORDS } from '../models/word-scores.generated.js';

let places: Map<string, number> | undefined;
let [wide, narrow] = [Buffer.alloc(0), Buffer.alloc(0)];

/** Both lists say something of each of the words with vectors, in the order of `SCORED_WORDS`. */
function placeOf(lower: string): number {
  if (!places) {
    places = new Map(SCORED_WORDS.split(' ').map((word, at) => [word, at]));
    [wide, narrow] = [Buffer.from(WIDE_CLASSES, 'base64'), Buffer.from(NARROW_CLASSES, 'base64')];
  }
  return places.get(lower) ?? -1;
}

/**
 * One of 64 classes of words with like vectors, from 1; 0 for a word without. "scoffed" and "sneered" fall together though no
 * article of the training held one of them (word clusters in tagging: Miller, Guinness and Zamanian 2004; Turian and others 2010).
 */
export function wideClassOf(lower: string): number {
  const place = placeOf(lower);
  return place < 0 ? 0 : 1 + (wide[place] ?? 0);
}

/** The same out of 256 classes. */
export function narrowClassOf(lower: string): number {
  const place = placeOf(lower);
  return place < 0 ? 0 : 1 + (narrow[place] ?? 0);
}
