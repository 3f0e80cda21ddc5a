import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules } from '../testing/sourcings.js';

/** Sourcing of the first assertion of a paragraph. */
const read = (paragraph: string) => sourcingsByRules(paragraph)[0];

describe('records in an unusual place', () => {
  it.each([
    'Preserved on the harbour tape is the voice of the mayor.',
    'Entered against it in the harbour register is a weight of nine tonnes.',
    'Chalked up on the toll board by the lodge is a scale of charges.',
    'Nine thousand marks in a single month: so runs the meter.',
    'Seventy decibels at the gate was what the meter recorded.',
    'It is only an assay certificate, dated 9 May, that gives the fineness as nil.',
    'What you get from the tide chart is a line that stops short of the quay.',
    'Nine boats were lost, notes the harbour log, each with two men.',
  ])('documented: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });

  it.each([
    'On the ledger is a cup of tea.',
    'The mayor was so angry that the minutes were read twice.',
    'On the quay is a lamp.',
    'Masons in the records are nine men.',
    'Tess Orr, who is 12, added up the receipts of nine yards.',
  ])('no record tells: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });
});

describe('records that a colon spells out', () => {
  it.each([
    'The seating plan could not be plainer: table nine had the guild, and no wives.',
    'Against noon there is an entry in the guard’s notebook: feathers, no owner found.',
    'A camera meant for foxes supplied the rest: a white van, a guitar, five men.',
  ])('documented: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });

  it.each([
    'The gang kept a price list: nine marks for a stone.',
    'The letter came late: “We are closed.”',
    'The wall came down in the night: nine men had dug under it.',
  ])('no record tells: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });
});
