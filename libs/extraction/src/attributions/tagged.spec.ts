import { describe, expect, it } from '@jest/globals';
import { type NormalText } from '@proofdesk/text';
import { readText } from '../reading.js';
import { type SpanTagger } from '../tagger/tagger.js';
import { type BioLabel } from '../words/token.js';

/** What rules and a tagger make of one sentence together; the tagger says what `marks` has: words and their label. */
function read(text: string, marks: readonly (readonly [string, 'source' | 'cue' | 'content'])[]) {
  const tagger: SpanTagger = ({ tokens, start }) => {
    const labels = tokens.map((): BioLabel => 'O');
    for (const [words, role] of marks) {
      const from = start + text.indexOf(words);
      tokens.forEach((token, i) => {
        if (token.start >= from && token.end <= from + words.length)
          labels[i] = token.start === from ? `B-${role}` : `I-${role}`;
      });
    }
    return labels;
  };
  return readText(text as NormalText, tagger).attributions.map(({ source, cue, content }) => [
    source && text.slice(source.start, source.end),
    cue && text.slice(cue.start, cue.end),
    ...content.map((piece) => text.slice(piece.start, piece.end)),
  ]);
}

describe('the second opinion', () => {
  it('goes on behind a quoted word into its noun', () => {
    const text = 'The guild accused the owners of drafting “reckless” schedules that endanger every crew on the coast.';
    const [[source, cue, ...content] = []] = read(text, [
      ['The guild', 'source'],
      ['accused', 'cue'],
      ['the owners of drafting “reckless”', 'content'],
    ]);
    expect([source, cue]).toEqual(['The guild', 'accused']);
    expect(content.join(' ')).toMatch(/“reckless” schedules that endanger every crew on the coast$/);
  });

  it('trusts the rules for whole quotations', () => {
    const text = '“It leans,” Rourke said, but his threats were empty.';
    expect(
      read(text, [
        ['“It leans,”', 'content'],
        ['Rourke', 'source'],
        ['said', 'cue'],
        ['but his threats were empty', 'content'],
      ]),
    ).toEqual([['Rourke', 'said', '“It leans,”']]);
  });

  it('keeps a better cue of the same source', () => {
    const text = 'The board issued a statement, saying that the wall would fall.';
    expect(
      read(text, [
        ['The board', 'source'],
        ['issued', 'cue'],
        ['a statement, saying that the wall would fall', 'content'],
      ]),
    ).toEqual([['The board', 'saying', 'that the wall would fall']]);
  });

  it('parts what a second cue behind "and" introduces', () => {
    const text = 'The board announced the arrest of a mason and said the wall would fall.';
    expect(
      read(text, [
        ['The board', 'source'],
        ['announced', 'cue'],
        ['the arrest of a mason and said the wall would fall', 'content'],
      ]),
    ).toEqual([
      ['The board', 'announced', 'the arrest of a mason'],
      ['The board', 'said', 'the wall would fall'],
    ]);
  });

  it('ends content where the author comments, and a source where its own clause begins', () => {
    const text = 'The pact follows talks in Marl, where Rourke admitted he had no answer, a glaring gap in the plan.';
    expect(
      read(text, [
        ['The pact follows talks in Marl, where Rourke', 'source'],
        ['admitted', 'cue'],
        ['he had no answer, a glaring gap in the plan', 'content'],
      ]),
    ).toEqual([['Rourke', 'admitted', 'he had no answer']]);
  });

  it('lets the rules stand where the tagger swallows their cues', () => {
    const text = 'This duality, while rejecting the cost, has made a rift, and others argue that the wall would fall.';
    expect(
      read(text, [
        ['This duality', 'source'],
        ['rejecting', 'cue'],
        ['the cost, has made a rift, and others argue that the wall would fall', 'content'],
      ]).at(-1),
    ).toEqual(['others', 'argue', 'that the wall would fall']);
  });

  it('drops inferences', () => {
    expect(
      read('This confirms earlier reports of the wall.', [
        ['confirms', 'cue'],
        ['earlier reports of the wall', 'content'],
      ]),
    ).toEqual([]);
  });
});
