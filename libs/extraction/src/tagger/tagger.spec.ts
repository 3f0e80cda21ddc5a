import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BioLabel, type Sentence } from '../words/token.js';
import { MOST_FEATURES, featuresAt } from './features.js';
import { Frame } from './frame.js';
import { codeHints } from './hints.js';
import { type HintedSentence, readHintedSentences } from './hinted-sentences.js';
import { SecondLook } from './second-look.js';
import { sentenceKind } from './sentence-kinds.js';
import { wordOf } from '../words/word.js';
import { createTagger } from './tagger.js';

const TEXT = `Harbour board ends night dredging

The dredger left on Tuesday, and the harbour master, Ines Calloway, said it would not be back. “We paid twice,” she told reporters. “We will not pay a third time.”

According to the port register, the Patience sailed empty. It was later alleged that nobody had asked why.`;

/** The words of one role in the labels of a sentence. */
function words({ sentence }: HintedSentence, labels: readonly BioLabel[], role: string): string[] {
  return sentence.tokens.reduce<string[]>((out, token, i) => {
    if (labels[i] === `B-${role}`) return [...out, token.text];
    if (labels[i] === `I-${role}`) return [...out.slice(0, -1), `${out.at(-1) ?? ''} ${token.text}`];
    return out;
  }, []);
}

function featuresOf(frame: Frame, { sentence, hints }: HintedSentence): number[][] {
  const out = new Int32Array(MOST_FEATURES);
  frame.load(sentence.tokens, codeHints(sentence, hints), sentenceKind(sentence, hints.length > 0));
  return Array.from({ length: frame.length }, (_, i) => [...out.subarray(0, featuresAt(frame, i, out))]);
}

describe('features', () => {
  const sentences = readHintedSentences(TEXT);

  it('are the same for the same sentence, whatever was read before', () => {
    const used = new Frame();
    for (const sentence of sentences) featuresOf(used, sentence);
    for (const sentence of [...sentences].reverse())
      expect(featuresOf(used, sentence)).toEqual(featuresOf(new Frame(), sentence));
  });

  it('fit into the room that is kept for them, and none is 0, which stands for an empty slot', () => {
    const frame = new Frame();
    const look = new SecondLook();
    const out = new Int32Array(MOST_FEATURES);
    for (const sentence of sentences) {
      for (const features of featuresOf(frame, sentence)) {
        expect(features.length).toBeLessThanOrEqual(MOST_FEATURES);
        expect(features).not.toContain(0);
      }
      look.load(frame, new Uint8Array(frame.length).fill(5));
      for (let i = 0; i < frame.length; i += 1)
        expect([...out.subarray(0, look.featuresAt(frame, i, out))]).not.toContain(0);
    }
  });

  it('change with the hints of the rules', () => {
    const [hinted] = sentences.filter((one) => one.hints.length > 0);
    if (!hinted) throw new Error('no sentence with hints');
    const frame = new Frame();
    expect(featuresOf(frame, hinted)).not.toEqual(featuresOf(frame, { ...hinted, hints: [] }));
  });
});

const text = fc.oneof(
  fc.constantFrom('said', 'the', 'minister', '“', '”', ',', 'that', 'Ana', 'report'),
  fc.string({ minLength: 1, maxLength: 9 }),
);
const token = fc.record({
  text,
  pos: fc.constantFrom('NOUN', 'VERB', 'PROPN', 'PUNCT', 'DET', 'AUX', 'X'),
  quote: fc.constantFrom('outside', 'speech', 'scare', 'mark'),
});
/** A sentence of any words, each one unit long. */
const anySentence = fc.array(token, { maxLength: 30 }).map(
  (raw): Sentence =>
    ({
      start: 0,
      end: raw.length,
      segment: 0,
      place: 0,
      tokens: raw.map((one, start) => ({
        ...one,
        word: wordOf(one.text),
        lower: one.text.toLowerCase(),
        start,
        end: start + 1,
      })),
    }) as unknown as Sentence,
);

describe('the tagger that ships', () => {
  const tagger = createTagger(undefined, true);
  const sentences = readHintedSentences(TEXT);
  const labelsOf = ({ sentence, hints }: HintedSentence): readonly BioLabel[] => tagger(sentence, hints) ?? [];

  it('finds sources, cues and content', () => {
    const all = (role: string): string[] => sentences.flatMap((one) => words(one, labelsOf(one), role));
    expect(all('source')).toEqual(expect.arrayContaining(['the harbour master , Ines Calloway', 'the port register']));
    expect(all('cue')).toEqual(expect.arrayContaining(['said', 'According to', 'It was later alleged']));
    expect(all('content').join(' ')).toContain('it would not be back');
    expect(all('content').join(' ')).not.toContain('The dredger left');
  });

  it('answers one label per token, never an inside out of nothing but of content that goes on, for any words', () => {
    fc.assert(
      fc.property(anySentence, (sentence) => {
        const labels = tagger(sentence, []) ?? [];
        expect(labels).toHaveLength(sentence.tokens.length);
        labels.forEach((label, i) => {
          if (label.startsWith('I-') && !(i === 0 && label === 'I-content'))
            expect([label, `B-${label.slice(2)}`]).toContain(labels[i - 1]);
        });
      }),
    );
  });

  it('keeps nothing that an answer depends on', () => {
    const once = sentences.map(labelsOf);
    const again = [...sentences].reverse().map(labelsOf);
    const fresh = sentences.map(({ sentence, hints }) => createTagger(undefined, true)(sentence, hints));
    expect(again.reverse()).toEqual(once);
    expect(fresh).toEqual(once);
  });

  it.each([
    ['passes over a sentence in which nothing reports', 'The lock gates are old and narrow.', false],
    ['passes over one in which the rules found nothing', 'The report is due.', false],
    [
      'reads one that the rules have left words of',
      'On Monday the keeper, who was ill, told reporters the gates were sound.',
      true,
    ],
  ])('%s', (_what, sentence, isRead) => {
    const passing = createTagger();
    const read = readHintedSentences(sentence).map((one) => passing(one.sentence, one.hints));
    expect(read.some((labels) => labels !== null)).toBe(isRead);
  });
});
