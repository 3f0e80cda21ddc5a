import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

/** The assertions of a paragraph: sourcing and the name of the source. */
function read(paragraph: string): [string, string | undefined][] {
  const check = checkArticle(HEAD + paragraph);
  return check.assertions
    .slice(2)
    .map((one) => [
      one.sourcing,
      one.attribution === null ? undefined : check.attributions[one.attribution]?.source?.name,
    ]);
}

describe('sourcing', () => {
  it.each([
    ['“We knew,” Ingrid Halloran wrote.', 'quoted', 'Ingrid Halloran'],
    ['“Nobody told us,” said Tom Rourke, a mason from Marl.', 'quoted', 'Tom Rourke'],
    ['The Harbour Board said the wall would fall within a year.', 'reported', 'Harbour Board'],
    ['The union condemned the plan as a waste.', 'reported', undefined],
    ['The 2023 audit report shows a gap of two million crowns.', 'documented', undefined],
    ['The Harbour Board attributed the crack to a hard winter.', 'reported', 'Harbour Board'],
    ['The Harbour Board put the number of broken stones at nine.', 'reported', 'Harbour Board'],
    ['Tom Rourke scoffed at the talk of a strike.', 'reported', 'Tom Rourke'],
    ['Ingrid Halloran admitted to being tired of the wall.', 'reported', 'Ingrid Halloran'],
    ['The Harbour Board warned on Friday that the wall would fall.', 'reported', 'Harbour Board'],
    ['Officials said the wall was safe.', 'anonymous', undefined],
    ['It was later revealed that the stones had been sold.', 'anonymous', undefined],
    ['Documents seen by this newspaper show that the stones were sold.', 'self', undefined],
    ['The wall was built in 1903 by convicts.', 'unattributed', undefined],
    ['The mayor declined to comment.', 'unattributed', undefined],
  ])('%s -> %s', (paragraph, sourcing, name) => {
    const first = read(paragraph)[0];
    expect(first?.[0]).toBe(sourcing);
    if (name) expect(first?.[1]).toBe(name);
  });

  it('follows a quotation over paragraphs and a pronoun to its name', () => {
    expect(
      read('“The wall is old,” Ingrid Halloran said. “It leans.\n\n“And it will fall.”\n\nShe said the board knew.'),
    ).toEqual([
      ['quoted', 'Ingrid Halloran'],
      ['quoted', 'Ingrid Halloran'],
      ['quoted', 'Ingrid Halloran'],
      ['reported', 'Ingrid Halloran'],
    ]);
  });

  it('parts what is said from what the author adds', () => {
    expect(
      read('‘He is a fool and a liar,’ Rourke said, but the wall was standing that night.').map(
        ([sourcing]) => sourcing,
      ),
    ).toEqual(['quoted', 'unattributed']);
  });

  it('reads quotations in doubled apostrophes', () => {
    expect(
      read("''The wall is old and it leans,'' Tom Rourke, a mason, said of the harbour. ''It will fall.''"),
    ).toEqual([
      ['quoted', 'Tom Rourke'],
      ['quoted', 'Tom Rourke'],
    ]);
  });

  it.each([
    ['The stones, which Rourke said were sold, are gone.', 'reported'],
    ['Those who spoke said the wall was safe.', 'anonymous'],
    ['Rourke denied theft and would not discuss the stones.', 'reported'],
    ['Scientists not involved in the work said the wall was safe.', 'anonymous'],
    ['A lawsuit filed in August by masons alleges that the wall was never safe.', 'documented'],
    ['The board has admitted forty masons.', 'unattributed'],
    ['Voters will decide whether the wall is rebuilt.', 'unattributed'],
    ['A wall that says nothing is a good wall.', 'unattributed'],
  ])('%s: %s', (paragraph, sourcing) => {
    expect(read(paragraph).map(([label]) => label)).toContain(sourcing);
  });

  it('ends an opening clause where the main one begins', () => {
    const check = checkArticle(`${HEAD}When the board announced the plan, the masons had reasons to worry.`, {
      tagger: null,
    });
    const said = check.attributions
      .at(-1)
      ?.content.map(({ start, end }) =>
        `${HEAD}When the board announced the plan, the masons had reasons to worry.`.slice(start, end),
      );
    expect(said).toEqual(['the plan']);
  });

  it('takes scare quotes and titles for no speech', () => {
    expect(read('The so-called ‘Wall of Marl’ is a novel about “heritage” and mud.')).toEqual([
      ['unattributed', undefined],
    ]);
  });
});

describe('allegations', () => {
  it('are serious without a source, sensitive with one', () => {
    const risks = (paragraph: string) =>
      checkArticle(HEAD + paragraph)
        .assertions.slice(2)
        .map((one) => [one.risk, one.allegation?.category]);
    expect(risks('Mayor Ewan Skey took bribes from the Harbour Board for years.')[0]).toEqual([
      'serious',
      'corruption',
    ]);
    expect(risks('Ingrid Halloran accused Mayor Ewan Skey of embezzlement.')[0]).toEqual(['sensitive', 'corruption']);
    expect(risks('The wall was repaired in June.')[0]?.[0]).toBe('normal');
  });
});

describe('other languages', () => {
  it('are split into sentences only, and say so', () => {
    const check = checkArticle(
      'Der Bürgermeister sagte, dass die Mauer nicht sicher ist. Das ist für die Stadt und den Hafen ein großes Problem, und es wird nicht besser.',
    );
    expect(check.article.language).toBe('de');
    expect(check.assertions.map((one) => one.sourcing)).toEqual(['unattributed', 'unattributed']);
    expect(check.assertions[0]?.checkWorthiness.reasons).toEqual(['language not supported: sentences only']);
  });
});
