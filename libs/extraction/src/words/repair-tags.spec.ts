import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../reading.js';

/** The tag of one word of a sentence. */
function tagOf(text: string, word: string): string | undefined {
  return readSentences(text, true).sentences[0]?.tokens.find((token) => token.text === word)?.pos;
}

describe('repairTags', () => {
  it.each([
    ['The parish register lists four weddings in that year.', 'lists', 'VERB'],
    ['Critics have long accused the mayor of steering work to his brother.', 'accused', 'VERB'],
    ['With a grant from the fund, the university plans to wire six hundred wells.', 'plans', 'VERB'],
    ['Tom Rourke, who has knocked on doors for years, fears that the wall will fall.', 'fears', 'VERB'],
    ['Women on the late watch tell of a lamp that burned all night.', 'tell', 'VERB'],
    ['A mason from those years remembers being asked to move the stones.', 'remembers', 'VERB'],
    ['Masons on the quay call it a waste of slate.', 'call', 'VERB'],
    ['The yard sent a note, promising a full review by spring.', 'promising', 'VERB'],
    ['The general disclaims any part in it.', 'disclaims', 'VERB'],
    ['The guild, for its part, thanks masons for mending the wall.', 'thanks', 'VERB'],
    ['Harrow and Finch, masons to the board, regret that their wall leans.', 'regret', 'VERB'],
    ['Ann Tully, elected in the spring on a promise of lamps, plans to light the quay.', 'plans', 'VERB'],
    ['The board has now pronounced it the oldest wall in Marl.', 'pronounced', 'VERB'],
    ['Hector Delgado, a mason on the quay, was asleep.', 'Hector', 'PROPN'],
    ['The talk of a strike was over by noon.', 'talk', 'NOUN'],
    ['According to police, the wall fell at noon.', 'police', 'NOUN'],
    ['Mr Ward has denied it.', 'Ward', 'PROPN'],
    ['The board lists of 1903 were burned.', 'lists', 'NOUN'],
    ['A rise of four points each year was too much.', 'points', 'NOUN'],
  ])('%s: %s is %s', (text, word, pos) => {
    expect(tagOf(text, word)).toBe(pos);
  });
});
