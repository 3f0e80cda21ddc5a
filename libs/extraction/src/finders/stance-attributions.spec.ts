import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules as read } from '../testing/sourcings.js';

describe('a light verb and its noun', () => {
  it.each([
    'Ann Tully cast doubt on the plan for the wall.',
    'The guild took issue with the price of the stones.',
    'Rourke had no quarrel with the result.',
    'The minister paid tribute to the masons of Marl.',
    'Tully laid the blame on the winter storms.',
    'Tom Rourke made no attempt to dispute the figure.',
    'The union raised objections to the plan.',
    'Ann Tully made no bones about having sold the stones.',
    'Ann Tully has it in mind to close the quay.',
    'Tom Rourke took a dim view of the lamps.',
    'The board pooh-poohed the idea that the wall leans.',
    'Ann Tully cannot shake off the thought that it was her fault.',
    'The guild has no plans to mend it.',
    'Rourke, who lit the lamps, has given his word that they will burn.',
    'The board reserves the right to close the quay.',
    'The jury returned a verdict of accidental death.',
    'The board sent word in April that the wall had moved.',
    'Ann Tully climbed the wall and has no doubt that it leans.',
    'The board measured the wall and puts it down to a storm.',
    'Ann Tully has tabled a motion to close the quay.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)).toEqual(['reported']);
  });

  it.each([
    'She took the issue with the torn cover home.',
    'Rourke had two questions about the wall in his bag.',
    'He made no attempt to climb the wall.',
    'They found a fault in the lamp.',
    'Rourke had time for a swim before noon.',
    'The lamp has a view of the quay.',
    'The storm made light of the wall.',
    'The mind has a wall to climb.',
  ])('%s tells nothing', (paragraph) => {
    expect(read(paragraph)).toEqual(['unattributed']);
  });
});

describe('what is sent', () => {
  it.each([
    'Quay Stone Company later sent us two lines: it had put him on leave and was mending the wall.',
    'Word from the harbour board: the wall held through the night.',
    'From the Masons’ Association, a shrug: it could have been worse.',
    'Ann Tully, for the board, spelled it out: the wall was built on sand.',
    'The board has a simple explanation: the wall was never finished.',
    'Tom Rourke put his foot down: the wall stays.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)).toEqual(['reported']);
  });

  it('is no rule of a thing', () => {
    expect(read('The wall has one rule: nobody may sit on it.')).toEqual(['unattributed']);
  });

  it('is no list', () => {
    expect(read('Rourke sent three lamps home: a red one, a blue one and a green one.')).toEqual(['unattributed']);
  });
});

describe('how somebody takes a thing', () => {
  it.each([
    'The judge, by contrast, seemed troubled that 300 people might depend on the wall.',
    'Ann Tully, author of a history of Marl, is not persuaded of a plot.',
    'The two falls are not connected, as far as Ann Tully can judge.',
    'It is the position of the board of trustees that the wall leans.',
    'The wall is not the word, in Ann Tully’s view: the stones are resting.',
    'For the clerk’s son, Tom Rourke, what hurts is the letter.',
    'Tom Rourke would like a lamp until the wall has been mended.',
    'Ann Tully, who mended it for six years, still considers it the finest wall in Marl.',
    'She regards walls before the age of brick as unsafe.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)).toEqual(['reported']);
  });

  it.each([
    'The wall is as far from the quay as the mill.',
    'It is the wall of the board that leans.',
    'The wall seemed sure of its place in the town.',
    'She wanted her son to be a mason.',
  ])('%s tells nothing', (paragraph) => {
    expect(read(paragraph)).toEqual(['unattributed']);
  });
});

describe('where the telling ends', () => {
  it.each([
    ['The wall fell by night, Ann Tully said Monday, ending a week of doubt over it.', ['reported', 'unattributed']],
    ['Tom Rourke has denied stealing the stones, and he is not before the court.', ['reported', 'unattributed']],
    ['“It leans,” said Ann Tully, and for once the board was of her mind.', ['quoted', 'unattributed']],
    ['The storm took a third of it, in her phrase, and a late frost killed the rest.', ['reported', 'unattributed']],
    ['“It leans,” Ann Tully said, before going back to her lamps.', ['quoted', 'unattributed']],
  ])('%s', (paragraph, labels) => {
    expect(read(paragraph)).toEqual(labels);
  });
});
