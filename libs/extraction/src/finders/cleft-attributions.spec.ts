import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules as read } from '../testing/sourcings.js';

describe('a speaker in an odd place', () => {
  it.each([
    ['“A lot of nonsense” was how the harbour master, Ian Colley, summed up the plan.', ['reported']],
    ['“A mess,” is Colley’s verdict.', ['quoted']],
    ['“I knew the stones,” is how she tells it.', ['quoted']],
    ['“Leave me the lamp,” ran his plea to the guild.', ['quoted']],
    ['“It will stand,” is the forecast of Ian Colley.', ['quoted']],
    ['“It stands,” was Colley’s one remark.', ['quoted']],
    ['Two lamps and a rope: such was Ian Colley’s tally.', ['reported']],
    ['Two lamps and a rope: so Ian Colley has it.', ['reported']],
    ['“It stands” was her favourite song.', ['unattributed']],
    ['“It happens,” is all Colley would say.', ['quoted']],
    ['What worries Ian Colley is the price of stone.', ['reported']],
    ['Ian Colley was quoted as saying that the wall was safe.', ['reported']],
    ['It was Ian Colley who first suggested that the wall leaned.', ['reported']],
    ['What the guild disputes is that anybody was paid.', ['reported']],
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
    ['Ian Colley has since apologised for the theft.', ['reported']],
    [
      'Ian Colley, who has kept lamps for years and has no sense of smell, owing to a fall, denies that the lamp was lit.',
      ['reported'],
    ],
    ['Ian Colley has counselled against it.', ['reported']],
    ['The guild wrote to thank the masons for mending the wall.', ['reported']],
    ['The guild resents being called careless.', ['reported']],
    ['The lamps were lovely, Ian Colley trilled.', ['reported']],
    ['Colley was able to tell the guild that the wall leaned.', ['reported']],
    ['Ian Colley all but accused the clerk of theft.', ['reported']],
    ['Ian Colley described to the guild a wall without stones.', ['reported']],
    ['Colley denied, in a short note, any part in the theft.', ['reported']],
    ['The guild asked, with great courtesy, whether the wall was safe.', ['reported']],
    ['Colley claimed not to have seen the wall.', ['reported']],
    ['The guild has undertaken to mend the wall.', ['reported']],
    ['Colley admits that masons of the guild took the stones.', ['reported']],
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
