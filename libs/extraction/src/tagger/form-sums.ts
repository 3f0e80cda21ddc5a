import { MOST_FEATURES, REACH, formFeatures } from './features.js';
import { type Form } from './forms.js';
import { type Frame } from './frame.js';
import { SUM_SIZE, type WeightTable, addSums } from './weight-table.js';

/**
 * The weights of what forms tell by themselves, added up once for each form and distance: a token's neighbours come again and
 * again, and these are nearly half of all features. They are kept with the form; adding sums of integers changes no answer.
 */
export class FormSums {
  /** The sums of the forms from `PAD` places before a paragraph to as many behind it. */
  private readonly near: Int32Array[] = [];
  private readonly features = new Int32Array(MOST_FEATURES);

  constructor(private readonly weights: WeightTable) {}

  load(frame: Frame): void {
    for (let i = -PAD; i < frame.length + PAD; i += 1) this.near[i + PAD] = this.sumsOf(frame.form(i));
  }

  /** Adds what the forms around token `i` tell of it. */
  addTo(rows: Int32Array, i: number): void {
    for (let k = 0; k < REACH.length; k += 1)
      addSums(rows, 0, this.near[i + PAD + (REACH[k] as number)] as Int32Array, k * SUM_SIZE);
  }

  private sumsOf(form: Form): Int32Array {
    if (form.sums?.owner === this) return form.sums.numbers;
    const sums = new Int32Array(REACH.length * SUM_SIZE);
    for (const [k, d] of REACH.entries())
      this.weights.addRows(sums, k * SUM_SIZE, this.features, formFeatures(form, d, this.features, 0));
    form.sums = { owner: this, numbers: sums };
    return sums;
  }
}

const PAD = Math.max(...REACH);
