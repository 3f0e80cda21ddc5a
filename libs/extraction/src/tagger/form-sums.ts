import { MOST_FEATURES, REACH, formFeatures, hintedFeatures } from './features.js';
import { type Form } from './forms.js';
import { type Frame } from './frame.js';
import { HINT_CODES } from './hints.js';
import { LABELS } from './model.js';
import { labelledFeatures } from './second-look.js';
import { PAIRS, type WeightTable, addRun } from './weight-table.js';

/** Distances to the neighbours. */
const NEIGHBOURS = REACH.filter((d) => d !== 0);
/** A form's sums are runs of `PAIRS` integers: one for each neighbour, one for each hint, one for each label of the first pass. */
const [HINTED, LABELLED] = [NEIGHBOURS.length, NEIGHBOURS.length + HINT_CODES];
const FORM_SIZE = (LABELLED + LABELS.length) * PAIRS;
/** Sums of at most so many forms are kept, and some for the longest sentence besides; then the store starts anew. */
const MOST_FORMS = 1 << 14;
const PAD = Math.max(...REACH);

/**
 * The weights of what forms tell by themselves, with a hint or with a label, added up once for each form: the same forms come again and
 * again, and these are most of all features. Adding sums of integers changes no answer.
 */
export class FormSums {
  private store = new Int32Array(FORM_SIZE * 512);
  private kept = 0;
  /** Forms remember where their sums stand, and for whom: a new owner makes them forget. */
  private owner = {};
  /** Where the sums stand of the forms from `PAD` places before a sentence to as many behind it. */
  private places = new Int32Array(0);
  private readonly features = new Int32Array(MOST_FEATURES);

  constructor(
    private readonly words: WeightTable,
    private readonly looks: WeightTable,
  ) {}

  load(frame: Frame): void {
    const length = frame.length + 2 * PAD;
    if (this.places.length < length) this.places = new Int32Array(2 * length);
    if (this.kept > MOST_FORMS) [this.kept, this.owner] = [0, {}];
    for (let i = 0; i < length; i += 1) this.places[i] = this.placeOf(frame.form(i - PAD));
  }

  /** Writes what the forms around token `i`, and its own with its hint, tell of it to the `PAIRS` integers of `sums` from `at` on. */
  write(sums: Int32Array, at: number, frame: Frame, i: number): void {
    const own = this.hintedAt(frame.form(i), frame.columns.hint[i] as number);
    const { store, places } = this;
    let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k <= NEIGHBOURS.length; k += 1) {
      const near = k < HINTED ? (places[i + PAD + (NEIGHBOURS[k] as number)] as number) + k * PAIRS : own;
      a = (a + (store[near] as number)) | 0;
      b = (b + (store[near + 1] as number)) | 0;
      c = (c + (store[near + 2] as number)) | 0;
      d = (d + (store[near + 3] as number)) | 0;
      e = (e + (store[near + 4] as number)) | 0;
      f = (f + (store[near + 5] as number)) | 0;
      g = (g + (store[near + 6] as number)) | 0;
    }
    sums[at] = a;
    sums[at + 1] = b;
    sums[at + 2] = c;
    sums[at + 3] = d;
    sums[at + 4] = e;
    sums[at + 5] = f;
    sums[at + 6] = g;
  }

  /** Adds what a form of the loaded sentence tells the second pass with its label of the first. */
  addLabelled(sums: Int32Array, at: number, form: Form, label: number): void {
    const run = LABELLED + label;
    const place = form.sumsAt + run * PAIRS;
    if (this.isNew(form, run))
      this.looks.addRows(this.store, place, this.features, labelledFeatures(form, label, this.features, 0));
    addRun(sums, at, this.store, place);
  }

  /** Where the sums of a form with its hint stand. */
  private hintedAt(form: Form, hint: number): number {
    const { features, words } = this;
    const run = HINTED + hint;
    const place = form.sumsAt + run * PAIRS;
    if (this.isNew(form, run)) {
      const count = hintedFeatures(form, hint, features, formFeatures(form, 0, features, 0));
      words.addRows(this.store, place, features, count);
    }
    return place;
  }

  /** Whether a run is asked for the first time. */
  private isNew(form: Form, run: number): boolean {
    if (((form.sumsKnown >> run) & 1) === 1) return false;
    form.sumsKnown |= 1 << run;
    return true;
  }

  private placeOf(form: Form): number {
    if (form.sumsFor === this.owner) return form.sumsAt;
    const place = this.kept * FORM_SIZE;
    this.kept += 1;
    if (place === this.store.length) {
      const old = this.store;
      this.store = new Int32Array(2 * old.length);
      this.store.set(old);
    }
    this.store.fill(0, place, place + FORM_SIZE);
    NEIGHBOURS.forEach((d, k) => {
      this.words.addRows(this.store, place + k * PAIRS, this.features, formFeatures(form, d, this.features, 0));
    });
    form.sumsFor = this.owner;
    form.sumsAt = place;
    form.sumsKnown = 0;
    return place;
  }
}
