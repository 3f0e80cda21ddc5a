import { describe, expect, it } from '@jest/globals';
import { type BioLabel, type Sentence } from '../words/token.js';
import { linkLabels, rangesOf } from './link.js';

const CODES: Readonly<Record<string, BioLabel>> = {
  S: 'B-source',
  s: 'I-source',
  C: 'B-cue',
  c: 'I-cue',
  T: 'B-content',
  t: 'I-content',
  '.': 'O',
};
const labels = (codes: string): BioLabel[] => [...codes].map((code) => CODES[code] ?? 'O');
const sentence = (words: string, verbs: string): Sentence =>
  ({
    tokens: words.split(' ').map((text) => ({
      text,
      lower: text,
      pos: verbs.split(' ').includes(text) ? 'VERB' : text === 'was' ? 'AUX' : 'NOUN',
    })),
  }) as unknown as Sentence;

describe('rangesOf', () => {
  it('reads stretches, parts neighbours at a beginning, and lets an orphaned inside begin one', () => {
    expect(rangesOf(labels('Ttt.Tt'), 'content')).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 6 },
    ]);
    expect(rangesOf(labels('TtT'), 'content')).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 3 },
    ]);
    expect(rangesOf(labels('.tt'), 'content')).toEqual([{ start: 1, end: 3 }]);
    expect(rangesOf(labels('SCT'), 'cue')).toEqual([{ start: 1, end: 2 }]);
  });
});

describe('linkLabels', () => {
  it('gives each cue what is nearest to it', () => {
    const found = linkLabels(
      sentence('police said roads closed but drivers denied delays', 'said denied'),
      labels('SCTt.SCT'),
    );
    expect(found.map(({ source, content }) => [source?.start, content.map((range) => range.start)])).toEqual([
      [0, [2]],
      [5, [7]],
    ]);
  });

  it('lets a second cue share the source of the one before', () => {
    const found = linkLabels(
      sentence('she apologised mistakes and promised repairs', 'apologised promised'),
      labels('SCT.CT'),
    );
    expect(found.map(({ source }) => source?.start)).toEqual([0, 0]);
  });

  it('calls an agentless passive by its name and says nothing without a cue', () => {
    expect(linkLabels(sentence('it was alleged that roads closed', 'alleged'), labels('.Cc.Tt'))[0]?.manner).toBe(
      'passive',
    );
    expect(linkLabels(sentence('roads closed', ''), labels('Tt'))).toEqual([]);
  });
});
