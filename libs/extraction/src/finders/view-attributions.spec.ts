import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday. Ingrid Halloran, the harbour master, spoke for an hour.\n\n';

/** Sourcing and source words of the first assertion of a paragraph, by the rules alone. */
function read(paragraph: string): [string | undefined, string | undefined] {
  const check = checkArticle(HEAD + paragraph, { tagger: null });
  const one = check.assertions.find((assertion) => assertion.start >= HEAD.length);
  return [one?.sourcing, one?.attribution == null ? undefined : check.attributions[one.attribution]?.source?.exact];
}

describe('views', () => {
  it.each([
    ['In her view, the wall will stand another winter.', 'reported', 'her'],
    ['By Halloran’s own account, the wall had leaned for years.', 'reported', 'Halloran'],
    ['The wall, in the council’s judgment, is past saving.', 'reported', 'the council'],
    ['As Halloran put it, a wall is only as good as its foot.', 'reported', 'Halloran'],
    ['To hear Halloran tell it, the wall was never safe.', 'reported', 'Halloran'],
    ['Her contention is that the wall was never safe.', 'reported', 'Her'],
    ['Its demand: no closures before spring.', 'reported', 'Its'],
    ['Halloran gave evidence that the stones were sold.', 'reported', 'Halloran'],
    ['The council put the cost at nine million crowns.', 'reported', 'The council'],
    ['By her arithmetic, the wall will stand another winter.', 'reported', 'her'],
    ['By the account of a mason who saw it, the stones were sold at night.', 'anonymous', 'a mason who saw it'],
    ['In the judgment of the Harbour Board, the wall is past saving.', 'reported', 'the Harbour Board'],
    ['The way the council tells it, nobody wanted the stones.', 'reported', 'the council'],
    ['As far as the masons are concerned, the wall is an insult.', 'anonymous', 'the masons'],
    ['For one old mason with a barrow, the trouble is the tide.', 'anonymous', 'one old mason with a barrow'],
    ['The fear among dockers is that the wall will fall.', 'anonymous', 'dockers'],
    ['The whisper is that the stones were sold.', 'anonymous', undefined],
    ['It has since emerged that the stones were sold.', 'anonymous', undefined],
    ['Its reading of the survey is that the wall leans.', 'reported', 'Its'],
    ['As Halloran, who keeps the lamps, sees it, the wall is sound.', 'reported', 'Halloran, who keeps the lamps'],
    ['The wall was, as her son Ned has it, built for the goats.', 'reported', 'her son Ned'],
    ['To Halloran that is a wall without a foot.', 'reported', 'Halloran'],
    [
      'For her clerk, Ned Holt, who keeps the lamps, this is theft.',
      'reported',
      'her clerk, Ned Holt, who keeps the lamps',
    ],
    ['So far as Ned Holt, the clerk, is concerned, it was an accident.', 'reported', 'Ned Holt'],
    ['To her way of thinking the wall is a bridge.', 'reported', 'her'],
    ['It was his case, put by his brother, that the stones were gifts.', 'reported', 'his'],
    ['It is the council’s intention to close the quay in May.', 'reported', 'the council'],
    ['Her advice is patience and a dry spring.', 'reported', 'Her'],
    ['The estimate of Ned Holt is nine million crowns.', 'reported', 'Ned Holt'],
    ['What defeats the masons, Halloran went on, is the tide.', 'reported', 'Halloran'],
  ])('%s -> %s, %s', (paragraph, sourcing, source) => {
    expect(read(paragraph)).toEqual([sourcing, source]);
  });

  it.each([
    'In her eyes there were tears.',
    'It was her intention and nobody’s loss.',
    'As the tide has it, the wall is wet by noon.',
    'Her answer was a slammed door.',
    'On his desk lay the plan of the wall.',
    'To her surprise, the wall stood.',
    'For visitors, the wall was closed in June.',
    'On the word of command the crane swung round.',
  ])('%s tells no view', (paragraph) => {
    expect(read(paragraph)[0]).toBe('unattributed');
  });
});
