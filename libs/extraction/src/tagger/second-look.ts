import { bucket } from './features.js';
import { type Form } from './forms.js';
import { type Frame } from './frame.js';
import { mix, templateSeeds } from '../learning/hash.js';

/** The label of what stands beyond a sentence. */
const BEYOND = 7;
/** Keys of `labelWindow` and of `runFeatures` are below this. */
export const LOOK_KEYS = 1 << 15;
const CUES = { begin: 3, inside: 4 } as const;
const SEEDS = templateSeeds(0x2b0c3d);
const one = (template: number, a: number): number => mix(SEEDS[template] as number, a);
const two = (template: number, a: number, b: number): number => mix(one(template, a), b);
const three = (template: number, a: number, b: number, c: number): number => mix(two(template, a, b), c);

/** What a form tells together with its label. */
export function labelledFeatures({ kind, lower }: Form, label: number, out: Int32Array, from: number): number {
  out[from] = two(24, label, kind);
  out[from + 1] = two(25, label, lower);
  return from + 2;
}

export function labelWindow(key: number, out: Int32Array, from: number): number {
  const labels = [key >> 12, (key >> 9) & 7, (key >> 6) & 7, (key >> 3) & 7, key & 7] as const;
  let n = from;
  for (let d = 0; d < labels.length; d += 1) out[n++] = one(8 + d, labels[d] as number);
  out[n++] = mix(three(23, labels[0], labels[1], labels[2]), mix(labels[3], labels[4]));
  return n;
}

export function runFeatures(key: number, out: Int32Array, from: number): number {
  const label = key >> 12;
  out[from] = three(29, label, (key >> 9) & 7, (key >> 6) & 7);
  out[from + 1] = three(50, label, (key >> 3) & 7, key & 7);
  return from + 2;
}

/**
 * What the second pass sees of the first pass' labels: the labels around a token, the cues on both sides, the run of equal
 * labels one stands in and its edges, and the order of the roles in the sentence.
 */
export class SecondLook {
  private labels = new Uint8Array(0);
  private leftCue = new Int32Array(0);
  private rightCue = new Int32Array(0);
  private runStart = new Int32Array(0);
  private runEnd = new Int32Array(0);
  private pattern = 0;
  private length = 0;

  /** Reads the first pass' labels of the sentence that `frame` holds. */
  load(frame: Frame, labels: Uint8Array): void {
    this.reserve(frame.length);
    this.length = frame.length;
    for (let i = 0; i < frame.length; i += 1) this.labels[i] = labels[i] as number;
    this.readRuns();
    this.readCues();
    this.pattern = this.readPattern();
  }

  private reserve(length: number): void {
    if (this.labels.length >= length) return;
    this.labels = new Uint8Array(2 * length);
    for (const name of ['leftCue', 'rightCue', 'runStart', 'runEnd'] as const) this[name] = new Int32Array(2 * length);
  }

  private readRuns(): void {
    let start = 0;
    for (let i = 0; i < this.length; i += 1) {
      if (i > 0 && !this.goesOn(i)) start = i;
      this.runStart[i] = start;
    }
    let end = this.length;
    for (let i = this.length - 1; i >= 0; i -= 1) {
      this.runEnd[i] = end;
      if (i > 0 && !this.goesOn(i)) end = i;
    }
  }

  /** Whether token `i` belongs to the run of the token before: both outside, or an inside label. */
  private goesOn(i: number): boolean {
    const label = this.labels[i] as number;
    return label === 0 ? this.labels[i - 1] === 0 : label % 2 === 0;
  }

  private readCues(): void {
    let last = -1;
    for (let i = 0; i < this.length; i += 1) {
      this.leftCue[i] = last;
      if (this.isCue(i)) last = i;
    }
    last = -1;
    for (let i = this.length - 1; i >= 0; i -= 1) {
      this.rightCue[i] = last;
      if (this.isCue(i)) last = i;
    }
  }

  private isCue(i: number): boolean {
    return this.labels[i] === CUES.begin || this.labels[i] === CUES.inside;
  }

  /** The order in which roles begin in a sentence, as one number; at most eight. */
  private readPattern(): number {
    let [pattern, count] = [1, 0];
    for (let i = 0; i < this.length && count < 8; i += 1) {
      const label = this.labels[i] as number;
      if (label === 0 || (label % 2 === 0 && i > 0)) continue;
      pattern = pattern * 4 + ((label + 1) >> 1);
      count += 1;
    }
    return pattern;
  }

  /** The label of a token; beyond the sentence `BEYOND`. */
  label(i: number): number {
    return i < 0 || i >= this.length ? BEYOND : (this.labels[i] as number);
  }

  /** The labels of a token and of two on each side as one number, for `labelWindow`. */
  windowKey(i: number): number {
    let key = 0;
    for (let d = -2; d <= 2; d += 1) key = (key << 3) | this.label(i + d);
    return key;
  }

  /** A token's label, hint, the label before and how far its run reaches on both sides as one number, for `runFeatures`. */
  runKey(frame: Frame, i: number): number {
    const [toStart, toEnd] = [i - (this.runStart[i] as number), (this.runEnd[i] as number) - 1 - i];
    const labels = (((this.label(i) << 3) | (frame.columns.hint[i] as number)) << 3) | this.label(i - 1);
    return (((labels << 3) | bucket(toStart)) << 3) | bucket(toEnd);
  }

  /** Writes the features of token `i` of the second pass to `out` and answers how many there are. */
  featuresAt(frame: Frame, i: number, out: Int32Array): number {
    let n = labelledFeatures(frame.form(i), this.label(i), out, 0);
    n = labelWindow(this.windowKey(i), out, n);
    n = runFeatures(this.runKey(frame, i), out, n);
    return this.placeFeatures(frame, i, out, n);
  }

  /** The cues on both sides and the order of the roles: what is worked out for every token. */
  placeFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
    const { stem, kind, quote } = frame.columns;
    const [l, r] = [this.leftCue[i] as number, this.rightCue[i] as number];
    const y = this.label(i);
    let n = from;
    out[n++] = three(40, y, l < 0 ? 0 : (stem[l] as number), l < 0 ? 9 : bucket(i - l));
    out[n++] = three(41, y, r < 0 ? 0 : (stem[r] as number), r < 0 ? 9 : bucket(r - i));
    out[n++] = mix(three(42, y, l < 0 ? 0 : (kind[l] as number), l < 0 ? 9 : bucket(i - l)), quote[i] as number);
    out[n++] = two(46, y, this.pattern);
    return n;
  }
}
