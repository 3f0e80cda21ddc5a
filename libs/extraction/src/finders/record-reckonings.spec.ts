import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules } from '../testing/sourcings.js';

/** Sourcing of the first assertion of a paragraph. */
const read = (paragraph: string) => sourcingsByRules(paragraph)[0];

describe('records that a writer reckons by', () => {
  it.each([
    'The hut, going by the wall log, was empty.',
    'If one trusts the lease of 1788, nobody may fish here.',
    'Nine men crossed the bar, if we follow the harbour ledger, and none came back.',
    'Whoever reached the wall, it appears from the files of the guild, was paid.',
    'He had left the town for good, to cite the judgment of 1954.',
    'By the same diary he had turned back three times.',
    'By Article 14 of the charter a wall is sound if it stands.',
    'Averaged over the wage books of nine yards, it comes to four shillings a day.',
    'Read off the tide gauge at the quay, the sea has come up by a foot.',
    'As far as the berth list goes, the boat was nineteenth that night.',
    'Some of it, by a wage slip found in his grate, went on an accordion.',
    'By courtesy of the tide table we know the hour.',
    'As stated in the lease, the wall belongs to the guild.',
  ])('documented: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });

  it.each([
    'By the second trial he had changed his story.',
    'If the report is published, the mayor will go.',
    'To follow the coach, ring the office.',
    'Going by the church, the road turns north.',
    'By the minute the water rose.',
  ])('no record tells: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });
});
