import { type BioLabel, type Sentence } from '../token.js';
import { viterbi } from './chain.js';
import { MOST_FEATURES, contextFeatures } from './features.js';
import { FormSums } from './form-sums.js';
import { Frame } from './frame.js';
import { type Hint, codeHints } from './hints.js';
import { LABELS, LOOK_COLUMNS, type Model, WORD_COLUMNS, decodeModel } from './model.js';
import { SecondLook } from './second-look.js';
import { SUM_SIZE, WeightTable, readSums } from './weight-table.js';
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
 * over the tokens of a paragraph; what the rules found are hints to both. The weights are read at the first use.
 */
export function createTagger(bytes?: Uint8Array): SpanTagger {
  let work: Work | undefined;
  return (paragraph) => {
    work ??= new Work(decodeModel(bytes ?? Buffer.from(WEIGHTS.join(''), 'base64')));
    return work.tag(paragraph);
  };
}

/** Steps that settle a label for good: tokens of sentences in which nothing hints at an attribution are not looked at. */
const SURE = 1 << 20;

/** The model made ready and the memory that is used again for every paragraph. */
class Work {
  private readonly words: WeightTable;
  private readonly looks: WeightTable;
  private readonly frame = new Frame();
  private readonly look = new SecondLook();
  private readonly forms: FormSums;
  private readonly features = new Int32Array(MOST_FEATURES);
  private readonly rows = new Int32Array(SUM_SIZE);
  private sums = new Int32Array(0);
  private emit = new Float64Array(0);
  private path = new Uint8Array(0);
  private back = new Uint8Array(0);

  constructor(private readonly model: Model) {
    this.words = new WeightTable(model.words);
    this.looks = new WeightTable(model.looks);
    this.forms = new FormSums(this.words);
  }

  tag({ sentences, hints }: Paragraph): readonly (readonly BioLabel[])[] {
    const length = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    if (length > LONGEST_PARAGRAPH) return sentences.map((sentence) => sentence.tokens.map(() => 'O'));
    this.reserve(length);
    this.frame.load(sentences, codeHints(sentences, hints));
    if (this.frame.isAllQuiet()) return sentences.map((sentence) => sentence.tokens.map(() => 'O'));
    this.firstPass(length);
    this.secondPass(length);
    let at = 0;
    return sentences.map((sentence) => sentence.tokens.map(() => LABELS[this.path[at++] ?? 0] ?? 'O'));
  }

  private reserve(length: number): void {
    if (this.path.length >= length) return;
    this.sums = new Int32Array(2 * length * WORD_COLUMNS + 4);
    this.emit = new Float64Array(2 * length * LABELS.length);
    this.back = new Uint8Array(2 * length * LABELS.length);
    this.path = new Uint8Array(2 * length);
  }

  private firstPass(length: number): void {
    const { frame, sums, emit, model } = this;
    sums.fill(0, 0, length * WORD_COLUMNS);
    this.forms.load(frame);
    for (let i = 0; i < length; i += 1) {
      if (frame.isQuiet(i)) sums[i * WORD_COLUMNS] = sums[i * WORD_COLUMNS + LOOK_COLUMNS] = SURE;
      else this.addWords(i);
      this.readEmissions(i, 0, emit);
    }
    viterbi({ labels: LABELS.length, ...model.first }, emit, length, this.path, this.back);
  }

  private addWords(i: number): void {
    const { frame, features, rows } = this;
    rows.fill(0);
    this.forms.addTo(rows, i);
    this.words.addRows(rows, 0, features, contextFeatures(frame, i, features, 0));
    readSums(rows, 0, this.sums, i * WORD_COLUMNS);
  }

  private secondPass(length: number): void {
    const { frame, look, emit, model } = this;
    look.load(frame, this.path);
    for (let i = 0; i < length; i += 1) {
      if (!frame.isQuiet(i)) this.addLooks(i);
      this.readEmissions(i, LOOK_COLUMNS, emit);
    }
    viterbi({ labels: LABELS.length, ...model.second }, emit, length, this.path, this.back);
  }

  private addLooks(i: number): void {
    const { frame, look, features, rows } = this;
    rows.fill(0);
    this.looks.addRows(rows, 0, features, look.featuresAt(frame, i, features));
    readSums(rows, 0, this.sums, i * WORD_COLUMNS + LOOK_COLUMNS);
  }

  private readEmissions(i: number, column: number, emit: Float64Array): void {
    const { sums, model } = this;
    for (let y = 0; y < LABELS.length; y += 1)
      emit[i * LABELS.length + y] = (sums[i * WORD_COLUMNS + column + y] as number) * model.scale;
  }
}
