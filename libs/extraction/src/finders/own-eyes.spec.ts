import { describe, expect, it } from '@jest/globals';
import { sourcings } from '../testing/sourcings.js';

const HEAD =
  'Council meets over the harbour wall\n\nBy Ann Orr | Marl Courier\n\nThe council of Marl met on Monday to talk about the wall.\n\n';
const read = (paragraph: string) => sourcings(paragraph, HEAD);

describe('what whoever writes saw and had in hand', () => {
  it.each([
    'I watched two of the pilots climb over the fence.',
    'I timed it on the church clock: eleven minutes from end to end.',
    'By noon I had counted forty vans.',
    'I went down to the weir with a lamp and counted nine eels.',
    'From the back row I could make out a fox on the pitch.',
    'I kept a tally of the buses on the back of a menu.',
    'I can testify that the door was locked.',
    'This reporter stood in the rain and saw nobody come out.',
    'Your correspondent was shown a room with two beds in it.',
    'A reporter for this service walked the length of the wall and met one goat.',
    'The Courier has had sight of the lease.',
    'The Courier, standing at the gate, smelled burnt sugar.',
    'The Courier made it nine bricks short.',
    'From the gallery the Marlow could make out four empty seats.',
    'As we reported in May, the wall is cracked.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)[0]).toBe('self');
  });

  it.each([
    'I counted myself lucky.',
    'I looked.',
    'I saw my aunt on Sunday.',
    'I made it home.',
    'The goat I saw was grey.',
    'The Courier was founded in a stable.',
    'The Courier could not see the harm.',
    'The Rovers watched the ball go by.',
    'The parliament watched the bill fall.',
  ])('not: %s', (paragraph) => {
    expect(read(paragraph)).not.toContain('self');
  });
});

describe('what the outlet keeps', () => {
  it.each([
    'The Courier’s own cuttings contain four fires on that quay.',
    'A search of the Courier’s back numbers brings up a flood.',
    'From this newspaper’s own columns comes a warning of 1911.',
    'My own tally has him off the pitch nineteen times.',
    'On my watch the speech took nine minutes.',
    'In my notebook for that day are sixty doors.',
    'The letter, which is before us, asks for a loan.',
    'In a note that has reached the Courier, the chairman asks for cash.',
    'The flour was measured for the Courier by a miller and was short.',
  ])('%s', (paragraph) => {
    expect(read(paragraph)[0]).toBe('self');
  });

  it.each([
    'The captain’s own log is lost.',
    'Not on my watch.',
    'Our columns of marble are cold.',
    'The case is before us all.',
  ])('not: %s', (paragraph) => {
    expect(read(paragraph)).not.toContain('self');
  });
});
