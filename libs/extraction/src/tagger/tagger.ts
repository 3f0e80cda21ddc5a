import { type BioLabel, type Sentence } from '../words/token.js';
import { type Chain, viterbi } from './chain.js';
import {
  HINT_WINDOWS,
  MOST_FEATURES,
  STATES,
  contextFeatures,
  hintKey,
  hintWindow,
  stateFeatures,
  stateKey,
} from './features.js';
import { FormSums } from './form-sums.js';
import { Frame } from './frame.js';
import { type Hint, codeHints } from './hints.js';
import { LABELS, LOOK_COLUMNS, type Model, type Transitions, decodeModel } from './model.js';
import { LOOK_KEYS, SecondLook, labelWindow, runFeatures } from './second-look.js';
import { isOpen, isSettled, sentenceKind } from './sentence-kinds.js';
import { SumMemo } from './sum-memo.js';
import { PAIRS, WeightTable, columnOf } from './weight-table.js';
import { WEIGHTS } from './weights.js';

/**
 * Labels for the tokens of one sentence, of which the rules say `hints`; null where the sentence is passed over. Deterministic; keeps no
 * state that an answer depends on.
 */
export type SpanTagger = (sentence: Sentence, hints: readonly Hint[]) => readonly BioLabel[] | null;

/** Longer sentences are left to the rules: no article has them, and memory stays bounded. */
const LONGEST_SENTENCE = 20_000;

/**
 * The trained tagger: two linear-chain CRFs (Lafferty, McCallum and Pereira 2001), the second seeing the first one's labels,
 * over the tokens of a sentence; what the rules found are hints to both. The weights are read at the first use. `everywhere`: no
 * sentence is passed over, which tells how good it is by itself.
 */
export function createTagger(bytes?: Uint8Array, everywhere = false): SpanTagger {
  let work: Work | undefined;
  return (sentence, hints) => {
    work ??= new Work(decodeModel(bytes ?? Buffer.from(WEIGHTS.join(''), 'base64')), everywhere);
    return work.tag(sentence, hints);
  };
}

const chainOf = (scores: Transitions): Chain => ({ labels: LABELS.length, ...scores });

/** The model made ready and the memory that is used again for every sentence. */
class Work {
  private readonly words: WeightTable;
  private readonly looks: WeightTable;
  private readonly frame = new Frame();
  private readonly look = new SecondLook();
  private readonly chains: readonly [Chain, Chain];
  private readonly forms: FormSums;
  private readonly states: SumMemo;
  private readonly hints: SumMemo;
  private readonly windows: SumMemo;
  private readonly runs: SumMemo;
  private readonly features = new Int32Array(MOST_FEATURES);
  /** Sums of weights: `PAIRS` integers a token by its words; the last of all by its labels. */
  private sums = new Int32Array(0);
  private emit = new Float64Array(0);
  private path = new Uint8Array(0);
  private back = new Uint8Array(0);

  constructor(
    private readonly model: Model,
    private readonly everywhere: boolean,
  ) {
    this.words = new WeightTable(model.words);
    this.looks = new WeightTable(model.looks);
    this.chains = [chainOf(model.first), chainOf(model.second)];
    const { words, looks } = this;
    this.forms = new FormSums(words, looks);
    this.states = new SumMemo(words, STATES, (key, out) => stateFeatures(key, out, 0));
    this.hints = new SumMemo(words, HINT_WINDOWS, (key, out) => hintWindow(key, out, 0));
    this.windows = new SumMemo(looks, LOOK_KEYS, (key, out) => labelWindow(key, out, 0));
    this.runs = new SumMemo(looks, LOOK_KEYS, (key, out) => runFeatures(key, out, 0));
  }

  tag(sentence: Sentence, hints: readonly Hint[]): readonly BioLabel[] | null {
    const { length } = sentence.tokens;
    if (length > LONGEST_SENTENCE || !this.read(sentence, hints)) return null;
    this.firstPass(length);
    this.secondPass(length);
    return sentence.tokens.map((_, i) => LABELS[this.path[i] ?? 0] ?? 'O');
  }

  /** Makes a sentence ready; false where it is not worth the time. */
  private read(sentence: Sentence, hints: readonly Hint[]): boolean {
    const { everywhere, frame } = this;
    const hinted = hints.length > 0;
    if (!everywhere && !hinted) return false;
    const kind = sentenceKind(sentence, hinted);
    if (!everywhere && isSettled(kind)) return false;
    const codes = codeHints(sentence, hints);
    if (!everywhere && !isOpen(sentence, codes.role, kind)) return false;
    this.reserve(sentence.tokens.length);
    frame.load(sentence.tokens, codes, kind);
    this.forms.load(frame);
    return true;
  }

  private reserve(length: number): void {
    if (this.path.length >= length) return;
    this.sums = new Int32Array((2 * length + 1) * PAIRS);
    this.emit = new Float64Array(2 * length * LABELS.length);
    this.back = new Uint8Array(2 * length * LABELS.length);
    this.path = new Uint8Array(2 * length);
  }

  private firstPass(length: number): void {
    const { emit } = this;
    for (let i = 0; i < length; i += 1) this.readWords(i);
    viterbi(this.chains[0], emit, length, this.path, this.back);
  }

  private readWords(i: number): void {
    const { frame, features, sums, emit, model } = this;
    const at = i * PAIRS;
    this.forms.write(sums, at, frame, i);
    this.states.add(sums, at, stateKey(frame, i));
    this.hints.add(sums, at, hintKey(frame, i));
    this.words.addRows(sums, at, features, contextFeatures(frame, i, features, 0));
    for (let y = 0; y < LABELS.length; y += 1) emit[i * LABELS.length + y] = columnOf(sums, at, y) * model.scale;
  }

  private secondPass(length: number): void {
    const { frame, look, emit } = this;
    look.load(frame, this.path);
    for (let i = 0; i < length; i += 1) this.readLooks(i);
    viterbi(this.chains[1], emit, length, this.path, this.back);
  }

  private readLooks(i: number): void {
    const { frame, look, features, sums, emit, model } = this;
    const [words, looks] = [i * PAIRS, sums.length - PAIRS];
    sums.fill(0, looks);
    this.forms.addLabelled(sums, looks, frame.form(i), look.label(i));
    this.windows.add(sums, looks, look.windowKey(i));
    this.runs.add(sums, looks, look.runKey(frame, i));
    this.looks.addRows(sums, looks, features, look.placeFeatures(frame, i, features, 0));
    for (let y = 0; y < LABELS.length; y += 1)
      emit[i * LABELS.length + y] = (columnOf(sums, words, LOOK_COLUMNS + y) + columnOf(sums, looks, y)) * model.scale;
  }
}
