import { MOST_FEATURES } from './features.js';
import { PAIRS, type WeightTable, addRun } from './weight-table.js';

/**
 * Weights of features that follow from a few small numbers, packed into one key: added up once for each key, then read. Most keys
 * never come, and those that do come again and again.
 */
export class SumMemo {
  /** Where the sums of a key stand; 0: not yet known. */
  private readonly places: Int32Array;
  private store = new Int32Array(64 * PAIRS);
  private end = PAIRS;
  private readonly features = new Int32Array(MOST_FEATURES);

  /** `keys`: one more than the largest key. `featuresOf` writes the features of a key and answers how many they are. */
  constructor(
    private readonly weights: WeightTable,
    keys: number,
    private readonly featuresOf: (key: number, out: Int32Array) => number,
  ) {
    this.places = new Int32Array(keys);
  }

  /** Adds the sums of a key to the `PAIRS` integers of `sums` from `at` on. */
  add(sums: Int32Array, at: number, key: number): void {
    const known = this.places[key] as number;
    const place = known === 0 ? this.learn(key) : known;
    addRun(sums, at, this.store, place);
  }

  private learn(key: number): number {
    const place = this.end;
    this.end += PAIRS;
    if (this.end > this.store.length) {
      const old = this.store;
      this.store = new Int32Array(2 * old.length);
      this.store.set(old);
    }
    this.weights.addRows(this.store, place, this.features, this.featuresOf(key, this.features));
    this.places[key] = place;
    return place;
  }
}
