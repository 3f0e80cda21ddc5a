import { describe, expect, it } from '@jest/globals';
import {
  HINT_WINDOWS,
  MOST_FEATURES,
  STATES,
  contextFeatures,
  featuresAt,
  hintKey,
  hintWindow,
  stateFeatures,
  stateKey,
} from './features.js';
import { FormSums } from './form-sums.js';
import { Frame } from './frame.js';
import { readHintedSentences } from './hinted-sentences.js';
import { codeHints } from './hints.js';
import { LOOK_KEYS, SecondLook, labelWindow, runFeatures } from './second-look.js';
import { sentenceKind } from './sentence-kinds.js';
import { SumMemo } from './sum-memo.js';
import { PAIRS, WeightTable } from './weight-table.js';

const TEXT = `The ferry was late again on Monday, and Pia Holm, who runs the quay, said that nobody had told her. “We wait,” she said.

According to the timetable, said Holm, it leaves at nine.`;
const WIDTH = 2 * PAIRS;

/** A table with a weight between -9 and 9 for every second of some features. */
function tableOf(features: Iterable<number>): WeightTable {
  const hashes = Int32Array.from(new Set(features)).filter((hash) => (hash & 2) === 0);
  const weights = Int8Array.from(
    { length: hashes.length * WIDTH },
    (_, i) => ((hashes[i % hashes.length] ?? 0) ^ i) % 10,
  );
  return new WeightTable({ hashes, width: WIDTH, weights });
}

const out = new Int32Array(MOST_FEATURES);
const frame = new Frame();
const look = new SecondLook();

/** Calls `of` for every token of the text, twice over: what was remembered the first time must tell the same the second. */
function eachToken(of: (i: number) => void): void {
  for (let round = 0; round < 2; round += 1)
    for (const { sentence, hints } of readHintedSentences(TEXT)) {
      frame.load(sentence.tokens, codeHints(sentence, hints), sentenceKind(sentence, hints.length > 0));
      look.load(
        frame,
        Uint8Array.from(sentence.tokens, (_, i) => (i * 5) % 7),
      );
      for (let i = 0; i < frame.length; i += 1) of(i);
    }
}

function all(features: (i: number) => number): number[] {
  const seen: number[] = [];
  eachToken((i) => seen.push(...out.subarray(0, features(i))));
  return seen;
}

describe('remembered sums', () => {
  const words = tableOf(all((i) => featuresAt(frame, i, out)));
  const looks = tableOf(all((i) => look.featuresAt(frame, i, out)));
  const forms = new FormSums(words, looks);
  const expected = new Int32Array(PAIRS);
  const sums = new Int32Array(PAIRS);

  it('are those of all features of the first pass', () => {
    const states = new SumMemo(words, STATES, (key, to) => stateFeatures(key, to, 0));
    const windows = new SumMemo(words, HINT_WINDOWS, (key, to) => hintWindow(key, to, 0));
    eachToken((i) => {
      if (i === 0) forms.load(frame);
      words.addRows(expected.fill(0), 0, out, featuresAt(frame, i, out));
      forms.write(sums, 0, frame, i);
      states.add(sums, 0, stateKey(frame, i));
      windows.add(sums, 0, hintKey(frame, i));
      words.addRows(sums, 0, out, contextFeatures(frame, i, out, 0));
      expect(sums).toEqual(expected);
      expect(sums.some((sum) => sum !== 0)).toBe(true);
    });
  });

  it('are those of all features of the second pass', () => {
    const windows = new SumMemo(looks, LOOK_KEYS, (key, to) => labelWindow(key, to, 0));
    const runs = new SumMemo(looks, LOOK_KEYS, (key, to) => runFeatures(key, to, 0));
    eachToken((i) => {
      if (i === 0) forms.load(frame);
      looks.addRows(expected.fill(0), 0, out, look.featuresAt(frame, i, out));
      forms.addLabelled(sums.fill(0), 0, frame.form(i), look.label(i));
      windows.add(sums, 0, look.windowKey(i));
      runs.add(sums, 0, look.runKey(frame, i));
      looks.addRows(sums, 0, out, look.placeFeatures(frame, i, out, 0));
      expect(sums).toEqual(expected);
    });
  });
});
