import { type BioLabel, type Sentence } from '../words/token.js';
import { viterbi } from './chain.js';
import { MOST_FEATURES, contextFeatures } from './features.js';
import { FormSums } from './form-sums.js';
import { Frame } from './frame.js';
import { type Hint, codeHints } from './hints.js';
import { LABELS, LOOK_COLUMNS, type Model, decodeModel } from './model.js';
import { SecondLook } from './second-look.js';
import { isQuiet, sentenceKind } from './sentence-kinds.js';
import { PAIRS, WeightTable, columnOf } from './weight-table.js';
import { WEIGHTS } from './weights.js';

/** What a tagger is given at once: the sentences of one segment and what the rules found there. */
export interface Paragraph {
  readonly sentences: readonly Sentence[];
  readonly hints: readonly Hint[];
}

/** Labels for the tokens of one paragraph, sentence by sentence. Deterministic; keeps no state that an answer depends on. */
export type SpanTagger = (paragraph: Paragraph) => readonly (readonly BioLabel[])[];

/** Longer paragraphs are left to the rules: no article has them, and memory stays bounded. */
const LONGEST_PARAGRAPH = 20_000;

/**
 * The trained tagger: two linear-chain CRFs (Lafferty, McCallum and Pereira 2001), the second seeing the first one's labels,
 * over the tokens of a paragraph; what the rules found are hints to both. The weights are read at the first use. `everywhere`: it also
 * looks at quiet sentences (`sentence-kinds.ts`), which tells how good it is by itself.
 */
export function createTagger(bytes?: Uint8Array, everywhere = false): SpanTagger {
  let work: Work | undefined;
  return (paragraph) => {
    work ??= new Work(decodeModel(bytes ?? Buffer.from(WEIGHTS.join(''), 'base64')), everywhere);
    return work.tag(paragraph);
  };
}

/** A score that settles a label for good: tokens of sentences in which nothing hints at an attribution are not looked at. */
const SURE = 1e4;

/** The model made ready and the memory that is used again for every paragraph. */
class Work {
  private readonly words: WeightTable;
  private readonly looks: WeightTable;
  private readonly frame = new Frame();
  private readonly look = new SecondLook();
  private readonly forms: FormSums;
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
    this.forms = new FormSums(this.words);
  }

  tag({ sentences, hints }: Paragraph): readonly (readonly BioLabel[])[] {
    const length = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    if (length > LONGEST_PARAGRAPH) return sentences.map(nothing);
    const codes = codeHints(sentences, hints);
    if (!this.everywhere && areQuiet(sentences, codes.role)) return sentences.map(nothing);
    this.reserve(length);
    this.frame.load(sentences, codes);
    this.firstPass(length);
    this.secondPass(length);
    let at = 0;
    return sentences.map((sentence) => sentence.tokens.map(() => LABELS[this.path[at++] ?? 0] ?? 'O'));
  }

  private reserve(length: number): void {
    if (this.path.length >= length) return;
    this.sums = new Int32Array((2 * length + 1) * PAIRS);
    this.emit = new Float64Array(2 * length * LABELS.length);
    this.back = new Uint8Array(2 * length * LABELS.length);
    this.path = new Uint8Array(2 * length);
  }

  private firstPass(length: number): void {
    const { frame, emit, model } = this;
    this.forms.load(frame);
    for (let i = 0; i < length; i += 1) {
      if (this.isPassedOver(i)) emitNothing(emit, i);
      else this.readWords(i);
    }
    viterbi({ labels: LABELS.length, ...model.first }, emit, length, this.path, this.back);
  }

  private isPassedOver(i: number): boolean {
    return !this.everywhere && this.frame.isQuiet(i);
  }

  private readWords(i: number): void {
    const { frame, features, sums, emit, model } = this;
    const at = i * PAIRS;
    this.forms.write(sums, at, i);
    this.words.addRows(sums, at, features, contextFeatures(frame, i, features, 0));
    for (let y = 0; y < LABELS.length; y += 1) emit[i * LABELS.length + y] = columnOf(sums, at, y) * model.scale;
  }

  private secondPass(length: number): void {
    const { frame, look, emit, model } = this;
    look.load(frame, this.path);
    for (let i = 0; i < length; i += 1) if (!this.isPassedOver(i)) this.readLooks(i);
    viterbi({ labels: LABELS.length, ...model.second }, emit, length, this.path, this.back);
  }

  private readLooks(i: number): void {
    const { frame, look, features, sums, emit, model } = this;
    const [words, looks] = [i * PAIRS, sums.length - PAIRS];
    sums.fill(0, looks);
    this.looks.addRows(sums, looks, features, look.featuresAt(frame, i, features));
    for (let y = 0; y < LABELS.length; y += 1)
      emit[i * LABELS.length + y] = (columnOf(sums, words, LOOK_COLUMNS + y) + columnOf(sums, looks, y)) * model.scale;
  }
}

const nothing = ({ tokens }: Sentence): BioLabel[] => tokens.map(() => 'O');

/** Whether nothing is to be found in any of the sentences. */
function areQuiet(sentences: readonly Sentence[], roles: Uint8Array): boolean {
  let at = 0;
  for (const sentence of sentences) {
    if (!isQuiet(sentenceKind(sentence, roles, at))) return false;
    at += sentence.tokens.length;
  }
  return true;
}

/** Scores of a token that belongs to nothing. */
function emitNothing(emit: Float64Array, i: number): void {
  emit.fill(0, i * LABELS.length, (i + 1) * LABELS.length);
  emit[i * LABELS.length] = SURE;
}
