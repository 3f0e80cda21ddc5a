import { bucket } from './features.js';
import { type Frame } from './frame.js';
import { mix, templateSeeds } from '../learning/hash.js';

const CUES = { begin: 3, inside: 4 } as const;
const SEEDS = templateSeeds(0x2b0c3d);
const one = (template: number, a: number): number => mix(SEEDS[template] as number, a);
const two = (template: number, a: number, b: number): number => mix(one(template, a), b);
const three = (template: number, a: number, b: number, c: number): number => mix(two(template, a, b), c);

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
  private pattern = new Int32Array(0);
  private carried = new Int32Array(0);
  private length = 0;

  /** Reads the first pass' labels of the paragraph that `frame` holds. */
  load(frame: Frame, labels: Uint8Array): void {
    this.reserve(frame.length);
    this.length = frame.length;
    for (let i = 0; i < frame.length; i += 1) this.labels[i] = labels[i] as number;
    this.readRuns();
    let before = 0;
    for (let s = 0; s < frame.sentences; s += 1) {
      const [from, to] = [frame.sentenceStarts[s] as number, frame.sentenceStarts[s + 1] as number];
      this.readCues(from, to);
      const pattern = this.readPattern(from, to);
      for (let i = from; i < to; i += 1) {
        this.pattern[i] = pattern;
        this.carried[i] = before;
      }
      before = pattern;
    }
  }

  private reserve(length: number): void {
    if (this.labels.length >= length) return;
    this.labels = new Uint8Array(2 * length);
    for (const name of ['leftCue', 'rightCue', 'runStart', 'runEnd', 'pattern', 'carried'] as const)
      this[name] = new Int32Array(2 * length);
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

  private readCues(from: number, to: number): void {
    let last = -1;
    for (let i = from; i < to; i += 1) {
      this.leftCue[i] = last;
      if (this.isCue(i)) last = i;
    }
    last = -1;
    for (let i = to - 1; i >= from; i -= 1) {
      this.rightCue[i] = last;
      if (this.isCue(i)) last = i;
    }
  }

  private isCue(i: number): boolean {
    return this.labels[i] === CUES.begin || this.labels[i] === CUES.inside;
  }

  /** The order in which roles begin in a sentence, as one number; at most eight. */
  private readPattern(from: number, to: number): number {
    let [pattern, count] = [1, 0];
    for (let i = from; i < to && count < 8; i += 1) {
      const label = this.labels[i] as number;
      if (label === 0 || (label % 2 === 0 && i > from)) continue;
      pattern = pattern * 4 + ((label + 1) >> 1);
      count += 1;
    }
    return pattern;
  }

  private label(i: number): number {
    return i < 0 || i >= this.length ? 9 : (this.labels[i] as number);
  }

  /** Writes the features of token `i` of the second pass to `out` and answers how many there are. */
  featuresAt(frame: Frame, i: number, out: Int32Array): number {
    const n = this.labelFeatures(frame, i, out);
    return this.runFeatures(frame, i, out, this.cueFeatures(frame, i, out, n));
  }

  private labelFeatures(frame: Frame, i: number, out: Int32Array): number {
    const { kind, hint, lower } = frame.columns;
    const [y2, y1, y] = [this.label(i - 2), this.label(i - 1), this.label(i)];
    const [z1, z2] = [this.label(i + 1), this.label(i + 2)];
    let n = 0;
    for (let d = -2; d <= 2; d += 1) out[n++] = one(10 + d, this.label(i + d));
    out[n++] = three(22, y1, y, z1);
    out[n++] = mix(three(23, y2, y1, y), mix(z1, z2));
    out[n++] = two(24, y, kind[i] as number);
    out[n++] = two(25, y, lower[i] as number);
    out[n++] = three(29, y, hint[i] as number, y1);
    return n;
  }

  private cueFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
    const { stem, kind, quote } = frame.columns;
    const [l, r] = [this.leftCue[i] as number, this.rightCue[i] as number];
    const y = this.label(i);
    let n = from;
    out[n++] = three(40, y, l < 0 ? 0 : (stem[l] as number), l < 0 ? 9 : bucket(i - l));
    out[n++] = three(41, y, r < 0 ? 0 : (stem[r] as number), r < 0 ? 9 : bucket(r - i));
    out[n++] = mix(three(42, y, l < 0 ? 0 : (kind[l] as number), l < 0 ? 9 : bucket(i - l)), quote[i] as number);
    out[n++] = mix(three(43, y, r < 0 ? 0 : (kind[r] as number), r < 0 ? 9 : bucket(r - i)), quote[i] as number);
    out[n++] = three(45, y, this.pattern[i] as number, quote[i] as number);
    out[n++] = three(46, y, this.pattern[i] as number, this.carried[i] as number);
    return n;
  }

  private runFeatures(frame: Frame, i: number, out: Int32Array, from: number): number {
    const { quote } = frame.columns;
    const [start, end] = [this.runStart[i] as number, this.runEnd[i] as number];
    const y = this.label(i);
    const [toStart, toEnd] = [bucket(i - start), bucket(end - 1 - i)];
    let n = from;
    out[n++] = three(50, y, toStart, toEnd);
    out[n++] = mix(three(54, y, this.label(start - 1), this.label(end)), mix(toStart, toEnd));
    out[n++] = three(56, y, quote[i] as number, mix(toStart, toEnd));
    return n;
  }
}
