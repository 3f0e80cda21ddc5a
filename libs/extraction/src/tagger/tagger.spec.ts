import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BioLabel, type Token } from '../words/token.js';
import { MOST_FEATURES, featuresAt } from './features.js';
import { Frame } from './frame.js';
import { codeHints } from './hints.js';
import { readParagraphs } from './paragraphs.js';
import { SecondLook } from './second-look.js';
import { wordOf } from '../words/word.js';
import { type Paragraph, createTagger } from './tagger.js';

const TEXT = `Harbour board ends night dredging

The dredger left on Tuesday, and the harbour master, Ines Calloway, said it would not be back. “We paid twice,” she told reporters. “We will not pay a third time.”

According to the port register, the Patience sailed empty. It was later alleged that nobody had asked why.`;

/** The words of each role in the labels of a paragraph. */
function words(paragraph: Paragraph, labels: readonly (readonly BioLabel[])[], role: string): string[] {
  const tokens = paragraph.sentences.flatMap((sentence) => sentence.tokens);
  const flat = labels.flat();
  return tokens.reduce<string[]>((out, token, i) => {
    if (flat[i] === `B-${role}`) return [...out, token.text];
    if (flat[i] === `I-${role}`) return [...out.slice(0, -1), `${out.at(-1) ?? ''} ${token.text}`];
    return out;
  }, []);
}

function featuresOf(frame: Frame, paragraph: Paragraph): number[][] {
  const out = new Int32Array(MOST_FEATURES);
  frame.load(paragraph.sentences, codeHints(paragraph.sentences, paragraph.hints));
  return Array.from({ length: frame.length }, (_, i) => [...out.subarray(0, featuresAt(frame, i, out))]);
}

describe('features', () => {
  const paragraphs = readParagraphs(TEXT);

  it('are the same for the same paragraph, whatever was read before', () => {
    const used = new Frame();
    for (const paragraph of paragraphs) featuresOf(used, paragraph);
    for (const paragraph of [...paragraphs].reverse())
      expect(featuresOf(used, paragraph)).toEqual(featuresOf(new Frame(), paragraph));
  });

  it('fit into the room that is kept for them, and none is 0, which stands for an empty slot', () => {
    const frame = new Frame();
    const look = new SecondLook();
    const out = new Int32Array(MOST_FEATURES);
    for (const paragraph of paragraphs) {
      for (const features of featuresOf(frame, paragraph)) {
        expect(features.length).toBeLessThanOrEqual(MOST_FEATURES);
        expect(features).not.toContain(0);
      }
      look.load(frame, new Uint8Array(frame.length).fill(5));
      for (let i = 0; i < frame.length; i += 1)
        expect([...out.subarray(0, look.featuresAt(frame, i, out))]).not.toContain(0);
    }
  });

  it('change with the hints of the rules', () => {
    const [paragraph] = paragraphs.filter((one) => one.hints.length > 0);
    if (!paragraph) throw new Error('no paragraph with hints');
    const frame = new Frame();
    expect(featuresOf(frame, paragraph)).not.toEqual(featuresOf(frame, { ...paragraph, hints: [] }));
  });
});

describe('the tagger that ships', () => {
  const tagger = createTagger();
  const paragraphs = readParagraphs(TEXT);

  it('finds sources, cues and content', () => {
    const all = (role: string): string[] =>
      paragraphs.flatMap((paragraph) => words(paragraph, tagger(paragraph), role));
    expect(all('source')).toEqual(expect.arrayContaining(['the harbour master , Ines Calloway', 'the port register']));
    expect(all('cue')).toEqual(expect.arrayContaining(['said', 'According to', 'It was later alleged']));
    expect(all('content').join(' ')).toContain('it would not be back');
    expect(all('content').join(' ')).not.toContain('The dredger left');
  });

  it('answers one label per token, never an inside out of nothing, for any words', () => {
    const token = fc.record({
      text: fc.oneof(
        fc.constantFrom('said', 'the', 'minister', '“', '”', ',', 'that', 'Ana', 'report'),
        fc.string({ minLength: 1, maxLength: 9 }),
      ),
      pos: fc.constantFrom('NOUN', 'VERB', 'PROPN', 'PUNCT', 'DET', 'AUX', 'X'),
      quote: fc.constantFrom('outside', 'speech', 'scare', 'mark'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(token, { maxLength: 12 }), { maxLength: 4 }), (raw) => {
        let at = 0;
        const sentences = raw.map((list, place) => ({
          start: 0,
          end: 0,
          segment: 0,
          place,
          tokens: list.map(
            (one) =>
              ({
                ...one,
                word: wordOf(one.text),
                lower: one.text.toLowerCase(),
                start: (at += 1),
                end: at + 1,
              }) as unknown as Token,
          ),
        })) as unknown as Paragraph['sentences'];
        const labels = tagger({ sentences, hints: [] });
        expect(labels.map((list) => list.length)).toEqual(raw.map((list) => list.length));
        labels.flat().forEach((label, i, flat) => {
          if (label.startsWith('I-')) expect([label, `B-${label.slice(2)}`]).toContain(flat[i - 1]);
        });
      }),
    );
  });

  it('keeps nothing that an answer depends on', () => {
    const once = paragraphs.map((paragraph) => tagger(paragraph));
    const again = [...paragraphs].reverse().map((paragraph) => tagger(paragraph));
    const fresh = paragraphs.map((paragraph) => createTagger()(paragraph));
    expect(again.reverse()).toEqual(once);
    expect(fresh).toEqual(once);
  });
});
