import { viterbi } from '@proofdesk/extraction/training';
import { LABEL_COUNT } from './trainer.mjs';

/** Best labels of every given sequence by a trained model. */
export function decode(model, data, sequences) {
  const chain = { labels: LABEL_COUNT, move: model.move, start: model.start };
  return sequences.map((sequence) => {
    const [from, to] = [data.sequenceStarts[sequence], data.sequenceStarts[sequence + 1]];
    const path = new Uint8Array(to - from);
    viterbi(chain, emissions(model, data, from, to), to - from, path, new Uint8Array((to - from) * LABEL_COUNT));
    return path;
  });
}

export function emissions(model, data, from, to) {
  const emit = new Float64Array((to - from) * LABEL_COUNT);
  for (let t = from; t < to; t += 1) {
    const base = (t - from) * LABEL_COUNT;
    for (let f = data.tokenStarts[t]; f < data.tokenStarts[t + 1]; f += 1) {
      const row = data.features[f] * LABEL_COUNT;
      for (let y = 0; y < LABEL_COUNT; y += 1) emit[base + y] += model.weights[row + y];
    }
  }
  return emit;
}
