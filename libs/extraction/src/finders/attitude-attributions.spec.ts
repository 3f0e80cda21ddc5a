import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday. Ingrid Halloran, the harbour master, spoke for an hour.\n\n';

/** Sourcing of the first assertion of a paragraph, by the rules alone. */
const read = (paragraph: string): string | undefined =>
  checkArticle(HEAD + paragraph, { tagger: null }).assertions.find((one) => one.start >= HEAD.length)?.sourcing;

describe('attitudes', () => {
  it.each([
    ['Halloran is convinced that the wall will stand.', 'reported'],
    ['The Harbour Board is of the opinion that the stones were sold.', 'reported'],
    ['Tom Rourke is less sure: the tide has not been measured since 1990.', 'reported'],
    ['Halloran will not have it that the wall leans.', 'reported'],
    ['Tom Rourke is all for asking the masons in.', 'reported'],
    ['The Harbour Board would rather the wall were left alone.', 'reported'],
    ['Tom Rourke would not hear of the stones being sold.', 'reported'],
    ['The Harbour Board is minded to fine the masons.', 'reported'],
    ['The Harbour Board lets it be known that the quay will close.', 'reported'],
    ['Halloran was brief: the wall is old.', 'reported'],
    ['The coroner was satisfied that nobody was at fault.', 'reported'],
    ['Halloran, from a porch on the quay, swears blind that the wall moved.', 'reported'],
    ['Tom Rourke is thinking of selling the lamps.', 'reported'],
    ['The Harbour Board is on record as denying that it sold the stones.', 'reported'],
    ['Tom Rourke is holding out for a second survey.', 'reported'],
    ['The road is clear of stones.', 'unattributed'],
    ['Tom Rourke was keen to go home.', 'unattributed'],
    ['The wall will have it all.', 'unattributed'],
    ['Some masons are furious about the price of slate.', 'anonymous'],
    ['A clerk let slip that the stones were sold at night.', 'anonymous'],
    ['The masons were told the wall had been sold.', 'anonymous'],
    ['The Harbour Board still denies moving the stones.', 'reported'],
    ['Tom Rourke denied in an email ever taking a stone.', 'reported'],
    ['Three masons described in interviews a meeting on the quay.', 'anonymous'],
    ['Several masons reported being offered a boat.', 'anonymous'],
    ['The path is sure to flood in winter.', 'unattributed'],
    ['It is certain that the wall fell at noon.', 'unattributed'],
    ['Two ministers resigned over the wall.', 'unattributed'],
  ])('%s -> %s', (paragraph, sourcing) => {
    expect(read(paragraph)).toBe(sourcing);
  });
});
