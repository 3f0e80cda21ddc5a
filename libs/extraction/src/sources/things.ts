import { type Cast } from './people.js';
import { type Resolved } from './sources.js';

// What "it" and "they" take up where it is no person.

/** The record that "it" or "they" take up: one that has just told something, or that the sentence before brought in; null for other words. */
export function recordMeant(cast: Cast, word: string): Resolved | null {
  if (word !== 'it' && word !== 'they') return null;
  const told = word === 'it' ? cast.lastThing : cast.lastGroup;
  if (told?.type === 'document' && cast.at - cast.lastThingAt <= 1) return told;
  const before = cast.recordBefore;
  return before && before.several === (word === 'they') ? { name: before.name, type: 'document', named: true } : null;
}

/** The record that the sentence before brought in, if nobody and nothing has spoken since. */
function recordBefore(cast: Cast): Resolved | null {
  const { recordBefore: before, lastThingAt, at } = cast;
  return before && !before.several && lastThingAt < at - 1
    ? { name: before.name, type: 'document', named: true }
    : null;
}

/** What "it" takes up: the last body or record that spoke; a record only while it is fresh. */
export const thingMeant = (cast: Cast): Resolved | null =>
  recordBefore(cast) ??
  (cast.lastThing?.type === 'document' && cast.at - cast.lastThingAt > 2
    ? (cast.lastBody ?? cast.lastThing)
    : cast.lastThing);

/** Whom "they" takes up: the last people, records or body that spoke; records only while they are fresh. */
export function groupMeant(cast: Cast): Resolved | null {
  const told = cast.lastGroup ?? cast.lastThing;
  return told?.type === 'document' && cast.at - cast.lastThingAt > 2 ? cast.lastBody : told;
}
