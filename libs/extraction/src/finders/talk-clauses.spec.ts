import { describe, expect, it } from '@jest/globals';
import { sourcings as read } from '../testing/sourcings.js';

describe('what goes round', () => {
  it.each([
    'There is now some feeling on the hill that a letter is owed.',
    'There has been muttering from the back row to the effect that the vote was fixed.',
    'For years there has been a rumour that the pump leaks.',
    'There are those on the pier who hold that the ferry never sailed.',
    'It was murmured on the stairs that the clerk had a key.',
    'It has been put to me by several of you, in red ink, that the wool is dyed.',
    'It is taken for granted in the yard that the crane will go.',
    'It is an open secret on the front that the pier is rotten.',
    'It was an article of faith on the night shift that the clock listened in.',
    'It is the settled conviction of the public bar that the dam leaks.',
    'It was going round among the waiters that the soup was tinned.',
    'It was all over the market that the firm had paid a lad.',
    'A wicked whisper along the buffet had it that the cake was cardboard.',
    'Opinion in the inn is that the mast will fall.',
    'The story on the stairs, which was kept from the jury, is that a window stood open.',
    'Among the cellists the feeling is that the hall is cold.',
    'General verdict: the worst soup in years.',
    'On the quay they will tell you that the donkeys can count.',
    'In the cloakroom they swear that the whip wore slippers.',
    'In the department they talk of the figure as a shadow.',
    'In the inn they have it that the horse was painted.',
    'Ask the old men on the chapel steps and a fox drank it.',
    'The way they tell it in the market, a grandmother found the leak.',
    'The way it is told on the stools at the bar, a mule did it.',
    'One hears that the coach is leaving.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)).toContain('anonymous');
  });

  it.each([
    'There is a story in the paper.',
    'There is no feeling that a letter is owed.',
    'It was put down to frost.',
    'It is his belief in the boat that matters.',
    'It was held up by the rain.',
    'It should be said that the lamp was lit.',
    'It ought in fairness to be added that the path is steep.',
    'It went round the corner.',
    'In Marl they do not set a clock.',
    'On the hill they keep goats.',
    'Ask the man at the gate.',
    'The way home is long.',
    'The feeling returned to her hand.',
  ])('not: %s', (paragraph) => {
    expect(read(paragraph)).not.toContain('anonymous');
  });

  it('leaves word that somebody sends to whoever sends it', () => {
    expect(read('The harbour board sent word on Monday that the lock was shut.')).not.toContain('anonymous');
  });
});
