import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

/** Sourcing of the first assertion of a paragraph, by the rules alone. */
const read = (paragraph: string): string | undefined =>
  checkArticle(HEAD + paragraph, { tagger: null }).assertions.find((one) => one.start >= HEAD.length)?.sourcing;

describe('records as places', () => {
  it.each([
    'Under the Harbours Order, which a judge approved in May, nobody may pass.',
    'Under a ruling handed down on Monday, the east wall must go.',
    'In her letter of resignation, a single page, Tess Orr regrets the loss of the wall.',
    'Per a harbour ledger, nine masons were paid twice.',
  ])('documented: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });

  it.each([
    'In the judgment of the mayor, Tess Orr, the wall will stand.',
    'In her letter, Tess Orr wrote: “The wall is lost and nobody will build it again.”',
  ])('somebody speaks: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });

  it('are taken up by a pronoun, where one spoke right before', () => {
    const taken = checkArticle(`${HEAD}The wall log for May has nine entries by Tom Rourke. It lists three masons.`, {
      tagger: null,
    });
    expect(taken.assertions.at(-1)?.sourcing).toBe('documented');
    const alone = checkArticle(`${HEAD}The town is small. It lists three masons.`, { tagger: null });
    expect(alone.assertions.at(-1)?.sourcing).toBe('unattributed');
  });
});

describe('records as subjects', () => {
  it.each([
    'The harbour register for Upper Marl lists 41 masons.',
    'Bylaw 14, adopted after the flood, forbids any stone above the quay.',
    "The masons' petition catalogs nine weeks without pay.",
    'The tide gauge, which hangs under the bridge, recorded 4.2 metres at noon.',
    'Delivery notes from the quarry put the load at nine tonnes.',
    'A ruling handed down in May leaves out the east wall.',
    'Her diary, kept in a tin, breaks off in June.',
    'The incident log Rourke kept that week has two men on the wall at night.',
    'The 1911 census lists the family as masons.',
    'A harbour office citation from 2019 found nine boys on the night shift.',
    'The weather station on the pier logged a gust of 71 miles an hour.',
    "The hotel's guest book has both names under 3 May.",
    'Twelve hours of footage, handed to the police last week, show a guard kicking a dog.',
    'Data recovered from the lock show that the door stood open.',
    'The minutes of the evaluation panel, released last week, record that the wall was never measured.',
    'The second will leaves the boats to a nephew.',
    'The constitution allows three attempts to form a government.',
    'The quay was closed for an hour, tracking data show.',
    'Appendix C of the report shows the crack.',
    'CCTV showed a second boat.',
    'The invitation says supper is at eight.',
    'The wage ledger of 1962, kept in the hall, prices a wall of two storeys at nine marks.',
    'The prison register numbers them one to eight.',
    'A thermometer in the loft stopped at 31.',
    'Rule 31 lays it down that a balance never lapses.',
    'The charter provides, in an article of its own, that the wall belongs to the town.',
    'For that sort of thing the Harbours Act of 1927 lays down two years.',
    'It sits with the invoices of the yard, which describe nine boats.',
    'The last scan raises the number of wrecks from nine to forty.',
    'The store book has ninety sacks of lime.',
    'Frame 212 shows a fox under the gate.',
    'The loyalty card has him in three towns a week.',
    'A receipt from the quarry is made out to him for nine stones.',
    'The deck log closes at 21.50 on 11 December with the wind at north-west.',
  ])('documented: %s', (paragraph) => {
    expect(read(paragraph)).toBe('documented');
  });

  it.each([
    'The register had been moved to the chapel.',
    'The photographs have plainly hurt the mayor.',
    'The survey ship carries forty men.',
    'The audit began after a mason called the mayor in March.',
    'The Marl Bulletin, founded in 1903, has a staff of three.',
    'Every packet held a stone.',
    'The harbour station has nine platforms.',
    'The first trial began at ten.',
    'Blasting tests in the quarry left a crack in every window.',
    'Some will say the wall needed it.',
    'The settlement has nine streets.',
    'Nine figures in red coats stood at the gate.',
    'The report runs to eighty pages, most of them blank.',
    'The poll closes at ten.',
    'The minutes ticked by.',
    'The Register said its reporter was safe.',
    'The law lets them do it.',
    'The file weighs nine kilos.',
    'The item on the shelf shows its age.',
    'The gauge fell into the harbour.',
    'The phone has nine buttons.',
    'The deal ends a long quarrel.',
    'The trial resumes a week on Monday.',
  ])('no record tells: %s', (paragraph) => {
    expect(read(paragraph)).not.toBe('documented');
  });
});
