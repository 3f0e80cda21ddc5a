/** Labels in the order of the weights. */
export const LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;
const COUNT = LABELS.length;

/** A trained chain: weights of features by their hash, in steps of `scale`, and of transitions. */
export interface Model {
  /** Hashes of the features, one per row of `weights`. */
  readonly hashes: Int32Array;
  readonly weights: Int8Array;
  readonly scale: number;
  readonly move: Float64Array;
  readonly start: Float64Array;
}

const MAGIC = 0x31544450;
const HEAD_BYTES = 12;

/** The bytes of a model: magic "PDT1", rows (u32), scale (f32), transitions and starts (f32), hashes (i32), weights (i8); little endian. */
export function encodeModel(model: Model): Uint8Array {
  const rows = model.hashes.length;
  const bytes = new Uint8Array(HEAD_BYTES + 4 * (COUNT * COUNT + COUNT + rows) + rows * COUNT);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, rows, true);
  view.setFloat32(8, model.scale, true);
  let at = HEAD_BYTES;
  for (const value of [...model.move, ...model.start]) {
    view.setFloat32(at, value, true);
    at += 4;
  }
  for (const hash of model.hashes) {
    view.setInt32(at, hash, true);
    at += 4;
  }
  bytes.set(new Uint8Array(model.weights.buffer, model.weights.byteOffset, rows * COUNT), at);
  return bytes;
}

/** Reads what `encodeModel` wrote. Throws where the bytes are no such model: a broken file is a fault of the build. */
export function decodeModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD_BYTES || view.getUint32(0, true) !== MAGIC) throw new Error('The weights of the tagger are not in the format PDT1; run npm run train.');
  const rows = view.getUint32(4, true);
  const expected = HEAD_BYTES + 4 * (COUNT * COUNT + COUNT + rows) + rows * COUNT;
  if (bytes.length !== expected) throw new Error(`The weights of the tagger hold ${bytes.length} bytes, not ${expected}; run npm run train.`);
  let at = HEAD_BYTES;
  const floats = (count: number): Float64Array => Float64Array.from({ length: count }, () => view.getFloat32((at += 4) - 4, true));
  const move = floats(COUNT * COUNT);
  const start = floats(COUNT);
  const hashes = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) hashes[row] = view.getInt32(at + 4 * row, true);
  at += 4 * rows;
  return { hashes, weights: new Int8Array(bytes.slice(at).buffer), scale: view.getFloat32(8, true), move, start };
}

/** A model ready for use: its features in an open-addressing table. */
export class Scorer {
  readonly chain: { readonly labels: number; readonly move: Float64Array; readonly start: Float64Array };
  private readonly keys: Int32Array;
  private readonly rows: Int32Array;
  private readonly mask: number;

  constructor(private readonly model: Model) {
    let size = 1024;
    while (size < model.hashes.length * 2) size *= 2;
    this.keys = new Int32Array(size);
    this.rows = new Int32Array(size);
    this.mask = size - 1;
    for (let row = 0; row < model.hashes.length; row += 1) {
      const hash = model.hashes[row] as number;
      let slot = hash & this.mask;
      while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = hash;
      this.rows[slot] = row * COUNT;
    }
    this.chain = { labels: COUNT, move: model.move, start: model.start };
  }

  /** Writes the emission scores of one token with the given features to `emit[at..at + 7)`. */
  score(features: Int32Array, count: number, emit: Float64Array, at: number): void {
    const { keys, rows, mask } = this;
    const { weights, scale } = this.model;
    let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k < count; k += 1) {
      const hash = features[k] as number;
      let slot = hash & mask;
      let key = keys[slot] as number;
      while (key !== hash && key !== 0) {
        slot = (slot + 1) & mask;
        key = keys[slot] as number;
      }
      if (key === 0) continue;
      const row = rows[slot] as number;
      a += weights[row] as number;
      b += weights[row + 1] as number;
      c += weights[row + 2] as number;
      d += weights[row + 3] as number;
      e += weights[row + 4] as number;
      f += weights[row + 5] as number;
      g += weights[row + 6] as number;
    }
    emit[at] = a * scale;
    emit[at + 1] = b * scale;
    emit[at + 2] = c * scale;
    emit[at + 3] = d * scale;
    emit[at + 4] = e * scale;
    emit[at + 5] = f * scale;
    emit[at + 6] = g * scale;
  }
}
