import { type Form } from './forms.js';
import { type Frame } from './frame.js';
import { mix, templateSeeds } from '../learning/hash.js';

/** Room for the features of one token. */
export const MOST_FEATURES = 128;

/**
 * Writes the features of token `i` to `out` as 32-bit hashes and answers how many there are. A feature is a numbered template
 * mixed with the values it looks at. Same sentence, same features, in the same order. The tagger itself takes them in four parts, of which
 * it remembers the sums of the first three: what forms tell, a form with its hint, and what follows from a few small numbers.
 */
export function featuresAt(frame: Frame, i: number, out: Int32Array): number {
  let n = 0;
  for (const d of REACH) n = formFeatures(frame.form(i + d), d, out, n);
  n = hintedFeatures(frame.form(i), frame.columns.hint[i] as number, out, n);
  n = stateFeatures(stateKey(frame, i), out, n);
  n = hintWindow(hintKey(frame, i), out, n);
  return contextFeatures(frame, i, out, n);
}

/** Distances at which the form of a token tells something; the token itself first. */
export const REACH = [0, -3, -2, -1, 1, 2, 3] as const;

/** What the form of a token tells by itself of the token `d` places before it (0: of itself). Nothing of where it stands goes in. */
export function formFeatures({ word, pos, quote, kind }: Form, d: number, out: Int32Array, from: number): number {
  let n = from;
  if (d !== 0) {
    out[n++] = one(20 + d, word.lower);
    if (d >= -2 && d <= 2) out[n++] = one(30 + d, pos);
    out[n++] = one(40 + d, kind);
    if (d >= -2 && d <= 2) out[n++] = one(130 + d, word.wide);
    if (d >= -1 && d <= 1) out[n++] = one(134 + d, word.narrow);
    return n;
  }
  out[n++] = one(1, 0);
  out[n++] = one(2, word.lower);
  out[n++] = one(3, word.stem);
  out[n++] = one(4, word.shape);
  out[n++] = one(5, word.suffix3);
  out[n++] = one(6, word.suffix2);
  out[n++] = one(7, word.prefix3);
  out[n++] = one(8, pos);
  out[n++] = two(9, pos, quote);
  out[n++] = two(10, word.lower, pos);
  out[n++] = two(11, kind, quote);
  out[n++] = one(12, word.classes);
  out[n++] = one(13, word.wide);
  out[n++] = one(14, word.narrow);
  out[n++] = two(15, word.narrow, pos);
  out[n++] = two(16, word.wide, quote);
  return n;
}

/** What a form tells together with what the rules say of it. */
export function hintedFeatures({ word, kind }: Form, hint: number, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = two(17, word.narrow, hint);
  out[n++] = two(116, hint, kind);
  out[n++] = two(117, hint, word.lower);
  return n;
}

/** Keys of `stateFeatures` and of `hintWindow` are below these. */
export const STATES = 1 << 17;
export const HINT_WINDOWS = 1 << 15;

/** The kind of sentence, part of speech, quotation state and hint of a token as one number. */
export function stateKey({ summary, columns: { pos, quote, hint } }: Frame, i: number): number {
  return (((((summary << 5) | (pos[i] as number)) << 3) | (quote[i] as number)) << 3) | (hint[i] as number);
}

export function stateFeatures(key: number, out: Int32Array, from: number): number {
  const [summary, pos, quote, hint] = [key >> 11, (key >> 6) & 31, (key >> 3) & 7, key & 7];
  let n = from;
  out[n++] = two(82, summary, pos);
  out[n++] = three(118, hint, quote, pos);
  out[n++] = three(122, hint, summary, quote);
  return n;
}

/** The hints of a token and of two on each side as one number. */
export function hintKey(frame: Frame, i: number): number {
  const { hint } = frame.columns;
  let key = 0;
  for (let d = -2; d <= 2; d += 1) key = (key << 3) | inside(frame, i + d, hint);
  return key;
}

export function hintWindow(key: number, out: Int32Array, from: number): number {
  const before = three(115, key >> 12, (key >> 9) & 7, (key >> 6) & 7);
  out[from] = mix(before, mix((key >> 3) & 7, key & 7));
  return from + 1;
}

/**
 * What only the place of a token tells: how its neighbours go together, verbs, quotations, phrases. Each of these is worked
 * out and looked up for every token, so there are few: without those that were here once (the numbers that are missing) the tagger
 * finds as much.
 */
export function contextFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  let n = windowFeatures(frame, i, out, from);
  n = verbFeatures(frame, i, out, n);
  return meaningFeatures(frame, i, out, n);
}

const SEEDS = templateSeeds(0x51ed27);
const one = (template: number, a: number): number => mix(SEEDS[template] as number, a);
const two = (template: number, a: number, b: number): number => mix(one(template, a), b);
const three = (template: number, a: number, b: number, c: number): number => mix(two(template, a, b), c);

/** Distances in steps that widen: 0, 1, 2, 3, 4-5, 6-9, 10-17, 18 and more. */
export function bucket(distance: number): number {
  const d = distance < 0 ? -distance : distance;
  return d < 4 ? d : d < 6 ? 4 : d < 10 ? 5 : d < 18 ? 6 : 7;
}

function windowFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  const { lower, stem, kind, quote } = frame.columns;
  const [k1, k, l1] = [inside(frame, i - 1, kind), kind[i] as number, inside(frame, i + 1, kind)];
  let n = from;
  out[n++] = two(55, k1, k);
  out[n++] = two(56, k, l1);
  out[n++] = two(66, stem[i] as number, l1);
  out[n++] = three(92, inside(frame, i - 1, quote), quote[i] as number, lower[i] as number);
  return n;
}

function verbFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  const { kind, stem, pos, left, right, between, quote, hint, manner } = frame.columns;
  const [l, r] = [left[i] as number, right[i] as number];
  const p = pos[i] as number;
  const seen = between[i] as number;
  let n = from;
  const leftKind = l < 0 ? 0 : (kind[l] as number);
  const rightKind = r < 0 ? 0 : (kind[r] as number);
  out[n++] = three(70, leftKind, l < 0 ? 9 : bucket(i - l), p);
  out[n++] = two(72, l < 0 ? 0 : (stem[l] as number), seen);
  out[n++] = three(73, rightKind, r < 0 ? 9 : bucket(r - i), p);
  out[n++] = three(76, leftKind, rightKind, quote[i] as number);
  out[n++] = three(85, frame.summary, quote[i] as number, seen);
  out[n++] = three(121, hint[i] as number, l < 0 ? 0 : (stem[l] as number), manner[i] as number);
  return n;
}

/** Classes of meaning: of the token, the next verb and the head of the noun phrase around it. */
function meaningFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  const { pos, nextVerb, phraseEnd } = frame.columns;
  const { narrow } = frame.word(i);
  const [next, end] = [nextVerb[i] as number, phraseEnd[i] as number];
  let n = from;
  out[n++] = two(19, narrow, inside(frame, i + 1, pos));
  out[n++] = three(140, next < 0 ? 0 : frame.word(next).narrow, next < 0 ? 9 : bucket(next - i), pos[i] as number);
  out[n++] = two(141, end < 1 ? 0 : frame.word(end - 1).narrow, end < 1 ? 0 : frame.word(end).wide);
  return n;
}

function inside(frame: Frame, i: number, column: Int32Array): number {
  return i < 0 || i >= frame.length ? 0 : (column[i] as number);
}
