import { MOST_FEATURES, REACH, formFeatures } from './features.js';
import { type Form } from './forms.js';
import { type Frame } from './frame.js';
import { PAIRS, type WeightTable } from './weight-table.js';

/** Sums of one form: a run of `PAIRS` integers for each distance. */
const FORM_SIZE = REACH.length * PAIRS;
/** Sums of at most so many forms are kept, and some for the longest paragraph besides; then the store starts anew. */
const MOST_FORMS = 1 << 15;
const PAD = Math.max(...REACH);

/**
 * The weights of what forms tell by themselves, added up once for each form and distance: a token's neighbours come again and
 * again, and these are nearly half of all features. Adding sums of integers changes no answer.
 */
export class FormSums {
  private store = new Int32Array(FORM_SIZE * 1024);
  private kept = 0;
  /** Forms remember where their sums stand, and for whom: a new owner makes them forget. */
  private owner = {};
  /** Where the sums stand of the forms from `PAD` places before a paragraph to as many behind it. */
  private places = new Int32Array(0);
  private readonly features = new Int32Array(MOST_FEATURES);

  constructor(private readonly weights: WeightTable) {}

  load(frame: Frame): void {
    const length = frame.length + 2 * PAD;
    if (this.places.length < length) this.places = new Int32Array(2 * length);
    if (this.kept > MOST_FORMS) [this.kept, this.owner] = [0, {}];
    for (let i = 0; i < length; i += 1) this.places[i] = this.placeOf(frame.form(i - PAD));
  }

  /** Writes what the forms around token `i` tell of it to the `PAIRS` integers of `sums` from `at` on. */
  write(sums: Int32Array, at: number, i: number): void {
    const { store, places } = this;
    let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k < REACH.length; k += 1) {
      const from = (places[i + PAD + (REACH[k] as number)] as number) + k * PAIRS;
      a = (a + (store[from] as number)) | 0;
      b = (b + (store[from + 1] as number)) | 0;
      c = (c + (store[from + 2] as number)) | 0;
      d = (d + (store[from + 3] as number)) | 0;
      e = (e + (store[from + 4] as number)) | 0;
      f = (f + (store[from + 5] as number)) | 0;
      g = (g + (store[from + 6] as number)) | 0;
    }
    sums[at] = a;
    sums[at + 1] = b;
    sums[at + 2] = c;
    sums[at + 3] = d;
    sums[at + 4] = e;
    sums[at + 5] = f;
    sums[at + 6] = g;
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
    for (const [k, d] of REACH.entries())
      this.weights.addRows(this.store, place + k * PAIRS, this.features, formFeatures(form, d, this.features, 0));
    form.sumsFor = this.owner;
    form.sumsAt = place;
    return place;
  }
}
