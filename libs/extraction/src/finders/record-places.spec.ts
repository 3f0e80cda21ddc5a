import { describe, expect, it } from '@jest/globals';
import { sourcingsByRules } from '../testing/sourcings.js';

/** Sourcing of the first assertion of a paragraph. */
const read = (paragraph: string) => sourcingsByRules(paragraph)[0];

describe('records that open a sentence', () => {
  it.each([
    'Under state law Orr may be entitled to half of the house.',
    'Under contracts on file with the town clerk, the guild pays each mason $11 an hour.',
    'Under the amended rule 9 a third false start means disqualification.',
    'On the map for May 1911, the whole quarter is marked as marsh.',
    'At clause 40 of the bill the wall is given to the guild.',
    'Across the ledgers of nine yards the wall is called a danger.',
    'On satellite images from that week the sheds disappear one after another.',
    'From the company registry one learns that the firm has a capital of one mark.',
    'From a survey of 300 masons that the guild put out in May: one in four has fallen.',
    'Per deed records filed in May, nine masons had sold their yards.',
    'By the count of the latest school census Marl has 61 pupils.',
    "In a diary kept on the backs of envelopes the girl noted each day's meals.",
    'In its judgment, published yesterday, the rent panel holds that the wall is nobody’s.',
  ])('documented: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });

  it.each([
    'In the judgment of the mayor, Tess Orr, the wall will stand.',
    'In her opinion, the wall will stand.',
    'In a statement, the guild denied moving any stone.',
    'In a leaflet, the guild boasted of nine new walls.',
    'In the final minutes, Marl scored twice.',
    'In the archive he found a cat.',
    'On the table stood a lamp.',
    'From the register office it is a short walk to the quay.',
    'In my own trial, six stones out of nine broke.',
  ])('no record tells: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });
});

describe('records as the place of what is told', () => {
  it.each([
    'The cost is put at £9m in the audit.',
    'His age is given as 41 in the parish register.',
    'The fall was put down in the harbour log to ice.',
    'There is no mention of the wall in the minutes.',
    'Nowhere in the 90-page report does the word flood appear.',
    'His name is not in the register.',
    'The whole sum is there in the ledger.',
    'His hours are borne out by the wage log.',
    'No such note occurs in the wall log of 1911.',
    'Support for the wall stands at 41 percent in the latest poll.',
    'Asked about the wall in a survey last month, half were in favour.',
    'All but two of the 24 masons surveyed by the guild had foreseen it.',
    'Among them is Orr, owner of the quarry, described in the annex as a man who paid the mayor.',
    'Of the 41 names on the list, nine belong to the dead.',
    'Buried in table 9 of the budget papers: a freeze in the harbour dues.',
    'Also on the slip: hair spray, a torch and 12 eggs.',
    'Nine of the boats were up for sale by noon, to judge by the online listings page of the harbour register.',
    'Rourke was born in 1961, if the parish register is to be believed.',
    'The water will peak in May, on the reckoning of a model built at the university.',
  ])('documented: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });

  it.each([
    'Nine men named in the indictment remain at large.',
    'The rowers, none of whom is named in the report, trained at night.',
    'The old road appears on no map.',
    'The mayor was backed by the guild.',
    'He is not in the book trade.',
    'Half of the masons took part in the survey.',
    'The wall, described in the entry as a burnt thing, ought to be saved.',
    'The quay was surveyed by nine men.',
    'Her name is not on the door.',
    'A photograph of his boat appeared on a website.',
    'The masons were put in the register office to wait.',
  ])('no record tells: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });
});
