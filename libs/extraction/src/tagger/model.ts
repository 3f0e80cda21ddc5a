/** Labels in the order of the weights. */
export const LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;
const COUNT = LABELS.length;

/** Weights of features by their hash: `width` numbers a feature, in steps of the model's scale. */
export interface WeightBlock {
  readonly hashes: Int32Array;
  readonly width: number;
  readonly weights: Int8Array;
}

/** Transition scores of one chain, row by row, and the scores of its first label. */
export interface Transitions {
  readonly move: Float64Array;
  readonly start: Float64Array;
}

/**
 * A trained tagger of two passes. `words`: weights of the features of the words, those of the first pass and then those
 * of the second in one row; `looks`: weights of what only the second pass sees.
 */
export interface Model {
  readonly scale: number;
  readonly words: WeightBlock;
  readonly looks: WeightBlock;
  readonly first: Transitions;
  readonly second: Transitions;
}

const MAGIC = 0x32544450;
const HEAD_BYTES = 16;
const FLOATS = 2 * (COUNT * COUNT + COUNT);
export const WORD_COLUMNS = 2 * COUNT;
export const LOOK_COLUMNS = COUNT;

/** The bytes of a model: magic "PDT2", rows of both blocks (u32), scale (f32), transitions (f32), then each block's hashes (i32) and weights (i8); little endian. */
export function encodeModel(model: Model): Uint8Array {
  const { words, looks, first, second } = model;
  const bytes = new Uint8Array(sizeOf(words.hashes.length, looks.hashes.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, words.hashes.length, true);
  view.setUint32(8, looks.hashes.length, true);
  view.setFloat32(12, model.scale, true);
  let at = HEAD_BYTES;
  for (const value of [...first.move, ...first.start, ...second.move, ...second.start]) {
    view.setFloat32(at, value, true);
    at += 4;
  }
  for (const block of [words, looks]) {
    for (const hash of block.hashes) {
      view.setInt32(at, hash, true);
      at += 4;
    }
    bytes.set(new Uint8Array(block.weights.buffer, block.weights.byteOffset, block.weights.length), at);
    at += block.weights.length;
  }
  return bytes;
}

function sizeOf(words: number, looks: number): number {
  return HEAD_BYTES + 4 * FLOATS + words * (4 + WORD_COLUMNS) + looks * (4 + LOOK_COLUMNS);
}

/** Reads what `encodeModel` wrote. Throws where the bytes are no such model: a broken file is a fault of the build. */
export function decodeModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD_BYTES || view.getUint32(0, true) !== MAGIC)
    throw new Error('The weights of the tagger are not in the format PDT2; run npm run train.');
  const [words, looks] = [view.getUint32(4, true), view.getUint32(8, true)];
  const expected = sizeOf(words, looks);
  if (bytes.length !== expected)
    throw new Error(`The weights of the tagger hold ${bytes.length} bytes, not ${expected}; run npm run train.`);
  let at = HEAD_BYTES;
  const floats = (count: number): Float64Array =>
    Float64Array.from({ length: count }, () => view.getFloat32((at += 4) - 4, true));
  const transitions = (): Transitions => ({ move: floats(COUNT * COUNT), start: floats(COUNT) });
  const [first, second] = [transitions(), transitions()];
  const block = (rows: number, width: number): WeightBlock => {
    const hashes = Int32Array.from({ length: rows }, (_, row) => view.getInt32(at + 4 * row, true));
    at += 4 * rows;
    const weights = new Int8Array(rows * width);
    weights.set(bytes.subarray(at, at + rows * width));
    at += rows * width;
    return { hashes, width, weights };
  };
  const wordBlock = block(words, WORD_COLUMNS);
  return { scale: view.getFloat32(12, true), first, second, words: wordBlock, looks: block(looks, LOOK_COLUMNS) };
}
