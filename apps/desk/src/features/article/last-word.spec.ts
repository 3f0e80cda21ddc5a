import { expect, it } from '@jest/globals';
import { lastWordOf } from './last-word.js';

it('parts before the last word and loses nothing', () => {
  expect(lastWordOf('The timing is no coincidence.')).toEqual(['The timing is no ', 'coincidence.']);
  expect(lastWordOf('and so on, ')).toEqual(['and so ', 'on, ']);
  expect(lastWordOf('Silence.')).toEqual(['Silence.', '']);
  expect(lastWordOf(`see ${'x'.repeat(40)}`)).toEqual([`see ${'x'.repeat(40)}`, '']);
});
