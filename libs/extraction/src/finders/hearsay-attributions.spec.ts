import { describe, expect, it } from '@jest/globals';
import { sourcings as read } from '../testing/sourcings.js';

describe('hearsay', () => {
  it.each([
    'By most accounts the dinner ended in a fight.',
    'On one telling the dinner ended in a fight.',
    'Rumour has it the house is sold.',
    'Legend has it that a bell rings under the lake.',
    'Talk in the yard has it that the engine is illegal.',
    'The talk in the pits is of a new engine.',
    'There is talk of a second runway.',
    'There have been reports of looting in the port.',
    'Fears are growing that the dam could burst.',
    'Reports placed him in three cities by midnight.',
    'If one aide is to be believed, nine letters are in already.',
    'If rumours are true, the club will move to the coast.',
    'To go by a source close to the panel, there were three warnings.',
    'It is understood the club will appeal.',
    'It is thought the pair met in the army.',
    'Hundreds are feared dead.',
    'The estate was estimated at nine million.',
    'The bishop was reportedly furious.',
    'Tom Rourke is said to have slept in the vault.',
    'I was told it was safe.',
    'Flowers, the family was told, were not wanted.',
    'The consensus of two engineers who saw it is that the beam was rotten.',
    'The word among the pilots is that the field will close.',
    'As told by a former clerk, the fire began in the hay.',
    'For some parents the lunch is a simple matter of fairness.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)[0]).toBe('anonymous');
  });

  it.each([
    'By then the hall was full.',
    'The word comes from the Norse for island.',
    'The reports are kept in a cellar.',
    'There is no talk of a runway.',
    'If the weather is fair, the club will move to the coast.',
    'Judging by the light, it was noon.',
    'The estate was sold at noon.',
    'Talk is cheap.',
    'Nobody has shown that the test was wrong.',
    'Every family must be told, in person, who lies where.',
    'For some reason, the gate is open.',
    'Two walkers were reported missing on Sunday.',
  ])('not: %s', (paragraph) => {
    expect(read(paragraph)).not.toContain('anonymous');
  });
});
