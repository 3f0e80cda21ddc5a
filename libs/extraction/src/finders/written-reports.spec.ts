import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules } from '../testing/sourcings.js';

/** Sourcing of the last assertion of a paragraph. */
const read = (paragraph: string) => sourcingsByRules(paragraph).at(-1);

describe('what bodies say in records', () => {
  it.each([
    'The harbour panel concluded in a report published on Monday that the wall had never been measured.',
    'The Committee on Walls, in its final report, lists 900 stones that will be lost.',
    'The wall was never measured, the harbour panel concluded in its report.',
    'A harbour audit released on Monday is silent on the wall.',
    'The guild moved the stones at night, as the audit dryly notes.',
    'The decree takes effect at midnight and bans gatherings of more than nine.',
    'The Household Survey, which asks tenants directly, does not separate flats from rooms.',
  ])('documented: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });

  it.each([
    'The harbour panel said in a statement that the wall had never been measured.',
    'The harbour panel said in an e-mail that the wall had never been measured.',
    'The audit does not say who moved the stones.',
    'The masons met at noon, as the handbook requires.',
    'The poll had a margin of error of three points.',
    'Federal rules cap the load at nine tonnes.',
  ])('no record tells: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });

  it('are told from houses that a record names', () => {
    expect(read('Whinmoor Research, which sells stone, said the wall would go.')).toBe('reported');
    expect(read('The Marl Review of Walls called the wall a ruin.')).toBe('reported');
    expect(read('Stone Ledger, a charity, warned that the wall would go.')).toBe('reported');
    expect(read('Her label, Redwall Records, denied that any song had been taken.')).toBe('reported');
  });

  it('do not plan or want: "it" is the body before them', () => {
    const text =
      'The harbour office spoke on Monday. Its annual report puts the loss at £9m. It plans to close the quay.';
    expect(read(text)).toBe('reported');
  });
});
