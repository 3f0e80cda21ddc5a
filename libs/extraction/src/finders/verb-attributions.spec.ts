import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules as read } from '../testing/sourcings.js';

describe('attributions by a verb', () => {
  it.each([
    'Ann Tully, who ran the yard in May, said walks in the dark have ended.',
    'Tully said most walls that lean are old, not badly built.',
    'Marl Aid, which paid for the stone, wrote that its masons had looked twice.',
    'The guild, founded by six masons, said so in March.',
    'The wall, on its seaward side, followed an older one, said Ann Tully, a mason.',
    'Tully at first denied having seen the wall lean.',
    'Because of the tide, the court ruled, he should mend it by night.',
    'Not before the spring, the board says.',
    'The lamp, she has noticed, burns all night.',
    'She told the Courier, with some heat, that the wall was sound.',
    'Rourke never conceded that he had sold the stones.',
    'Tully has pledged in the past to give half of the stones away.',
    'The treasurer waved it off as a winter’s tale.',
    'Tully had told the board so.',
    'The mayor kept repeating that the wall was sound.',
    'Tom Rourke, its leader, defended the price of the stones.',
    'Ann Tully, who buys slate in Brae, doubts this will change.',
    'The guild dismissed as false the tale that it had sold the stones.',
    'The guild condemned in the strongest terms on Monday the sale of the stones.',
    'The guild holds Tom Rourke, the former clerk, answerable for the loss.',
    'The guild counted 40 loose stones last year.',
    'The company sees no relief before the harvest.',
    'The chief of staff gave the number of stones as 214.',
    'The court cleared him of a second count.',
  ])('%s', (paragraph) => {
    expect(new Set(read(paragraph))).toEqual(new Set(['reported']));
  });

  it.each([
    'Rourke counted 40 stones and went home.',
    'She saw her brother on the wall.',
    'The two men planned the theft of the stones for a year.',
    'Tully taught third grade in Brae.',
    'He charged them for the lamp.',
    'The board held a licence as a dealer in stone.',
    'The court convicted him of six thefts.',
    'He gave the lamp as a present to his mother.',
    'None of them wanted to sing.',
  ])('%s tells nothing', (paragraph) => {
    expect(read(paragraph)).toEqual(['unattributed']);
  });

  it.each([
    ['“I paid for it twice,” fumed churchwarden Hettie Woolcott, 81.', ['quoted']],
    ['“I lost my lamp,” rasped Skip Tully, a mason.', ['quoted']],
    ['“We have nine lamps,” Ann Tully, its leader, told reporters by the wall.', ['quoted']],
    ['“Why was there no lamp?” asked Tom Rourke, a cooper who lost his boat.', ['quoted']],
  ])('%s', (paragraph, labels) => {
    expect(read(paragraph)).toEqual(labels);
  });
});

describe('what happens beside the telling', () => {
  it.each([
    ['“It leans,” said Rourke, drawing a cheer from the masons on the quay.', ['quoted', 'unattributed']],
    ['“It leans,” said Rourke, as a gannet dropped into the harbour behind us.', ['quoted', 'unattributed']],
    ['“It leans,” said Rourke, speaking by telephone from his yard.', ['quoted']],
    ['“It leans,” said Rourke when he was asked on Monday.', ['quoted']],
    ['The board, widely seen as slow, insisted it had moved at once.', ['reported']],
  ])('%s', (paragraph, labels) => {
    expect(read(paragraph)).toEqual(labels);
  });
});
