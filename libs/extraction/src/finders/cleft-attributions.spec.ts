import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules as read } from '../testing/sourcings.js';

describe('a speaker in an odd place', () => {
  it.each([
    ['“A lot of nonsense” was how the harbour master, Ian Colley, summed up the plan.', ['reported']],
    ['“A mess,” is Colley’s verdict.', ['quoted']],
    ['“It happens,” is all Colley would say.', ['quoted']],
    ['What worries Ian Colley is the price of stone.', ['reported']],
    ['Ian Colley was quoted as saying that the wall was safe.', ['reported']],
    ['It was Ian Colley who first suggested that the wall leaned.', ['reported']],
    ['“A mess” was painted on the wall.', ['unattributed']],
    ['What matters to you is the wall.', ['unattributed']],
    ['It was the storm that broke the wall.', ['unattributed']],
  ])('%s', (paragraph, labels) => {
    expect(read(paragraph)[0]).toEqual(labels[0]);
  });

  it('is brought on by a short sentence', () => {
    expect(read('Ian Colley shrugged. “It happens.”')).toEqual(['unattributed', 'quoted']);
    expect(read('Colley’s verdict? “It happens.”')).toEqual(['unattributed', 'quoted']);
    expect(read('The wall is old and tall. “It happens.”')).toEqual(['unattributed', 'anonymous']);
  });
});

describe('words between a verb and its fellows', () => {
  it.each([
    ['The wall leans, the guild said in a short note pinned to the door.', ['reported']],
    ['The wall, Colley pointed out, was built in a single summer.', ['reported']],
    ['The guild has until now maintained that the wall was safe.', ['reported']],
    ['Colley was quick to dismiss the idea.', ['reported']],
    ['Colley warned as early as May that the wall leaned.', ['reported']],
    ['The council was told by Ian Colley in May that the wall leaned.', ['reported']],
    ['The builders, Harrow & Sons, have always denied it.', ['reported']],
    ['The guild accepted responsibility for the fall.', ['reported']],
    ['A spokesman, who asked not to be named, said the wall was safe.', ['anonymous']],
    ['She thought for a moment and went in.', ['unattributed']],
    ['The guild ordered 300 lamps.', ['unattributed']],
    ['The court heard the case in May.', ['unattributed']],
    ['The guild accepted the prize.', ['unattributed']],
    ['Colley was too slow to catch the boat.', ['unattributed']],
  ])('%s', (paragraph, labels) => {
    expect(read(paragraph)).toEqual(labels);
  });
});
