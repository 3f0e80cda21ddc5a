import { describe, expect, it } from '@jest/globals';
import { filterOf, isNarrowed, takeNextOf } from './queue-filter.js';

describe('filterOf', () => {
  it('shows what is queued when nothing is chosen', () => {
    expect(filterOf({})).toEqual({ state: ['queued'] });
  });

  it('narrows the tab by what was chosen, which wins', () => {
    expect(filterOf({ tab: 'serious', sourcing: ['self'] })).toEqual({
      state: ['queued'],
      risk: ['serious'],
      sourcing: ['self'],
    });
    expect(filterOf({ tab: 'quotes', state: ['published'] })).toEqual({ state: ['published'], sourcing: ['quoted'] });
  });
});

it('takes the next only among what the list shows, and never sends a state', () => {
  expect(takeNextOf({ tab: 'unsourced', state: ['queued'] })).toEqual({ needsSource: true });
  expect(takeNextOf({})).toEqual({});
});

it('does not count the tab as a filter', () => {
  expect(isNarrowed({ tab: 'mine' })).toBe(false);
  expect(isNarrowed({ needsSource: false })).toBe(true);
});
