import { WORDNET_CLASSES } from './wordnet-classes.js';

const NAMES = Object.keys(WORDNET_CLASSES) as (keyof typeof WORDNET_CLASSES)[];
let masks: Map<string, number> | undefined;

function read(): Map<string, number> {
  if (masks) return masks;
  masks = new Map();
  for (const [bit, name] of NAMES.entries()) {
    for (const lemma of WORDNET_CLASSES[name].split(' ')) masks.set(lemma, (masks.get(lemma) ?? 0) | (1 << bit));
  }
  return masks;
}

const bitsOf = (prefix: string): number =>
  NAMES.reduce((bits, name, i) => (name.startsWith(prefix) ? bits | (1 << i) : bits), 0);
/** The bits that speak of nouns, and those that speak of verbs. */
export const NOUN_BITS = bitsOf('noun');
export const VERB_BITS = bitsOf('verb');

/** One bit for each WordNet class that a lemma belongs to; 0 for words of none. */
export function wordnetMask(lemma: string): number {
  return read().get(lemma) ?? 0;
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['ses', 's'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['xes', 'x'],
  ['men', 'man'],
  ['s', ''],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
];

/** The base form of a regularly inflected word where WordNet knows it, else the word. After WordNet's own "morphy" rules. */
export function baseForm(lower: string): string {
  const known = read();
  if (known.has(lower) || lower.length < 4) return lower;
  for (const [ending, rest] of ENDINGS) {
    if (!lower.endsWith(ending)) continue;
    const base = lower.slice(0, -ending.length) + rest;
    if (known.has(base)) return base;
    const halved = base.slice(0, -1);
    if (rest === '' && base.length > 3 && base.at(-1) === base.at(-2) && known.has(halved)) return halved;
  }
  return lower;
}
