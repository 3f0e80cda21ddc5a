import { type Form, QUOTE } from './forms.js';
import { type Frame } from './frame.js';
import { mix, templateSeeds } from '../learning/hash.js';

/** Room for the features of one token. */
export const MOST_FEATURES = 128;

/**
 * Writes the features of token `i` to `out` as 32-bit hashes and answers how many there are. A feature is a numbered template
 * mixed with the values it looks at. Same paragraph, same features, in the same order.
 */
export function featuresAt(frame: Frame, i: number, out: Int32Array): number {
  let n = 0;
  for (const d of REACH) n = formFeatures(frame.form(i + d), d, out, n);
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

/** What only the place of a token tells: how its neighbours go together, verbs, quotations, phrases, hints. */
export function contextFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  let n = windowFeatures(frame, i, out, from);
  n = verbFeatures(frame, i, out, n);
  n = quoteFeatures(frame, i, out, n);
  n = phraseFeatures(frame, i, out, n);
  n = meaningFeatures(frame, i, out, n);
  return hintFeatures(frame, i, out, n);
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
  const { lower, stem, kind, pos } = frame.columns;
  const [w1, w, v1] = [inside(frame, i - 1, lower), lower[i] as number, inside(frame, i + 1, lower)];
  const [k2, k1, k] = [inside(frame, i - 2, kind), inside(frame, i - 1, kind), kind[i] as number];
  const [l1, l2] = [inside(frame, i + 1, kind), inside(frame, i + 2, kind)];
  const [p2, p1, p] = [inside(frame, i - 2, pos), inside(frame, i - 1, pos), pos[i] as number];
  const [q1, q2] = [inside(frame, i + 1, pos), inside(frame, i + 2, pos)];
  let n = from;
  out[n++] = two(50, w1, w);
  out[n++] = two(51, w, v1);
  out[n++] = two(55, k1, k);
  out[n++] = two(56, k, l1);
  out[n++] = three(59, k1, k, l1);
  out[n++] = three(60, k2, k1, k);
  out[n++] = three(61, k, l1, l2);
  out[n++] = mix(three(65, p2, p1, p), mix(q1, q2));
  out[n++] = two(66, stem[i] as number, l1);
  out[n++] = two(67, stem[i] as number, k1);
  return n;
}

function verbFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  const { kind, stem, pos, left, right, between, nextVerb, summary, carried, quote } = frame.columns;
  const [l, r] = [left[i] as number, right[i] as number];
  const p = pos[i] as number;
  const seen = between[i] as number;
  let n = from;
  const leftKind = l < 0 ? 0 : (kind[l] as number);
  const rightKind = r < 0 ? 0 : (kind[r] as number);
  const [leftGap, rightGap] = [l < 0 ? 9 : bucket(i - l), r < 0 ? 9 : bucket(r - i)];
  out[n++] = three(70, leftKind, leftGap, p);
  out[n++] = three(71, leftKind, seen, p);
  out[n++] = two(72, l < 0 ? 0 : (stem[l] as number), seen);
  out[n++] = three(73, rightKind, rightGap, p);
  out[n++] = two(74, r < 0 ? 0 : (stem[r] as number), rightGap);
  out[n++] = three(76, leftKind, rightKind, quote[i] as number);
  const after = nextVerb[i] as number;
  const afterKind = after < 0 ? 0 : (kind[after] as number);
  out[n++] = three(78, afterKind, after < 0 ? 9 : bucket(after - i), p);
  out[n++] = two(79, after < 0 ? 0 : (stem[after] as number), after < 0 ? 9 : bucket(after - i));
  out[n++] = three(80, kind[i] as number, leftKind, seen);
  out[n++] = three(82, summary[i] as number, carried[i] as number, p);
  out[n++] = three(85, summary[i] as number, quote[i] as number, seen);
  return n;
}

function quoteFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  const { lower, quote, kind, beforeQuote, afterQuote, summary } = frame.columns;
  const [q2, q1, q] = [inside(frame, i - 2, quote), inside(frame, i - 1, quote), quote[i] as number];
  const [r1, r2] = [inside(frame, i + 1, quote), inside(frame, i + 2, quote)];
  let n = from;
  out[n++] = three(90, q1, q, r1);
  out[n++] = mix(three(91, q2, q1, q), mix(r1, r2));
  out[n++] = three(92, q1, q, lower[i] as number);
  if (q === QUOTE.outside) return n;
  const [open, close] = [beforeQuote[i] as number, afterQuote[i] as number];
  const length = bucket((close - open) >> 1);
  out[n++] = three(94, q, inside(frame, open, kind), length);
  out[n++] = three(95, q, inside(frame, close, kind), inside(frame, close + 1, kind));
  out[n++] = three(97, inside(frame, open, lower), inside(frame, close, lower), length);
  out[n++] = three(98, summary[i] as number, length, q1);
  return n;
}

function phraseFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  const { stem, phraseStart, phraseEnd, kind, pos } = frame.columns;
  const [start, end] = [phraseStart[i] as number, phraseEnd[i] as number];
  let n = from;
  if (start < 0) return n;
  const edge = (start === i ? 1 : 0) + (end === i + 1 ? 2 : 0);
  const headKind = kind[end - 1] as number;
  const nextKind = inside(frame, end, kind);
  out[n++] = three(100, edge, headKind, nextKind);
  out[n++] = three(101, edge, nextKind, inside(frame, end + 1, kind));
  out[n++] = two(103, edge, stem[end - 1] as number);
  out[n++] = three(104, edge, headKind, pos[start] as number);
  out[n++] = three(105, edge, inside(frame, end, stem), headKind);
  return n;
}

/** Classes of meaning: of the token, the reporting verb before it, the next verb and the head of the noun phrase around it. */
function meaningFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  const { hint, pos, left, between, nextVerb, phraseEnd } = frame.columns;
  const { wide, narrow } = frame.word(i);
  const [l, next, end] = [left[i] as number, nextVerb[i] as number, phraseEnd[i] as number];
  const p = pos[i] as number;
  let n = from;
  out[n++] = two(17, narrow, hint[i] as number);
  out[n++] = three(18, wide, frame.word(i - 1).wide, hint[i] as number);
  out[n++] = two(19, narrow, inside(frame, i + 1, pos));
  out[n++] = two(138, narrow, inside(frame, i - 1, pos));
  out[n++] = three(139, l < 0 ? 0 : frame.word(l).narrow, between[i] as number, p);
  out[n++] = three(140, next < 0 ? 0 : frame.word(next).narrow, next < 0 ? 9 : bucket(next - i), p);
  out[n++] = two(141, end < 1 ? 0 : frame.word(end - 1).narrow, end < 1 ? 0 : frame.word(end).wide);
  return n;
}

function hintFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
  const { lower, stem, hint, manner, quote, kind, pos, summary, left } = frame.columns;
  const [h2, h1, h] = [inside(frame, i - 2, hint), inside(frame, i - 1, hint), hint[i] as number];
  const [g1, g2] = [inside(frame, i + 1, hint), inside(frame, i + 2, hint)];
  let n = from;
  out[n++] = two(111, h, manner[i] as number);
  out[n++] = three(114, h1, h, g1);
  out[n++] = mix(three(115, h2, h1, h), mix(g1, g2));
  out[n++] = two(116, h, kind[i] as number);
  out[n++] = two(117, h, lower[i] as number);
  out[n++] = three(118, h, quote[i] as number, pos[i] as number);
  out[n++] = three(119, h1, h, kind[i] as number);
  out[n++] = three(120, h, g1, inside(frame, i + 1, kind));
  const l = left[i] as number;
  out[n++] = three(121, h, l < 0 ? 0 : (stem[l] as number), manner[i] as number);
  out[n++] = three(122, h, summary[i] as number, quote[i] as number);
  return n;
}

function inside(frame: Frame, i: number, column: Int32Array): number {
  return i < 0 || i >= frame.length ? 0 : (column[i] as number);
}
