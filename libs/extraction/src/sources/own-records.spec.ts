import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules } from '../testing/sourcings.js';

describe('whose a record is', () => {
  it.each([
    ['Our own log has nine boats on the bar that night.', 'self'],
    ['The harbour log has nine boats on the bar that night.', 'documented'],
    ['Our constitution forbids it.', 'documented'],
  ])('%s -> %s', (paragraph, sourcing) => {
    expect(sourcingsByRules(paragraph)[0]).toBe(sourcing);
  });
});
