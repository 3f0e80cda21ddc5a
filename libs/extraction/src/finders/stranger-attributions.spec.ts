import { describe, expect, it } from '@jest/globals';
import { sourcings as read } from '../testing/sourcings.js';

describe('what people without names tell and hold', () => {
  it.each([
    'Older dockhands think the crane will never move again.',
    'Neighbours wonder why the lights were on all night.',
    'Most here doubt that the bus will come back.',
    'Another, a retired teacher, remembers the smell of burnt sugar.',
    'A third suspects that the invoices were typed in one evening.',
    'Many in the valley see the dam as an insult.',
    'Some former pupils thought him a fool.',
    'Walkers report a smell of gas near the old shaft.',
    'Fishermen off the southern bank reported a whale.',
    'Locals swear by the spring water for a cough.',
    'Islanders would rather have a bridge.',
    'A jeweller gives it two years.',
    'Two millers, interviewed apart, gave the same account: the stones were sold.',
    'Opponents put it more simply: the road is a gift to a friend.',
    'A veteran of the yard summed it up: too many bosses and no steel.',
    'Tenants upstairs worry about the noise.',
    'Villagers, who blocked the road on Monday, are demanding water and compensation.',
    'Three people with knowledge of the night gave us matching versions.',
    'Someone, writing in block capitals, claims to have held the lantern.',
    'Passengers camped at Marl’s Terminal C complained of cold coffee.',
    'A couple on Mill Lane said the roof had fallen.',
    'Dealers are unanimous: the clock is a fake.',
    'The old men under the tree reckon it differently: the mule won.',
    'Two clerks walked me through the trick with the ink.',
    'Some of the pilots put it about that the mayor was sold.',
    'Crews outside put it down to a loose bolt.',
    'Neighbours let us know that the dog was gone.',
    'A waiter took him for a bishop.',
    'Climbers think the rope was cut.',
    'Two nurses set out for us how the lists were kept.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)[0]).toBe('anonymous');
  });

  it.each([
    'Older hands hauled the nets on to the quay.',
    'Farmers ploughed the top field in March.',
    'A jeweller gives lessons on Mondays.',
    'The auditors gave it until June.',
    'Islanders have a bridge.',
    'A warm room favours mould; a cold one favours frost.',
    'Readers must report a smell of gas to the office.',
    'Two clerks walked to the station.',
    'A waiter took him to the lift.',
    'Numbers fell in May.',
    'Crews put it on the lorry.',
    'Neighbours let the dog out.',
    'Passengers have two doors: one in front, one behind.',
  ])('not: %s', (paragraph) => {
    expect(read(paragraph)).not.toContain('anonymous');
  });

  it('goes on in a pronoun where the verb weighs something', () => {
    expect(read('Tom Rourke runs the yard. He gives it two winters.').at(-1)).toBe('reported');
    expect(read('Tom Rourke runs the yard. He gave it to his sister.').at(-1)).toBe('unattributed');
  });

  it('gives way to whoever else tells of them', () => {
    expect(read('Three in five readers report a smell, according to the Harbour Board.')).toEqual(['reported']);
  });
});
