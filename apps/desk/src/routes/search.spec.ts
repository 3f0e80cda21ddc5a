import { describe, expect, it } from '@jest/globals';
import { parseSearch, queueSearchSchema, stringifySearch } from './search.js';

describe('the address of the queue', () => {
  it('survives being written and read', () => {
    const search = { tab: 'quotes', sourcing: ['quoted', 'self'], needsSource: false } as const;
    const text = stringifySearch(search);
    expect(text).toBe('?tab=quotes&sourcing=quoted,self&needsSource=false');
    expect(queueSearchSchema.parse(parseSearch(text))).toEqual(search);
  });

  it('drops what it does not know instead of failing', () => {
    const read = queueSearchSchema.parse(parseSearch('?tab=nonsense&risk=serious,grave&articleId=7&needsSource=maybe'));
    expect(Object.values(read).every((value) => value === undefined)).toBe(true);
  });
});
